package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.UnitsReplaced;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A default whose penalty is waived, where a real bitcoind judges what can confirm. */
@OnBitcoind
class WaivedDefaultOnBitcoindTest {

    /** A tenth of the balance for a unit of which nothing came, a quarter of it the consumer's. */
    private static final Graded TENTH = new Graded(new Fraction(1, 10), 0, new PerMille(250));

    /** With so many tolerated, a default costs the energy and nothing else. */
    private static final Graded TOLERANT = new Graded(Fraction.WHOLE, 64, PerMille.ZERO);

    /** Of a unit of 2500 coins: q = 2500, CP = 8000, K = 2000. */
    private static final Allocation AFTER = Allocation.of(199_500, 72_000, 8_500);

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = opened(bitcoind, TENTH);
    }

    private static StreetOnBitcoind<UtilityRig> opened(Bitcoind bitcoind, Graded policy) {
        return StreetOnBitcoind.withUtility(bitcoind, Gradings.of(policy)).open();
    }

    private HouseholdRig household(Party party) {
        return party == Party.CONSUMER ? street.consumer() : street.producer();
    }

    /** A unit of that slot, accepted; nothing of it flows. */
    private Ticket failed(Slot slot, int wattHours) {
        street.moveToOffersOf(slot);
        Ticket ticket = street.utility().issue(slot, 1, wattHours).get(0);
        street.deliver();
        street.offer(ticket.unit());
        street.moveTo(street.schedule().end(slot).value());
        street.producer().measure(ticket.unit(), WattHours.ZERO);
        street.deliver();
        return ticket;
    }

    private void moveToRulingOn(Ticket ticket) {
        street.moveTo(ticket.deadlines().deliverBy().value() + 4);
    }

    private void settled(HouseholdRig household, Allocation expected) {
        assertThat(household.state()).isInstanceOf(Active.class);
        assertThat(household.channel().commitments().isSettled()).isTrue();
        Ledger own = household.channel().commitments().own().ledger();
        assertThat(own.tickets()).isEmpty();
        assertThat(own.balances()).isEqualTo(expected);
    }

    @Test
    void the_close_after_a_waived_default_pays_what_the_newest_state_says() {
        moveToRulingOn(failed(new Slot(0), 250));
        street.mine(2);
        settled(street.consumer(), AFTER);
        settled(street.producer(), AFTER);

        street.moveToOffersOf(new Slot(8));
        Ticket next = street.utility().issue(new Slot(8), 1, 250).get(0);
        street.deliver();
        street.offer(next.unit());
        street.moveTo(street.schedule().end(new Slot(8)).value());
        street.producer().measure(next.unit(), new WattHours(250));
        street.deliver();
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(2);

        Settlement end = street.settlement();
        assertThat(end.open()).isEqualTo(Coin.ZERO);
        assertThat(end.paid().consumer().add(end.fees())).isEqualTo(Coin.valueOf(197_000));
        assertThat(end.paid().producer()).isEqualTo(Coin.valueOf(74_500));
        assertThat(end.paid().utility()).isEqualTo(Coin.valueOf(8_500));
        assertThat(street.post().delivered(PenaltySigned.class, Party.UTILITY)).isEmpty();
        assertThat(street.utility().published(Purpose.PENALTY)).isEmpty();
    }

    /** Nobody saves anything by publishing a version that still holds the defaulted unit. */
    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_version_published_between_the_waiver_and_the_next_state_pays_the_same_split(Party publisher) {
        street.post().holdBack(letter -> letter.message() instanceof UnitsReplaced);
        moveToRulingOn(failed(new Slot(0), 250));
        assertThat(street.post().delivered(WaiverGiven.class, Party.UTILITY)).isNotEmpty();

        Transaction version = household(publisher).cheat(household(publisher).channel());
        street.mine(2);
        assertThat(street.isConfirmed(version)).isTrue();
        assertThat(street.post().delivered(ForfeitSigned.class, Party.UTILITY)).hasSize(1);
        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        street.mine(3 * window + 10);

        Settlement end = street.settlement();
        assertThat(end.open()).isEqualTo(Coin.ZERO);
        long fees = end.fees().value;
        assertThat(end.paid().consumer().value).isBetween(AFTER.consumer().value - fees, AFTER.consumer().value);
        assertThat(end.paid().producer().value).isBetween(AFTER.producer().value - fees, AFTER.producer().value);
        assertThat(end.paid().utility().value).isBetween(AFTER.utility().value - fees, AFTER.utility().value);
        assertThat(street.post().delivered(PenaltySigned.class, Party.UTILITY)).isEmpty();
    }

    /** Each slot has a default, and the process ends at one boundary later: until a waiver has no more of them. */
    @ParameterizedTest
    @EnumSource(Party.class)
    void a_process_that_ends_at_any_boundary_of_a_waiver_resumes_it(Party victim, Bitcoind bitcoind) {
        street = opened(bitcoind, TOLERANT);
        boolean met = true;
        int defaults = 0;
        for (int slot = 0; met; slot += 10) {
            met = killedInWaiver(victim, new Slot(slot), defaults);
            defaults++;
        }
        assertThat(defaults).isGreaterThan(6);

        Allocation after = Allocation.of(200_000 - 330L * defaults, 80_000, 330L * defaults);
        settled(street.consumer(), after);
        settled(street.producer(), after);
        assertThat(published()).isEmpty();
    }

    private List<Publish> published() {
        return List.of(street.consumer(), street.producer()).stream()
                .flatMap(household -> household.published().stream())
                .filter(action -> action.purpose() != Purpose.FUNDING)
                .toList();
    }

    private boolean killedInWaiver(Party victim, Slot slot, int boundary) {
        Ticket ticket = failed(slot, 33);
        street.moveTo(ticket.deadlines().deliverBy().value() + 3);
        light(victim, boundary);
        street.mine(2);
        boolean ended = victim == Party.UTILITY
                ? street.utility().hasCrashed()
                : household(victim).hasCrashed();
        if (ended) {
            comeBack(victim);
        }
        putOut(victim);
        street.mine(6);
        for (HouseholdRig household : List.of(street.consumer(), street.producer())) {
            assertThat(household.notices(Notice.Terminal.class))
                    .as("ends after boundary %d of %s", boundary, victim)
                    .isEmpty();
        }
        return ended;
    }

    private void light(Party victim, int boundary) {
        if (victim == Party.UTILITY) {
            street.utility().crashAfter(boundary);
        } else {
            household(victim).crashAfter(boundary);
        }
    }

    private void putOut(Party victim) {
        if (victim == Party.UTILITY) {
            street.utility().calmDown();
        } else {
            household(victim).calmDown();
        }
    }

    private void comeBack(Party victim) {
        List.of(Party.values()).forEach(other -> street.post().lose(victim, other));
        if (victim == Party.UTILITY) {
            street.utility().restart();
            for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
                street.utility().connect(party);
                household(party).connect(Party.UTILITY);
            }
        } else {
            household(victim).restart();
            household(victim).connect(Party.UTILITY);
            street.utility().connect(victim);
            HouseholdRig peer = household(victim.peer());
            peer.disconnected(victim);
            peer.connect(victim);
            household(victim).connect(victim.peer());
        }
        street.deliver();
    }
}
