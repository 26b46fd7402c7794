package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.time.Instant;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class DefaultTest {

    private static final UnitNumber UNIT = new UnitNumber(1);
    private static final List<UnitNumber> PENDING = List.of(UNIT);

    private final Neighbourhood street = Neighbourhood.withTickets(3, 250);

    private RulingFile defaultOfUnitOne() {
        street.offer(1);
        return street.utility().rule(PENDING, List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), WattHours.ZERO);
    }

    private void issue(RulingFile file) {
        street.utility().toBoth(new RulingIssued(file));
        street.deliver();
    }

    @Test
    void the_consumer_marks_the_channel_terminal_and_signs_the_penalty() {
        RulingFile file = defaultOfUnitOne();

        Transition step = street.consumer().wouldReceive(Party.UTILITY, new RulingIssued(file));

        assertThatStep(step).leadsTo(Ruled.class).sends(Party.UTILITY, PenaltySigned.class);
    }

    @Test
    void the_penalty_takes_the_bond_and_pays_the_utility_for_the_energy() {
        issue(defaultOfUnitOne());
        Transaction penalty = penalty();

        Transaction child = street.consumer().purse().bump(penalty);
        assertThat(street.view().submit(List.of(penalty, child))).isInstanceOf(SubmitResult.Accepted.class);
        street.mine(1);

        Coin lost = Coin.valueOf(2500);
        assertThat(((Ruled) ((Resolving) street.consumer().state()).before())
                        .verified()
                        .onWallet())
                .isEqualTo(new Allocation(
                        Neighbourhood.CONSUMER_SHARE.subtract(lost),
                        Coin.ZERO,
                        Neighbourhood.PRODUCER_SHARE.add(lost)));
        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.PENALTY);
        assertThat(((Resolving) street.producer().state()).spender().kind()).isEqualTo(SpendKind.PENALTY);
        assertThat(street.consumer().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.REPLACED);
        street.mine(100);
        assertThat(street.consumer().state()).isInstanceOf(Closed.class);
    }

    private Transaction penalty() {
        Ruled ruled = (Ruled) street.consumer().state();
        Signature consumer = street.utility().others(PenaltySigned.class).get(0).signature();
        PenaltyTx penalty = ruled.penalty();
        return penalty.signed(consumer, penalty.sign(street.utility().secrets().walletKeyWith(Party.CONSUMER)));
    }

    /** Scenario 5: A has signed a penalty, B offers to go on. */
    @Test
    void after_signing_a_penalty_the_consumer_never_goes_on() {
        issue(defaultOfUnitOne());
        ChannelEvent offerToGoOn = new MessageReceived(
                Party.PRODUCER, new UnitFulfil(UNIT, street.utility().preimage(UNIT)));

        Transition step = street.consumer().wouldStep(offerToGoOn);
        assertThatStep(step)
                .leadsTo(Ruled.class)
                .refuses(Refusal.Warned.class, StateFlaw.Unexpected.class)
                .sendsNo(Party.PRODUCER, CommitmentSigned.class);
        assertThatStep(street.consumer().wouldStep(new Command.Offer(new UnitNumber(2))))
                .refusesCommand(StateFlaw.NotNow.class);
    }

    /** Scenario 5: the same after a crash between sign and send. */
    @Test
    void after_a_crash_between_marking_and_sending_the_consumer_signs_the_same_penalty_and_nothing_else() {
        street.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        issue(defaultOfUnitOne());
        street.post().loseHeld();

        street.consumer().restart();

        assertThat(street.consumer().state()).isInstanceOf(Ruled.class);
        assertThatStep(street.consumer().wouldStep(new Connected(Party.PRODUCER)))
                .sendsNo(Party.PRODUCER, CommitmentSigned.class);
        assertThatStep(street.consumer().wouldStep(new Connected(Party.UTILITY)))
                .sends(Party.UTILITY, PenaltySigned.class);
    }

    /** Scenario 6, first half: U issues a false DEFAULT. */
    @Test
    void a_default_of_a_revealed_unit_is_refused_and_its_proof_kept() {
        RulingFile file = defaultOfUnitOne();
        street.reveal(1);

        issue(file);

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.consumer().notices(Notice.Fraud.class)).hasSize(1);
        assertThat(street.utility().others(PenaltyRefused.class)).isNotEmpty();
        assertThat(street.consumer().channel().journal().since(0).stream().map(JournalEntry::decode))
                .anyMatch(JournalEntry.Proved.class::isInstance);
    }

    @Test
    void two_rulings_that_contradict_each_other_are_refused_and_proved() {
        RulingFile cancelled = cancelledWithoutEvidence();
        issue(cancelled);
        RulingFile file = street.utility()
                .rule(PENDING, List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), WattHours.ZERO);

        Transition step = street.consumer().wouldReceive(Party.UTILITY, new RulingIssued(file));

        assertThat(step.actions())
                .filteredOn(action -> action instanceof Send send && send.message() instanceof PenaltyRefused)
                .hasSize(1);
        assertThat(step.next()).isNotInstanceOf(Ruled.class);
    }

    /** Refused for its default of a unit that nobody accepted, and remembered. */
    private RulingFile cancelledWithoutEvidence() {
        street.utility().acknowledges(false);
        street.offer(1);
        return street.utility()
                .rule(PENDING, List.of(UnitVerdict.defaulted(UNIT, new WattHours(100))), new WattHours(150));
    }

    /** The producer answers the consumer directly, on a path that the utility does not carry. */
    @Test
    void a_default_that_the_producers_own_meter_contradicts_is_refused_by_both() {
        RulingFile file = defaultOfUnitOne();
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        street.producer().handle(new Command.Measured(reading(250, deliverBy)));
        street.deliver();
        assertThat(unit(street.consumer()).reading()).isEmpty();
        street.moveTo(deliverBy.value());
        assertThat(unit(street.consumer()).reading()).isPresent();

        issue(file);

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.utility().others(PenaltyRefused.class)).hasSize(2);
    }

    private Signed<MeterReading> reading(int wattHours, BlockHeight readAt) {
        MeterReading reading = new MeterReading(street.utility().ref(), UNIT, new WattHours(wattHours), readAt);
        return Signed.sign(reading, Examples.key("PRODUCER meter"));
    }

    private static Unit unit(HouseholdRig household) {
        return household.channel().units().find(UNIT).orElseThrow();
    }

    @Test
    void a_reading_that_no_meter_signed_is_ignored() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        Signed<MeterReading> genuine = reading(250, deliverBy);

        assertIgnored(Signed.sign(genuine.content(), Examples.key("no meter")));
    }

    /** What flows after the last height, or before the slot, is no delivery. */
    @Test
    void a_reading_from_another_time_is_ignored() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();

        assertIgnored(reading(250, deliverBy.plus(new BlockCount(1))));
        assertIgnored(reading(250, deliverBy.minus(new BlockCount(8))));
    }

    private void assertIgnored(Signed<MeterReading> reading) {
        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new MeterReported(reading)))
                .refuses(Refusal.Ignored.class, UnitFlaw.BadReading.class)
                .changesNothing(street.consumer().state());
    }

    /** A meter that closes a measurement twice must not let a producer, or the utility, choose the poorer reading. */
    @Test
    void of_two_readings_the_one_that_shows_more_counts() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        MeterReported poor = new MeterReported(reading(100, deliverBy));
        MeterReported rich = new MeterReported(reading(250, deliverBy));
        for (MeterReported shown : List.of(poor, rich, poor)) {
            street.consumer().handle(new MessageReceived(Party.PRODUCER, shown));
        }

        assertThat(unit(street.consumer()).reading()).contains(rich.reading());
        // What shows a shortfall is for the utility to know, too.
        assertThat(street.post().sent(MeterReported.class, Party.CONSUMER))
                .contains(poor)
                .doesNotContain(rich);
    }

    @Test
    void a_producer_that_shows_nothing_during_the_notice_is_reported_as_silent() {
        street.offer(1);
        Ticket ticket = street.utility().ticket(UNIT);
        int notice =
                street.consumer().channel().context().terms().windows().notice().value();
        street.moveTo(ticket.deadlines().deliverBy().value() + notice - 1);
        assertThat(street.post().sent(SilenceReported.class, Party.CONSUMER)).isEmpty();

        street.mine(1);

        assertThat(street.post().sent(SilenceReported.class, Party.CONSUMER))
                .extracting(SilenceReported::silence)
                .allMatch(silence ->
                        silence.isSignedBy(street.consumer().profile().nodeKey().publicKey()))
                .extracting(Signed::content)
                .containsOnly(new ProducerSilence(
                        street.utility().ref(),
                        UNIT,
                        ticket.deadlines().deliverBy(),
                        ticket.deadlines().deliverBy().plus(new BlockCount(notice))));
    }

    @Test
    void a_producer_that_showed_its_reading_is_not_silent() {
        street.offer(1);
        Ticket ticket = street.utility().ticket(UNIT);
        street.producer()
                .handle(new Command.Measured(reading(0, ticket.deadlines().deliverBy())));
        street.moveTo(ticket.deadlines().deliverBy().value() + 8);

        assertThat(street.post().sent(SilenceReported.class, Party.CONSUMER)).isEmpty();
        assertThat(street.post().sent(MeterReported.class, Party.PRODUCER)).isNotEmpty();
    }

    @Test
    void the_answer_is_shown_again_after_a_lost_connection() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        street.post().holdBack(letter -> letter.message() instanceof MeterReported && letter.to() == Party.CONSUMER);
        street.producer().handle(new Command.Measured(reading(250, deliverBy)));
        street.moveTo(deliverBy.value());
        assertThat(unit(street.consumer()).reading()).isEmpty();
        street.post().loseHeld();
        street.producer().disconnected(Party.CONSUMER);
        street.consumer().disconnected(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.consumer().connect(Party.PRODUCER);
        street.deliver();

        assertThat(unit(street.consumer()).reading()).isPresent();
    }

    @Test
    void only_the_producer_has_a_meter_that_counts() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();

        assertThatStep(street.consumer().wouldStep(new Command.Measured(reading(250, deliverBy))))
                .refusesCommand(StateFlaw.OtherRole.class);
    }

    /** Scenario 16: without an acceptance no default is co-signed. */
    @Test
    void a_default_of_a_unit_that_was_not_accepted_is_refused() {
        issue(cancelledWithoutEvidence());

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.utility().others(PenaltyRefused.class)).isNotEmpty();
        assertThat(street.utility().others(PenaltySigned.class)).isEmpty();
    }

    /** Scenario 3: the producer publishes its newest version first; A and U take its balance there. */
    @Test
    void when_the_producers_version_confirms_first_the_consumer_signs_the_spend_of_its_balance() {
        RulingFile file = defaultOfUnitOne();
        issue(file);
        street.producer().cheat(street.producer().channel());

        street.mine(1);

        assertThat(street.utility().others(ForfeitSigned.class)).hasSize(1);
    }

    /** A household that was not there to look at its chain for some blocks answers as soon as it does. */
    @Test
    void the_answer_is_shown_when_the_block_of_the_deadline_was_missed() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        street.producer().handle(new Command.Measured(reading(250, deliverBy)));

        Transition late =
                street.producer().wouldStep(new ChainNews.Tick(deliverBy.plus(new BlockCount(2)), Instant.EPOCH));

        assertThatStep(late).sends(Party.CONSUMER, MeterReported.class);
    }

    /** Else a utility that withholds its reveal takes the bond by the word of a consumer that was not there to be answered. */
    @Test
    void a_consumer_that_slept_through_the_notice_does_not_call_the_producer_silent() {
        street.offer(1);
        BlockHeight deliverBy = street.utility().ticket(UNIT).deadlines().deliverBy();
        street.consumer().restart();

        Transition awake = street.consumer().wouldStep(tick(deliverBy.value() + 6));

        assertThatStep(awake).sendsNo(Party.UTILITY, SilenceReported.class);
        street.consumer().replaceState(awake.next());
        assertThatStep(street.consumer().wouldStep(new Connected(Party.UTILITY)))
                .sendsNo(Party.UTILITY, SilenceReported.class);
        for (int past = 7; past <= 11; past++) {
            street.consumer()
                    .replaceState(street.consumer()
                            .wouldStep(tick(deliverBy.value() + past))
                            .next());
        }
        assertThatStep(street.consumer().wouldStep(tick(deliverBy.value() + 12)))
                .sends(Party.UTILITY, SilenceReported.class);
    }

    private static ChainNews.Tick tick(int height) {
        return new ChainNews.Tick(new BlockHeight(height), Instant.EPOCH);
    }

    /** Else a producer that will not deliver takes the unit back in time, and keeps its bond. */
    @Test
    void a_producer_that_has_accepted_a_unit_cannot_take_it_back() {
        street.offer(1);
        assertThat(unit(street.consumer()).acceptance()).isPresent();

        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new UnitFail(UNIT, FailReason.NOT_ACCEPTED)))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, UnitFlaw.AlreadyAccepted.class)
                .publishes(Purpose.COMMITMENT);
    }

    /** A utility that has not heard of the newest block refuses a reading that was made at it. */
    @Test
    void the_producer_tells_the_utility_its_reading_at_every_block_until_the_unit_is_revealed() {
        street.offer(1);
        Ticket ticket = street.utility().ticket(UNIT);
        street.moveTo(
                street.utility().terms().content().schedule().end(ticket.slot()).value());
        street.producer().measure(UNIT, new WattHours(250));
        street.deliver();
        int first = street.utility().others(MeterReported.class).size();

        street.mine(1);
        assertThat(street.utility().others(MeterReported.class)).hasSize(first + 1);
        street.reveal(1);
        street.mine(1);

        assertThat(street.utility().others(MeterReported.class)).hasSize(first + 1);
    }
}
