package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** A utility that rules wrongly, too late, on an old state, or rules and then does nothing. */
class JudgementTest {

    private static final UnitNumber ONE = new UnitNumber(1);
    private static final int REACTION = 6;

    private final Neighbourhood street = Neighbourhood.withTickets(3, 250);

    private RulingFile defaultOfUnitOne() {
        return street.utility()
                .rule(List.of(ONE), List.of(UnitVerdict.defaulted(ONE, new WattHours(250))), WattHours.ZERO);
    }

    private Transition toProducer(RulingFile file) {
        return street.producer().wouldReceive(Party.UTILITY, new RulingIssued(file));
    }

    private static boolean hasProof(Transition step) {
        return step.next().journal().since(0).stream()
                .map(JournalEntry::decode)
                .anyMatch(JournalEntry.Proved.class::isInstance);
    }

    @Test
    void the_producer_waits_for_the_penalty_of_a_right_ruling() {
        street.offer(1);

        assertThatStep(toProducer(defaultOfUnitOne())).leadsTo(Ruled.class).publishesNothing();
    }

    @Test
    void the_producer_proves_a_false_default_and_saves_its_newest_version() {
        street.offer(1);
        RulingFile file = defaultOfUnitOne();
        street.reveal(1);

        Transition step = toProducer(file);

        assertThatStep(step)
                .leadsTo(ClosingLocal.class)
                .publishes(Purpose.COMMITMENT)
                .sends(Party.UTILITY, PenaltyRefused.class);
        assertThat(hasProof(step)).isTrue();
    }

    @Test
    void the_producer_proves_two_rulings_that_contradict_each_other() {
        street.offer(1);
        RulingFile cancelled = street.utility().rule(List.of(ONE), List.of(UnitVerdict.cancelled(ONE)), WattHours.ZERO);
        RulingFile unproved = street.utility()
                .rule(List.of(), List.of(UnitVerdict.defaulted(ONE, new WattHours(100))), WattHours.ZERO);
        Channel remembering = new Judgement(street.producer().channel(), unproved)
                .remembering(new Judgement(street.producer().channel(), unproved)
                        .ruled()
                        .flaw()
                        .orElseThrow());

        assertThat(new Judgement(remembering, cancelled).ruled().flaw())
                .get()
                .isInstanceOf(org.gridbolt.penalty.ruling.CosignRefusal.Fraudulent.class);
    }

    @Test
    void the_producer_refuses_a_ruling_on_an_older_state_than_the_utility_acknowledged() {
        street.offer(1);
        RulingFile stale = defaultOfUnitOne();
        street.offer(2);

        assertThatStep(toProducer(stale)).leadsTo(ClosingLocal.class).publishes(Purpose.COMMITMENT);
    }

