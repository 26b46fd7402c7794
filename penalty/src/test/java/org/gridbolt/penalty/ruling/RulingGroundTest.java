package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.junit.jupiter.api.Test;

/** What a ruling stands on: a default that was due, or a household that is missing; never both. */
class RulingGroundTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();

    private final RulingCase ruled = new RulingCase();

    private static RulingFlaw flaw(RulingFile file) {
        return RulingVerifier.verify(file, UTILITY).flaw().orElseThrow();
    }

    private void withoutDefault() {
        ruled.verdicts.set(0, UnitVerdict.cancelled(DEFAULTED.unit()));
    }

    /** On the word of {@code side} that its peer was missing for that many blocks, signed by {@code key}. */
    private RulingFile inAbsence(Party side, int blocks, PrivateKey key) {
        PeerAbsence word = new PeerAbsence(CHANNEL, side, new BlockHeight(1100), new BlockHeight(1100 + blocks));
        Evidence evidence = ruled.evidence().without(Signed.sign(word, key));
        return RulingFile.issue(evidence, WALLET, 0, ruled.verdicts, bytes("the salt", 32), UTILITY_NODE);
    }

    @Test
    void without_a_default_a_household_must_be_missing() {
        withoutDefault();

        assertThat(flaw(ruled.file())).isEqualTo(new RulingFlaw.NoGround());
        assertThat(RulingVerifier.verify(inAbsence(Party.CONSUMER, 6, CONSUMER_NODE), UTILITY)
                        .value()
                        .map(VerifiedRuling::onWallet))
                .contains(Allocation.of(190_000, 90_000, 20_000));
        assertThat(RulingVerifier.verify(
                                inAbsence(Party.PRODUCER, 6, PRODUCER_NODE).encode(), UTILITY)
                        .value())
                .isPresent();
    }

    @Test
    void nobody_defaults_in_the_absence_of_a_household() {
        assertThat(flaw(inAbsence(Party.CONSUMER, 6, CONSUMER_NODE)))
                .isEqualTo(new RulingFlaw.DefaultInAbsence(Party.PRODUCER));
    }

    @Test
    void an_absence_is_stated_by_the_other_household_after_a_whole_notice() {
        withoutDefault();

        assertThat(flaw(inAbsence(Party.CONSUMER, 5, CONSUMER_NODE)))
                .isEqualTo(new RulingFlaw.NoticeTooShort(Party.PRODUCER));
        assertThat(flaw(inAbsence(Party.CONSUMER, 6, UTILITY_NODE)))
                .isEqualTo(new RulingFlaw.NotSigned("a statement of absence", Party.CONSUMER));
        assertThat(flaw(inAbsence(Party.PRODUCER, 6, CONSUMER_NODE)))
                .isEqualTo(new RulingFlaw.NotSigned("a statement of absence", Party.PRODUCER));
    }

    private void silentFrom(int height) {
        ProducerSilence silence =
                new ProducerSilence(CHANNEL, DEFAULTED.unit(), new BlockHeight(height), new BlockHeight(height + 6));
        ruled.silences.add(Signed.sign(silence, CONSUMER_NODE));
    }

    @Test
    void a_silence_about_another_unit_shows_nothing_of_this_one() {
        ruled.readings.clear();
        ruled.silences.add(RulingCase.silence(RulingCase.CANCELLED, 6));

        assertThat(flaw(ruled.file())).isEqualTo(new RulingFlaw.NothingShown(DEFAULTED.unit()));
    }

    /** Before its deadline a producer owes no answer. */
    @Test
    void a_silence_that_began_before_the_deadline_shows_nothing() {
        int deadline = DEFAULTED.deadlines().deliverBy().value();
        ruled.readings.clear();
        silentFrom(deadline - 1);
        assertThat(flaw(ruled.file())).isEqualTo(new RulingFlaw.NothingShown(DEFAULTED.unit()));

        silentFrom(deadline);
        assertThat(RulingVerifier.verify(ruled.file(), UTILITY).flaw()).isEmpty();
    }
}
