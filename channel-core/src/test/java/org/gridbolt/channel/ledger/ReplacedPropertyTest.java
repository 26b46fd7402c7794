package org.gridbolt.channel.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Deadlines;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.JudgedState;
import org.gridbolt.penalty.policy.JudgedUnit;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Whatever a ruling finds, the states that carry it out end where the penalty on the wallet would. */
class ReplacedPropertyTest {

    private static final Coin MUCH = Coin.valueOf(1_000_000_000L);
    private static final LedgerBounds BOUNDS =
            new LedgerBounds(Coin.ZERO, Coin.ZERO, 64, MUCH, MUCH, Coin.valueOf(330));
    private static final int ENERGY = 1_000;
    private static final List<Verdict> VERDICTS = List.of(Verdict.DELIVERED, Verdict.DEFAULT, Verdict.CANCELLED);

    private static Ticket ticket(int unit, long coins) {
        Deadlines deadlines =
                new Deadlines(new BlockHeight(1), new BlockHeight(2), new BlockHeight(9), new BlockHeight(21));
        TicketDraft draft = new TicketDraft(
                new UnitNumber(unit), new Slot(0), new WattHours(ENERGY), new Price(1), Coin.valueOf(coins), deadlines);
        return new Ticket(draft, Sha256Hash.of(Examples.bytes32("unit " + unit).toArray()));
    }

    private static JudgedUnit judged(Ticket ticket, Random random) {
        Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        long lacking = verdict == Verdict.DEFAULT ? 1 + random.nextInt(ENERGY) : 0;
        return new JudgedUnit(ticket.unit(), ticket.amount(), ticket.energy(), verdict, new WattHours(lacking));
    }

    @Property(tries = 500)
    void the_states_after_a_waiver_end_at_the_split_of_the_penalty_in_any_order(
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(max = 100_000) int consumer,
            @ForAll @IntRange(max = 100_000) int producer,
            @ForAll @IntRange(min = 1, max = 1_000) int numerator,
            @ForAll @IntRange(max = 3) int tolerated,
            @ForAll @IntRange(max = 1_000) int share,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Ticket> tickets = new ArrayList<>();
        List<JudgedUnit> units = new ArrayList<>();
        for (int unit = 1; unit <= count; unit++) {
            Ticket ticket = ticket(unit, 330 + random.nextInt(5_000));
            tickets.add(ticket);
            units.add(judged(ticket, random));
        }
        Allocation balances = Allocation.of(consumer, producer, 7);
        PendingUnits pending = new PendingUnits(tickets);
        Ledger ledger = new Ledger(balances.total().add(pending.total()), balances, pending);
        Split split = Split.of(
                new JudgedState(balances, units),
                new Graded(new Fraction(numerator, 1_000), tolerated, new PerMille(share)));

        Ledger end = ledger;
        for (Change change : changes(split, random)) {
            end = end.after(List.of(change), BOUNDS).orElseThrow();
            assertThat(end.balances().total().add(end.units().total())).isEqualTo(ledger.wallet());
        }

        assertThat(end.tickets()).isEmpty();
        assertThat(end.balances()).isEqualTo(split.offChain());
    }

    /** The defaulted units at once, as the ruling says; the others one by one, as ever. */
    private static List<Change> changes(Split split, Random random) {
        List<Change> changes = new ArrayList<>();
        List<UnitNumber> defaulted = split.state().with(Verdict.DEFAULT).stream()
                .map(JudgedUnit::unit)
                .toList();
        if (!defaulted.isEmpty()) {
            changes.add(
                    new Change.Replaced(Sha256Hash.ZERO_HASH, defaulted, split.consumerShare(), split.utilityShare()));
        }
        split.state()
                .with(Verdict.DELIVERED)
                .forEach(unit -> changes.add(new Change.Fulfilled(unit.unit(), Coin.ZERO)));
        split.state().with(Verdict.CANCELLED).forEach(unit -> changes.add(new Change.Refunded(unit.unit())));
        Collections.shuffle(changes, random);
        return changes;
    }
}