    /** The utility has acknowledged the newer one: it leaves out what was settled since. */
    @Test
    void the_producer_refuses_a_ruling_beside_which_its_own_receipt_is_an_old_one() {
        UnitNumber two = new UnitNumber(2);
        street.offer(1);
        Signed<StateReceipt> old = street.utility().newest(Party.PRODUCER);
        street.offer(2);
        RulingFile right = street.utility()
                .rule(
                        List.of(ONE, two),
                        List.of(
                                UnitVerdict.defaulted(ONE, new WattHours(250)),
                                UnitVerdict.defaulted(two, new WattHours(250))),
                        WattHours.ZERO);
        Evidence all = right.evidence();
        Evidence stale = new Evidence(
                all.terms(),
                all.consumer(),
                new SideState(old, List.of(ONE)),
                all.books(),
                all.acceptances(),
                all.readings(),
                all.silences(),
                all.preimages());
        RulingFile crooked = RulingFile.issue(
                stale,
                right.ruling().content().wallet(),
                0,
                right.ruling().content().verdicts(),
                Examples.bytes32("salt"),
                ScriptedUtility.NODE);

        assertThatStep(toProducer(right)).leadsTo(Ruled.class);
        assertThatStep(toProducer(crooked))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.Warned.class, CosignRefusal.NotNewestState.class);
    }

    @Test
    void a_ruling_that_the_utility_did_not_sign_changes_nothing() {
        street.offer(1);
        RulingFile right = defaultOfUnitOne();
        RulingFile forged = new RulingFile(
                new org.gridbolt.penalty.contract.Signed<>(
                        right.ruling().content(),
                        street.utility().acceptances().get(0).signature()),
                right.evidence());

        assertThatStep(toProducer(forged))
                .changesNothing(street.producer().state())
                .publishesNothing();
    }

    @Test
    void a_refused_ruling_that_comes_again_is_remembered_once() {
        street.utility().acknowledges(false);
        street.offer(1);
        RulingFile unproved = defaultOfUnitOne();

        Transition first = street.consumer().wouldReceive(Party.UTILITY, new RulingIssued(unproved));
        street.consumer().replaceState(first.next());
        Transition again = street.consumer().wouldReceive(Party.UTILITY, new RulingIssued(unproved));

        assertThatStep(again).changesNothing(first.next()).sends(Party.UTILITY, PenaltyRefused.class);
    }

    @Test
    void a_utility_that_never_publishes_the_penalty_locks_nobodys_coins() {
        street.offer(1);
        street.utility().toBoth(new RulingIssued(defaultOfUnitOne()));
        street.deliver();
        assertThat(commitments(street.consumer())).isEmpty();

        street.mine(REACTION + 1);

        assertThat(commitments(street.consumer())).hasSize(1);
        assertThat(street.consumer().state()).isInstanceOf(Resolving.class);
    }

    private static List<Publish> commitments(HouseholdRig household) {
        return household.published().stream()
                .filter(action -> action.purpose() == Purpose.COMMITMENT)
                .toList();
    }

    @Test
    void a_household_may_close_alone_while_it_waits_for_a_penalty() {
        street.offer(1);
        street.utility().toBoth(new RulingIssued(defaultOfUnitOne()));
        street.deliver();

        assertThatStep(street.consumer().wouldStep(new Command.CloseAlone()))
                .leadsTo(Ruled.class)
                .publishes(Purpose.COMMITMENT);
    }

    /** Scenario 4: the producer accepts and publishes at once, and defaults later. */
    @Test
    void a_ruling_that_comes_after_the_producers_version_still_takes_its_balance() {
        street.offer(1);
        street.producer().cheat(street.producer().channel());
        street.mine(1);
        assertThat(street.consumer().state()).isInstanceOf(Resolving.class);

        street.utility().toBoth(new RulingIssued(defaultOfUnitOne()));
        street.deliver();

        assertThat(street.utility().others(ForfeitSigned.class)).hasSize(1);
        assertThat(street.utility().others(PenaltySigned.class)).isEmpty();
        assertThatStep(street.consumer().wouldStep(new Connected(Party.UTILITY)))
                .sends(Party.UTILITY, ForfeitSigned.class);
    }

    @Test
    void the_split_on_chain_is_that_of_the_version_that_confirmed() {
        street.offer(1);
        RulingFile file = defaultOfUnitOne();
        Channel ruledOn = street.producer().channel();
        street.offer(2);
        VerifiedOn ruling = new VerifiedOn(file);

        assertThat(ruling.on(ruledOn.ownVersion())).isEqualTo(Neighbourhood.PRODUCER_SHARE);
        // A unit that was added since saves nobody's balance.
        assertThat(ruling.on(street.producer().channel().ownVersion())).isEqualTo(Neighbourhood.PRODUCER_SHARE);
    }

    private record VerifiedOn(RulingFile file) {
        Coin on(org.gridbolt.multisig.tx.CommitmentTx version) {
            return org.gridbolt.penalty.ruling.RulingVerifier.verify(
                            file, file.evidence().terms().content().identity().utilityNodeKey())
                    .orElseThrow()
                    .onConfirmed(
                            version.balances(), version.units(), file.evidence().ticketsByHash())
                    .pool();
        }
    }

    @Test
    void a_notice_of_fraud_reaches_the_producer() {
        street.offer(1);
        RulingFile file = defaultOfUnitOne();
        street.reveal(1);

        street.utility().toBoth(new RulingIssued(file));
        street.deliver();

        assertThat(street.producer().notices(Notice.Fraud.class)).hasSize(1);
    }
}
