package org.gridbolt.multisig.tx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.WalletTemplate;

/** A channel with all its secrets, the same in each run. */
final class ExampleChannel {

    static final Coin DUST = Coin.valueOf(330);

    private static final KeyId KEY_ID = new KeyId(Bytes.ofHex("000102030405060708090a0b0c0d0e0f"));

    final ChannelSecrets consumer = secrets(Party.CONSUMER);
    final ChannelSecrets producer = secrets(Party.PRODUCER);
    final ChannelSecrets utility = secrets(Party.UTILITY);
    final ChannelKeyRing ring = new ChannelKeyRing(consumer.publicKeys(), producer.publicKeys(), utility.publicKeys());
    final ChannelScripts scripts;

    private ExampleChannel(WalletTemplate template, int csv) {
        this.scripts = new ChannelScripts(
                ring,
                template,
                new BlockCount(csv),
                DUST,
                new Payouts(payout(Party.CONSUMER), payout(Party.PRODUCER), payout(Party.UTILITY)));
    }

    static ExampleChannel withWindow(int csv) {
        return new ExampleChannel(WalletTemplate.ROLE_KEYS, csv);
    }

    static ExampleChannel plain(int csv) {
        return new ExampleChannel(WalletTemplate.PLAIN, csv);
    }

    private static ChannelSecrets secrets(Party party) {
        return ChannelSecrets.derive(bytes32(party.name()), party, KEY_ID);
    }

    static Bytes bytes32(String text) {
        return Bytes.of(Sha256Hash.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Sha256Hash hash(String text) {
        return Sha256Hash.wrap(bytes32(text).toArray());
    }

    static PrivateKey key(String name) {
        return PrivateKey.of(bytes32(name));
    }

    static Coin coins(long coins) {
        return Coin.valueOf(coins);
    }

    static Allocation allocation(long consumer, long producer, long utility) {
        return new Allocation(coins(consumer), coins(producer), coins(utility));
    }

    static PrivateKey payoutKey(Party party) {
        return key("payout of " + party);
    }

    static Bytes payout(Party party) {
        return new KeyHashScript(payoutKey(party).publicKey()).scriptPubKey();
    }

    ChannelSecrets secretsOf(Party party) {
        return switch (party) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> utility;
        };
    }

    PrivateKey secretOf(Party owner, int number) {
        return secretsOf(owner).shaChain().secretAt(new CommitmentNumber(number));
    }

    CommitmentVersion version(Party owner, int number) {
        CommitmentNumber which = new CommitmentNumber(number);
        return new CommitmentVersion(owner, which, secretsOf(owner).shaChain().pointAt(which));
    }

    FundedWallet wallet(long coins) {
        return new FundedWallet(scripts, new Outpoint(hash("funding"), 1), coins(coins));
    }

    /** A unit whose preimage is {@code preimage(number)}. */
    static PendingUnit unit(int number, long coins, int claimableFrom) {
        Sha256Hash hash = Sha256Hash.of(preimage(number).toArray());
        return new PendingUnit(coins(coins), hash, new BlockHeight(claimableFrom));
    }

    static Bytes preimage(int number) {
        return bytes32("preimage " + number);
    }

    static List<PendingUnit> units(int count, long coins, int claimableFrom) {
        return IntStream.range(0, count)
                .mapToObj(number -> unit(number, coins, claimableFrom))
                .toList();
    }

    Transaction sign(CommitmentTx commitment) {
        Signature byConsumer = commitment.sign(scripts.walletKey(consumer, Party.PRODUCER));
        Signature byProducer = commitment.sign(scripts.walletKey(producer, Party.CONSUMER));
        return commitment.signed(byConsumer, byProducer);
    }

    Transaction sign(CloseTx close) {
        Signature byConsumer = close.sign(scripts.walletKey(consumer, Party.PRODUCER));
        Signature byProducer = close.sign(scripts.walletKey(producer, Party.CONSUMER));
        return close.signed(byConsumer, byProducer);
    }

    Transaction sign(PenaltyTx penalty) {
        Signature byHousehold = penalty.sign(scripts.walletKey(secretsOf(penalty.household()), Party.UTILITY));
        Signature byUtility = penalty.sign(scripts.walletKey(utility, penalty.household()));
        return penalty.signed(byHousehold, byUtility);
    }

    /** Every secret of the channel, and both sides' for the states 0 to 9. */
    List<PrivateKey> allSecrets() {
        List<PrivateKey> all = new ArrayList<>();
        for (ChannelSecrets secrets : List.of(consumer, producer, utility)) {
            Stream.of(Party.values())
                    .filter(other -> other != secrets.party())
                    .map(secrets::walletKeyWith)
                    .forEach(all::add);
            all.addAll(
                    List.of(secrets.arbitrationKey(), secrets.balanceKey(), secrets.justiceKey(), secrets.unitKey()));
        }
        return all;
    }

    static PublicKey stranger() {
        return key("stranger").publicKey();
    }
}
