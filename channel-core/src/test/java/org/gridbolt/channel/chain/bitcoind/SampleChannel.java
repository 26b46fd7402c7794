package org.gridbolt.channel.chain.bitcoind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;

/** A channel of which we know every secret, and its transactions ready to publish. */
final class SampleChannel {

    /** The dispute window. */
    static final int CSV = 4;

    private static final Coin DUST = Coin.valueOf(330);
    private static final FeeRate RATE = new FeeRate(2_000);
    private static final PrivateKey BUMPER = PrivateKey.of(hash("bumper"));

    private final ChannelSecrets consumer = secrets(Party.CONSUMER);
    private final ChannelSecrets producer = secrets(Party.PRODUCER);
    private final ChannelSecrets utility = secrets(Party.UTILITY);
    private final ChannelScripts scripts = new ChannelScripts(
            new ChannelKeyRing(consumer.publicKeys(), producer.publicKeys(), utility.publicKeys()),
            WalletTemplate.ROLE_KEYS,
            new BlockCount(CSV),
            DUST,
            new Payouts(payout("A"), payout("B"), payout("U")));

    private static Bytes hash(String text) {
        return Bytes.of(Sha256Hash.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ChannelSecrets secrets(Party party) {
        return ChannelSecrets.derive(
                hash(party.name()), party, new KeyId(hash("key id").slice(0, 16)));
    }

    private static Bytes payout(String name) {
        return new KeyHashScript(PrivateKey.of(hash("payout of " + name)).publicKey()).scriptPubKey();
    }

    private ChannelSecrets of(Party party) {
        return switch (party) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> utility;
        };
    }

    /** The script of the wallet. */
    Bytes walletScript() {
        return scripts.wallet().scriptPubKey();
    }

    FundedWallet wallet(Outpoint outpoint, Coin value) {
        return new FundedWallet(scripts, outpoint, value);
    }

    static Bytes preimage(int unit) {
        return hash("preimage " + unit);
    }

    static List<PendingUnit> units(int count, long coins, int claimableFrom) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PendingUnit(
                        Coin.valueOf(coins), Sha256Hash.of(preimage(i).toArray()), new BlockHeight(claimableFrom)))
                .toList();
    }

    CommitmentTx commitment(FundedWallet wallet, Party owner, Allocation balances, List<PendingUnit> units) {
        CommitmentNumber number = new CommitmentNumber(3);
        CommitmentVersion version =
                new CommitmentVersion(owner, number, of(owner).shaChain().pointAt(number));
        return CommitmentTx.build(wallet, version, balances, units);
    }

    Transaction signed(CommitmentTx commitment) {
        return commitment.signed(
                commitment.sign(consumer.walletKeyWith(Party.PRODUCER)),
                commitment.sign(producer.walletKeyWith(Party.CONSUMER)));
    }

    Transaction penalty(FundedWallet wallet, Allocation split) {
        PenaltyTx penalty = PenaltyTx.build(
                wallet, Party.CONSUMER, split, Sha256Hash.wrap(hash("ruling").toArray()));
        return penalty.signed(
                penalty.sign(consumer.walletKeyWith(Party.UTILITY)),
                penalty.sign(utility.walletKeyWith(Party.CONSUMER)));
    }

    /** What the coin that pays for a child stands behind. */
    Bytes bumperScript() {
        return new KeyHashScript(BUMPER.publicKey()).scriptPubKey();
    }

    /** A child that brings both to {@code coinsPerKvb}. */
    Transaction bump(Transaction parent, Outpoint coin, Coin value, int coinsPerKvb) {
        Spend spend = new Spend(coin, value, new KeyHashScript(BUMPER.publicKey()), Branch.OWNER);
        return BumpTx.build(parent, spend, payout("change"), new FeeRate(coinsPerKvb), DUST)
                .orElseThrow()
                .signed(BUMPER);
    }

    /** Takes an output by {@code branch}, with every secret that there is. */
    Transaction claim(Spend spend, Party owner, List<Bytes> preimages) {
        List<PrivateKey> keys = new ArrayList<>();
        for (ChannelSecrets secrets : List.of(consumer, producer, utility)) {
            keys.addAll(
                    List.of(secrets.arbitrationKey(), secrets.balanceKey(), secrets.justiceKey(), secrets.unitKey()));
        }
        keys.add(of(owner).shaChain().secretAt(new CommitmentNumber(3)));
        Map<Sha256Hash, Bytes> known = preimages.stream()
                .collect(Collectors.toMap(preimage -> Sha256Hash.of(preimage.toArray()), preimage -> preimage));
        return ClaimTx.paying(List.of(spend), payout("claim"), RATE, DUST)
                .orElseThrow()
                .signed(keys, known);
    }
}
