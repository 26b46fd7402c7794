package org.gridbolt.channel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Deadlines;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final LedgerBounds BOUNDS = new LedgerBounds(
            Coin.valueOf(3_000), Coin.valueOf(3_000), 4, Coin.valueOf(75_000), Coin.valueOf(30_000), Coin.valueOf(330));

    private final Ledger opening = Ledger.opening(Allocation.of(200_000, 80_000, 20_000));

    private static Ticket ticket(int unit, long coins) {
        Deadlines deadlines =
                new Deadlines(new BlockHeight(1), new BlockHeight(2), new BlockHeight(9), new BlockHeight(21));
        TicketDraft draft = new TicketDraft(
                new UnitNumber(unit), new Slot(0), new WattHours(1), new Price(1), Coin.valueOf(coins), deadlines);
        return new Ticket(draft, Sha256Hash.of(Examples.bytes32("unit " + unit).toArray()));
    }

    private static Change offered(int unit, long coins) {
        return new Change.Offered(ticket(unit, coins));
    }

    private static Change fulfilled(int unit) {
        return new Change.Fulfilled(new UnitNumber(unit), Coin.ZERO);
    }

    private static Change refunded(int unit) {
        return new Change.Refunded(new UnitNumber(unit));
    }

    private Ledger after(Change... changes) {
        return opening.after(List.of(changes), BOUNDS).orElseThrow();
    }

    private LedgerFlaw flawOf(Ledger ledger, Change... changes) {
        return ledger.after(List.of(changes), BOUNDS).flaw().orElseThrow();
    }

    @Test
    void a_state_that_does_not_conserve_the_wallet_cannot_be_made() {
        assertThatThrownBy(() -> new Ledger(Coin.valueOf(10), Allocation.of(5, 4, 0), PendingUnits.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_offered_unit_belongs_to_nobody() {
        Ledger pending = after(offered(1, 30_000));

        assertThat(pending.balances()).isEqualTo(Allocation.of(170_000, 80_000, 20_000));
        assertThat(pending.units().total()).isEqualTo(Coin.valueOf(30_000));
    }

    @Test
    void a_delivered_unit_is_the_producers() {
        assertThat(after(offered(1, 30_000), fulfilled(1)).balances())
                .isEqualTo(Allocation.of(170_000, 110_000, 20_000));
    }

    @Test
    void a_refunded_unit_is_the_consumers_again() {
        assertThat(after(offered(1, 30_000), refunded(1))).isEqualTo(opening);
    }

    @Test
    void the_grid_fee_is_the_utilitys_and_never_more_than_the_unit() {
        Change dear = new Change.Fulfilled(new UnitNumber(1), Coin.valueOf(1_000));

        assertThat(after(offered(1, 400), dear).balances()).isEqualTo(Allocation.of(199_600, 80_000, 20_400));
        assertThat(after(offered(1, 4_000), dear).balances()).isEqualTo(Allocation.of(196_000, 83_000, 21_000));
    }

    @Test
    void crossing_changes_count_as_made_at_once() {
        Ledger nearlyDry = opening.after(List.of(offered(1, 70_000)), BOUNDS).orElseThrow();

        Outcome<Ledger, LedgerFlaw> both = nearlyDry.after(List.of(offered(2, 60_000), fulfilled(1)), BOUNDS);

        assertThat(both.orElseThrow().balances()).isEqualTo(Allocation.of(70_000, 150_000, 20_000));
    }

    @Test
    void a_balance_is_not_taken_below_its_reserve() {
        Ledger poor = Ledger.opening(Allocation.of(3_500, 80_000, 20_000));

        assertThat(flawOf(poor, offered(1, 501)))
                .isEqualTo(new LedgerFlaw.BelowReserve(Party.CONSUMER, Coin.valueOf(2_999), Coin.valueOf(3_000)));
        assertThat(poor.after(List.of(offered(1, 500)), BOUNDS).value()).isPresent();
    }

    @Test
    void a_balance_below_its_reserve_may_rise() {
        Ledger poor = Ledger.opening(Allocation.of(200_000, 0, 20_000));

        assertThat(poor.after(List.of(offered(1, 400), fulfilled(1)), BOUNDS).value())
                .isPresent();
    }

    @Test
    void more_than_there_is_cannot_be_offered() {
        Ledger poor = Ledger.opening(Allocation.of(1_000, 80_000, 20_000));

        assertThat(flawOf(poor, offered(1, 2_000))).isInstanceOf(LedgerFlaw.BelowReserve.class);
    }

    @Test
    void the_bounds_on_what_is_pending_hold() {
        assertThat(flawOf(opening, offered(1, 75_001))).isInstanceOf(LedgerFlaw.TooMuchPending.class);
        assertThat(flawOf(opening, offered(1, 329))).isInstanceOf(LedgerFlaw.Dust.class);
        assertThat(flawOf(opening, offered(1, 400), offered(2, 400), offered(3, 400), offered(4, 400), offered(5, 400)))
                .isEqualTo(new LedgerFlaw.TooManyUnits(5, 4));
    }

    @Test
    void as_many_units_as_agreed_may_be_pending() {
        assertThat(after(offered(1, 400), offered(2, 400), offered(3, 400), offered(4, 400))
                        .tickets())
                .hasSize(4);
    }

    @Test
    void a_hash_is_of_one_pending_unit_only() {
        Ticket second = new Ticket(ticket(2, 400).draft(), ticket(1, 400).hash());

        assertThat(flawOf(opening, offered(1, 400), new Change.Offered(second)))
                .isEqualTo(new LedgerFlaw.RepeatedHash(new UnitNumber(2)));
    }

    private static Change replaced(long utility) {
        return new Change.Replaced(Sha256Hash.ZERO_HASH, List.of(new UnitNumber(1)), Coin.ZERO, Coin.valueOf(utility));
    }

    @Test
    void a_ruling_takes_no_more_from_the_producer_than_its_reserve_lets() {
        Ledger poor = Ledger.opening(Allocation.of(200_000, 3_500, 20_000));

        assertThat(flawOf(poor, offered(1, 400), replaced(901)))
                .isEqualTo(new LedgerFlaw.BelowReserve(Party.PRODUCER, Coin.valueOf(2_999), Coin.valueOf(3_000)));
        assertThat(flawOf(poor, offered(1, 400), replaced(3_901)))
                .isEqualTo(new LedgerFlaw.BelowReserve(Party.PRODUCER, Coin.valueOf(-1), Coin.valueOf(3_000)));
        assertThat(poor.after(List.of(offered(1, 400), replaced(900)), BOUNDS).value())
                .isPresent();
    }

    @Test
    void without_a_change_it_stays() {
        assertThat(opening.after(List.of(), BOUNDS).orElseThrow()).isEqualTo(opening);
    }

    @Test
    void it_tells_its_units_as_a_commitment_holds_them() {
        Ledger pending = after(offered(1, 400), offered(3, 500));

        assertThat(pending.outputs())
                .containsExactly(ticket(1, 400).pendingUnit(), ticket(3, 500).pendingUnit());
        assertThat(pending.holds(new UnitNumber(3))).isTrue();
        assertThat(pending.holds(new UnitNumber(2))).isFalse();
    }

    @Test
    void the_bounds_are_those_of_the_terms() {
        Limits limits = Limits.defaults(opening.balances());

        assertThat(LedgerBounds.of(limits))
                .isEqualTo(new LedgerBounds(
                        limits.consumerReserve(),
                        limits.producerReserve(),
                        limits.pendingUnitsMax(),
                        limits.pendingCoinsMax(),
                        limits.utilityCoinsMax(),
                        limits.dustLimit()));
    }

    @Test
    void the_consumer_offers_and_carries_a_ruling_out_and_the_producer_removes() {
        assertThat(List.of(offered(1, 400), replaced(0)))
                .extracting(Change::author)
                .containsOnly(Party.CONSUMER);
        assertThat(List.of(fulfilled(1), refunded(1)))
                .extracting(Change::author)
                .containsOnly(Party.PRODUCER);
        assertThat(List.of(offered(1, 400), replaced(0), fulfilled(1), refunded(1)))
                .extracting(Change::units)
                .containsOnly(List.of(new UnitNumber(1)));
    }

    @Test
    void each_flaw_says_what_is_wrong() {
        UnitNumber unit = new UnitNumber(7);
        Coin less = Coin.valueOf(329);
        Coin more = Coin.valueOf(330);

        assertThat(List.of(
                        new LedgerFlaw.BelowReserve(Party.PRODUCER, less, more),
                        new LedgerFlaw.TooMuchForUtility(more, less),
                        new LedgerFlaw.TooManyUnits(5, 4),
                        new LedgerFlaw.TooMuchPending(more, less),
                        new LedgerFlaw.Dust(unit, less, more),
                        new LedgerFlaw.NotRising(unit),
                        new LedgerFlaw.RepeatedHash(unit),
                        new LedgerFlaw.NotPending(unit)))
                .extracting(LedgerFlaw::message)
                .containsExactly(
                        "the balance of PRODUCER would be 329 coins, where 330 must stay: the wallet has run dry",
                        "the utility would have 330 coins, where at most 329 are agreed",
                        "5 units would be pending, where at most 4 are agreed",
                        "330 coins would be pending, where at most 329 are agreed",
                        "unit 7 is worth 329 coins, where no output holds less than 330",
                        "unit 7 is added, but unit numbers rise strictly",
                        "unit 7 has the hash of another pending unit",
                        "unit 7 is removed, but it is not pending");
    }

    @Test
    void the_utility_never_gets_more_than_agreed() {
        Ledger rich = Ledger.opening(Allocation.of(200_000, 80_000, 30_000));
        Change dear = new Change.Fulfilled(new UnitNumber(1), Coin.valueOf(1));

        assertThat(flawOf(rich, offered(1, 400), dear)).isInstanceOf(LedgerFlaw.TooMuchForUtility.class);
    }

    @Test
    void unit_numbers_rise_and_only_pending_units_are_removed() {
        assertThat(flawOf(opening, offered(2, 400), offered(1, 400))).isInstanceOf(LedgerFlaw.NotRising.class);
        assertThat(flawOf(opening, fulfilled(1))).isInstanceOf(LedgerFlaw.NotPending.class);
        assertThat(flawOf(opening, offered(1, 400), refunded(1), fulfilled(1)))
                .isInstanceOf(LedgerFlaw.NotPending.class);
    }

    /** Whatever is tried, in whatever order, every ledger that comes out holds the wallet's coins, and nobody's are negative. */
    @Property(tries = 300)
    void coins_are_conserved_under_any_changes(
            @ForAll @Size(max = 40) List<@IntRange(max = 11) Integer> script,
            @ForAll @IntRange(min = 1, max = 90_000) int coins) {
        Ledger ledger = opening;
        int next = 1;
        for (int choice : script) {
            List<Change> changes = new ArrayList<>();
            if (choice < 6) {
                changes.add(offered(next++, coins));
            } else if (choice < 9) {
                changes.add(fulfilled(Math.max(1, next - choice + 5)));
            } else {
                changes.add(refunded(Math.max(1, next - choice + 8)));
            }
            ledger = ledger.after(changes, BOUNDS).value().orElse(ledger);
            assertThat(ledger.balances().total().add(ledger.units().total())).isEqualTo(opening.wallet());
        }
    }
}
