package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.SCHEDULE;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.policy.Graded;
import org.junit.jupiter.api.Test;

/** What anybody can tell of a penalty on a wallet of the form PLAIN, and what nobody but the households can. */
class PlainPenaltyTest {

    private static final Terms TERMS = ChannelFixture.terms(Graded.IN_PROPORTION, SCHEDULE, WalletTemplate.PLAIN);
    private static final FundedWallet FUNDED = new FundedWallet(TERMS.scripts(KEYS), WALLET, Coin.valueOf(300_000));

    private final VerifiedRuling ruling =
            new GradedCase(TERMS, WALLET).lacking(1, 30_000, 250).verified();

    private Transaction penalty(Party household, Allocation split) {
        PenaltyTx penalty = PenaltyTx.build(FUNDED, household, split, ruling.hash());
        ChannelSecrets secrets = household == Party.CONSUMER ? CONSUMER : PRODUCER;
        return penalty.signed(
                penalty.sign(FUNDED.scripts().walletKey(secrets, Party.UTILITY)),
                penalty.sign(FUNDED.scripts().walletKey(UTILITY, household)));
    }

    @Test
    void the_penalty_of_consumer_and_utility_is_found_to_be_one() {
        assertThat(ruling.checkPenalty(penalty(Party.CONSUMER, ruling.onWallet())))
                .isEmpty();
    }

    /** The weakness: the producer and the utility can do it too, and it looks the same. With ROLE_KEYS the path differs. */
    @Test
    void nobody_else_can_tell_which_household_signed_with_the_utility() {
        assertThat(ruling.checkPenalty(penalty(Party.PRODUCER, ruling.onWallet())))
                .isEmpty();
    }

    /** The households' signatures are good, of a close; in the penalty's place they are nobody's. */
    @Test
    void signatures_of_another_transaction_make_no_penalty() {
        CloseTx close = CloseTx.build(FUNDED, ruling.onWallet(), Party.CONSUMER, Coin.ZERO, new BlockHeight(1))
                .orElseThrow();
        Transaction closed = close.signed(
                close.sign(FUNDED.scripts().walletKey(CONSUMER, Party.PRODUCER)),
                close.sign(FUNDED.scripts().walletKey(PRODUCER, Party.CONSUMER)));
        Transaction other = penalty(Party.CONSUMER, Allocation.of(300_000, 0, 0));
        Transaction genuine = penalty(Party.CONSUMER, ruling.onWallet());

        for (Transaction source : List.of(closed, other)) {
            List<Bytes> witness = source.inputs().get(0).witness();
            assertThat(ruling.checkPenalty(genuine.withoutWitnesses().withWitnesses(List.of(witness))))
                    .contains(new PenaltyFlaw.OtherPath());
        }
        assertThat(ruling.checkPenalty(closed)).contains(new PenaltyFlaw.OtherPath());
    }

    /** Any spend with the utility's signature and no ruling, also a household's version that it completed. */
    @Test
    void the_utilitys_signature_without_a_ruling_convicts_it_here_too() {
        CommitmentNumber number = new CommitmentNumber(3);
        CommitmentVersion version = new CommitmentVersion(
                Party.PRODUCER, number, PRODUCER.shaChain().pointAt(number));
        CommitmentTx revoked = CommitmentTx.build(FUNDED, version, Allocation.of(200_000, 80_000, 20_000), List.of());
        Transaction completed = revoked.unsigned()
                .withWitnesses(List.of(PenaltyTx.build(FUNDED, Party.CONSUMER, ruling.onWallet(), ruling.hash())
                        .signed(
                                revoked.sign(FUNDED.scripts().walletKey(CONSUMER, Party.PRODUCER)),
                                revoked.sign(FUNDED.scripts().walletKey(UTILITY, Party.CONSUMER)))
                        .inputs()
                        .get(0)
                        .witness()));

        assertThat(withoutRuling(completed).convicts(UTILITY_NODE.publicKey())).isTrue();
        assertThat(withoutRuling(revoked.signed(
                                revoked.sign(FUNDED.scripts().walletKey(CONSUMER, Party.PRODUCER)),
                                revoked.sign(FUNDED.scripts().walletKey(PRODUCER, Party.CONSUMER))))
                        .convicts(UTILITY_NODE.publicKey()))
                .isFalse();
        assertThat(withoutRuling(penalty(Party.CONSUMER, ruling.onWallet())).convicts(UTILITY_NODE.publicKey()))
                .isFalse();
    }

    private static FraudProof withoutRuling(Transaction spend) {
        return new FraudProof.SpendWithoutRuling(Signed.sign(TERMS, UTILITY_NODE), spend.serialize(), Optional.empty());
    }

    @Test
    void it_must_pay_each_what_is_due_here_too() {
        Allocation less = Allocation.of(170_000, 82_499, 47_501);

        assertThat(ruling.checkPenalty(penalty(Party.CONSUMER, less)))
                .contains(new PenaltyFlaw.OtherPayment(Party.PRODUCER, Coin.valueOf(82_499), Coin.valueOf(82_500)));
    }
}
