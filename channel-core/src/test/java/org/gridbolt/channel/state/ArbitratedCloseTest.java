package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.RulingFile;
import org.junit.jupiter.api.Test;

/** The arbitrated close, and what others could make of a household's word that its peer is missing. */
class ArbitratedCloseTest {

    private static final int NOTICE = 6;

    private final Neighbourhood street = Neighbourhood.withTickets(2, 250);

    /** The consumer waited for the notice and asked the utility. */
    private Signed<PeerAbsence> ask() {
        street.mine(1);
        street.consumer().disconnected(Party.PRODUCER);
        street.mine(NOTICE + 1);
        street.consumer().handle(new Command.CloseWithout());
        street.deliver();
        return street.utility().others(AbsenceReported.class).get(0).absence();
    }

    private RulingIssued settlementOn(Signed<PeerAbsence> word) {
        RulingFile file = street.utility()
                .settleWithout(
                        word,
                        street.utility().newest(Party.CONSUMER),
                        street.utility().newest(Party.PRODUCER));
        return new RulingIssued(file);
    }

    private void comeBack() {
        street.producer().disconnected(Party.CONSUMER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
        assertThat(street.consumer().state()).isInstanceOf(Active.class);
    }

    @Test
    void who_asked_signs_the_division_of_its_newest_state() {
        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, settlementOn(ask())))
                .leadsTo(Ruled.class)
                .sends(Party.UTILITY, PenaltySigned.class);
    }

    @Test
    void it_asks_again_whenever_the_utility_can_be_reached_and_after_a_restart() {
        Signed<PeerAbsence> word = ask();
        street.consumer().restart();
        street.consumer().connect(Party.UTILITY);
        street.deliver();

        assertThat(street.utility().others(AbsenceReported.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(AbsenceReported::absence)
                .containsOnly(word);
    }

    /** The utility keeps the word and uses it later: the channel lives, so nothing is signed. */
    @Test
    void a_word_of_absence_is_worth_nothing_once_the_peer_is_back() {
        Signed<PeerAbsence> word = ask();
        comeBack();

        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, settlementOn(word)))
                .leadsTo(Active.class)
                .refuses(Refusal.Warned.class, CosignRefusal.PeerIsThere.class)
                .sends(Party.UTILITY, PenaltyRefused.class)
                .sendsNo(Party.UTILITY, PenaltySigned.class)
                .publishesNothing();
    }

    @Test
    void an_old_word_is_worth_nothing_in_a_later_absence() {
        Signed<PeerAbsence> old = ask();
        comeBack();
        street.consumer().disconnected(Party.PRODUCER);

        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, settlementOn(old)))
                .leadsTo(Reconnecting.class)
                .sendsNo(Party.UTILITY, PenaltySigned.class);
    }

    /** The peer lies, or a line is broken: whoever is told of its own absence answers, and signs no settlement without it. */
    @Test
    void a_household_that_is_said_to_be_missing_answers_with_its_newest_receipt() {
        Signed<PeerAbsence> word = ask();

        assertThatStep(street.producer().wouldReceive(Party.UTILITY, new AbsenceClaimed(word)))
                .sends(Party.UTILITY, StateReported.class)
                .changesNothing(street.producer().state());
        assertThatStep(street.producer().wouldReceive(Party.UTILITY, settlementOn(word)))
                .leadsTo(Active.class)
                .refuses(Refusal.Warned.class, CosignRefusal.NotMissing.class)
                .sends(Party.UTILITY, PenaltyRefused.class)
                .publishesNothing();
    }

    /** Producer and utility settle an older state, in which the consumer has less: it publishes its newest version at once. */
    @Test
    void a_consumer_saves_its_newest_version_from_a_stale_settlement_without_it() {
        Signed<PeerAbsence> word = Signed.sign(
                new PeerAbsence(
                        street.utility().ref(),
                        Party.PRODUCER,
                        street.tip().minus(new BlockCount(NOTICE)),
                        street.tip()),
                street.producer().profile().nodeKey());
        RulingIssued stale = settlementOn(word);
        street.offer(1);
        street.reveal(1);
        street.mine(1);

        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, stale)).leadsTo(ClosingLocal.class);
    }

    @Test
    void with_the_peer_there_it_is_refused_as_a_command() {
        assertThatStep(street.consumer().wouldStep(new Command.CloseWithout())).refusesCommand(StateFlaw.NotNow.class);
        assertThat(street.consumer().notices(Notice.Terminal.class)).isEmpty();
    }

    @Test
    void an_old_word_is_worth_nothing_to_a_household_that_closes_alone() {
        Signed<PeerAbsence> old = ask();
        comeBack();
        street.consumer().handle(new Command.CloseAlone());

        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, settlementOn(old)))
                .leadsTo(ClosingLocal.class)
                .sendsNo(Party.UTILITY, PenaltySigned.class);
        street.mine(1);
        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, settlementOn(old)))
                .sendsNo(Party.UTILITY, PenaltySigned.class);
        assertThat(((Resolving) street.consumer()
                                .wouldReceive(Party.UTILITY, settlementOn(old))
                                .next())
                        .before())
                .isInstanceOf(ClosingLocal.class);
    }
}
