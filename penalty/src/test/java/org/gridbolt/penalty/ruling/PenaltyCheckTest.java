package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.key;
import static org.gridbolt.penalty.ChannelFixture.keyId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.script.WalletScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;

/** Ties a mined transaction to the ruling that it carries out. */
class PenaltyCheckTest {

    private static final VerifiedRuling RULING = RulingVerifier.verify(
                    new RulingCase().file(), UTILITY_NODE.publicKey())
            .value()
            .orElseThrow();

    @Test
    void the_penalty_of_the_ruling_is_recognised() {
        assertThat(RULING.checkPenalty(penalty(WALLET, RULING.onWallet(), RULING.hash())))
                .isEmpty();
    }

    @Test
    void a_spend_of_another_wallet_is_not_the_penalty() {
        Outpoint other = new Outpoint(WALLET.txid(), 0);

        assertThat(RULING.checkPenalty(penalty(other, RULING.onWallet(), RULING.hash())))
                .contains(new PenaltyFlaw.OtherWallet(WALLET));
    }

    @Test
    void a_spend_by_producer_and_utility_is_not_the_penalty() {
        PenaltyTx arbitrated = PenaltyTx.build(wallet(WALLET), Party.PRODUCER, RULING.onWallet(), RULING.hash());
        Transaction transaction = arbitrated.signed(
                arbitrated.sign(PRODUCER.walletKeyWith(Party.UTILITY)),
                arbitrated.sign(UTILITY.walletKeyWith(Party.PRODUCER)));

        assertThat(RULING.checkPenalty(transaction)).contains(new PenaltyFlaw.OtherPath());
    }

    @Test
    void a_transaction_without_witness_shows_nothing() {
        Transaction unsigned = penalty(WALLET, RULING.onWallet(), RULING.hash()).withoutWitnesses();

        assertThat(RULING.checkPenalty(unsigned)).contains(new PenaltyFlaw.OtherPath());
    }

    @Test
    void another_script_behind_the_witness_shows_nothing() {
        Transaction honest = penalty(WALLET, RULING.onWallet(), RULING.hash());
        List<Bytes> witness = honest.inputs().get(0).witness();

        for (Bytes script : List.of(
                Bytes.EMPTY,
                Bytes.of(new byte[219]),
                withByte(witness.get(5), 0, 0x64),
                withByte(witness.get(5), 3, 5),
                otherUtility())) {
            List<Bytes> forged = new ArrayList<>(witness);
            forged.set(5, script);

            assertThat(RULING.checkPenalty(honest.withWitnesses(List.of(forged))))
                    .contains(new PenaltyFlaw.OtherPath());
        }
    }

    private static Bytes withByte(Bytes script, int at, int value) {
        byte[] changed = script.toArray();
        changed[at] = (byte) value;
        return Bytes.of(changed);
    }

    private static Bytes otherUtility() {
        ChannelSecrets stranger = ChannelSecrets.derive(key("a stranger").bytes(), Party.UTILITY, keyId("elsewhere"));
        ChannelKeyRing keys = new ChannelKeyRing(KEYS.consumer(), KEYS.producer(), stranger.publicKeys());
        return new WalletScript(TERMS.clauses().template(), keys).witnessScript();
    }

    @Test
    void a_penalty_that_names_another_ruling_is_not_this_one() {
        assertThat(RULING.checkPenalty(penalty(WALLET, RULING.onWallet(), hash("another ruling"))))
                .contains(new PenaltyFlaw.OtherNote());
    }

    @Test
    void a_penalty_that_names_two_rulings_is_not_this_one() {
        Transaction honest = penalty(WALLET, RULING.onWallet(), RULING.hash());
        TxOutput second = new TxOutput(Coin.ZERO, new OpReturnScript(hash("another ruling")).scriptPubKey());
        Transaction both = new Transaction(
                honest.version(),
                honest.inputs(),
                Stream.concat(honest.outputs().stream(), Stream.of(second)).toList(),
                honest.lockTime());

        assertThat(RULING.checkPenalty(both)).contains(new PenaltyFlaw.OtherNote());
    }

    @Test
    void a_penalty_that_pays_something_else_is_not_this_one() {
        Allocation greedy = Allocation.of(160_000, 39_000, 101_000);

        Optional<PenaltyFlaw> flaw = RULING.checkPenalty(penalty(WALLET, greedy, RULING.hash()));

        assertThat(flaw)
                .contains(new PenaltyFlaw.OtherPayment(Party.PRODUCER, Coin.valueOf(39_000), Coin.valueOf(40_000)));
        assertThat(flaw.map(PenaltyFlaw::message)).contains("PRODUCER is paid 39000 coins, and 40000 are due");
    }

    @Test
    void each_flaw_says_what_is_wrong() {
        assertThat(Stream.of(
                                new PenaltyFlaw.OtherWallet(WALLET),
                                new PenaltyFlaw.OtherPath(),
                                new PenaltyFlaw.OtherNote())
                        .map(PenaltyFlaw::message))
                .doesNotHaveDuplicates()
                .allMatch(message -> message.length() > 10);
    }

    private static Transaction penalty(Outpoint outpoint, Allocation split, Sha256Hash ruling) {
        PenaltyTx penalty = PenaltyTx.build(wallet(outpoint), Party.CONSUMER, split, ruling);
        return penalty.signed(
                penalty.sign(CONSUMER.walletKeyWith(Party.UTILITY)),
                penalty.sign(UTILITY.walletKeyWith(Party.CONSUMER)));
    }

    private static FundedWallet wallet(Outpoint outpoint) {
        ChannelScripts scripts = TERMS.scripts(KEYS);
        return new FundedWallet(scripts, outpoint, CONTRIBUTIONS.total());
    }
}
