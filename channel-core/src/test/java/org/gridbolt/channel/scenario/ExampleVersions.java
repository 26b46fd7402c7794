package org.gridbolt.channel.scenario;

import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;

/** Versions of a channel as they would be published, with everybody's keys at hand: for what depends on relay policy alone. */
final class ExampleVersions {

    private static final CommitmentNumber NUMBER = new CommitmentNumber(6);
    private static final Coin DUST = Coin.valueOf(330);

    private final ChannelSecrets consumer = secrets(Party.CONSUMER);
    private final ChannelSecrets producer = secrets(Party.PRODUCER);
    private final ChannelSecrets utility = secrets(Party.UTILITY);
    private final ChannelScripts scripts = new ChannelScripts(
            new ChannelKeyRing(consumer.publicKeys(), producer.publicKeys(), utility.publicKeys()),
            WalletTemplate.ROLE_KEYS,
            new BlockCount(42),
            DUST,
            new Payouts(Examples.script("A"), Examples.script("B"), Examples.script("U")));
    private final RegtestMiner miner;

    ExampleVersions(RegtestMiner miner) {
        this.miner = miner;
    }

    private static ChannelSecrets secrets(Party party) {
        KeyId keyId = new KeyId(Examples.bytes32("versions of " + party).slice(0, KeyId.SIZE));
        return ChannelSecrets.derive(Examples.bytes32("seed of versions"), party, keyId);
    }

    /** A wallet with that many coins, mined. */
    FundedWallet wallet(long coins) {
        Coin value = Coin.valueOf(coins);
        return new FundedWallet(
                scripts, miner.fund(scripts.wallet().scriptPubKey(), value).outpoint(), value);
    }

    /** So many units of so many coins each. */
    static List<PendingUnit> units(int count, long coins) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PendingUnit(
                        Coin.valueOf(coins),
                        Sha256Hash.of(new byte[] {(byte) i, (byte) (i >> 8)}),
                        new BlockHeight(500)))
                .toList();
    }

    /** A version, signed by both. */
    Transaction version(FundedWallet wallet, Party owner, Allocation balances, List<PendingUnit> units) {
        ChannelSecrets owners = owner == Party.CONSUMER ? consumer : producer;
        CommitmentVersion version =
                new CommitmentVersion(owner, NUMBER, owners.shaChain().pointAt(NUMBER));
        CommitmentTx commitment = CommitmentTx.build(wallet, version, balances, units);
        return commitment.signed(
                commitment.sign(consumer.walletKeyWith(Party.PRODUCER)),
                commitment.sign(producer.walletKeyWith(Party.CONSUMER)));
    }
}
