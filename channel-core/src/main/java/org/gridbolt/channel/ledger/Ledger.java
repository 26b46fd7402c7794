package org.gridbolt.channel.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Whose coins are whose in one state. Coins are conserved: a + b + u + sum(pending units) = W in every instance there is,
 * because the constructor makes no other.
 *
 * <p>MUST 1.1: a + b + u + sum(pending units) = W in every state.
 *
 * @param wallet W: all coins of the channel
 * @param balances a, b and u
 * @param units the units whose coins belong to nobody
 */
public record Ledger(Coin wallet, Allocation balances, PendingUnits units) {

    public Ledger {
        Coin held = balances.total().add(units.total());
        if (!held.equals(wallet)) {
            throw new IllegalArgumentException(
                    "a + b + u + pending units is " + held.value + " coins, but W is " + wallet.value);
        }
    }

    /** The state before any update: everybody has what they put in. */
    public static Ledger opening(Allocation contributions) {
        return new Ledger(contributions.total(), contributions, PendingUnits.NONE);
    }

    /** The pending units, by rising number. */
    public List<Ticket> tickets() {
        return units.tickets();
    }

    /** The pending units as a commitment holds them. */
    public List<PendingUnit> outputs() {
        return tickets().stream().map(Ticket::pendingUnit).toList();
    }

    /** Whether that unit is pending. */
    public boolean holds(UnitNumber unit) {
        return units.ticket(unit).isPresent();
    }

    /**
     * The ledger after {@code changes}, which count as made at once: only what comes out in the end is held to {@code
     * bounds}, so that the order in which crossing messages arrive does not matter.
     */
    public Outcome<Ledger, LedgerFlaw> after(List<Change> changes, LedgerBounds bounds) {
        if (changes.isEmpty()) {
            return Outcome.of(this);
        }
        return new Draft(this, bounds).apply(changes);
    }

    /** A ledger under change: balances may be negative until all changes are in. */
    private static final class Draft {

        private final Ledger before;
        private final LedgerBounds bounds;
        private final List<Ticket> units;
        private Coin consumer;
        private Coin producer;
        private Coin utility;

        Draft(Ledger before, LedgerBounds bounds) {
            this.before = before;
            this.bounds = bounds;
            this.units = new ArrayList<>(before.tickets());
            this.consumer = before.balances().consumer();
            this.producer = before.balances().producer();
            this.utility = before.balances().utility();
        }

        Outcome<Ledger, LedgerFlaw> apply(List<Change> changes) {
            for (Change change : changes) {
                Optional<LedgerFlaw> flaw = apply(change);
                if (flaw.isPresent()) {
                    return Outcome.flawed(flaw.get());
                }
            }
            return finish();
        }

        private Optional<LedgerFlaw> apply(Change change) {
            if (change instanceof Change.Offered offered) {
                return add(offered.ticket());
            }
            Coin removed = Coin.ZERO;
            for (UnitNumber unit : change.units()) {
                int place = placeOf(unit);
                if (place < 0) {
                    return Optional.of(new LedgerFlaw.NotPending(unit));
                }
                removed = removed.add(units.remove(place).amount());
            }
            divide(removed, change);
            return Optional.empty();
        }

        private Optional<LedgerFlaw> add(Ticket ticket) {
            boolean rises =
                    units.isEmpty() || units.get(units.size() - 1).unit().isBefore(ticket.unit());
            if (!rises) {
                return Optional.of(new LedgerFlaw.NotRising(ticket.unit()));
            }
            if (units.stream().anyMatch(unit -> unit.hash().equals(ticket.hash()))) {
                return Optional.of(new LedgerFlaw.RepeatedHash(ticket.unit()));
            }
            if (ticket.amount().isLessThan(bounds.dustLimit())) {
                return Optional.of(new LedgerFlaw.Dust(ticket.unit(), ticket.amount(), bounds.dustLimit()));
            }
            units.add(ticket);
            consumer = consumer.subtract(ticket.amount());
            return Optional.empty();
        }

        private void divide(Coin coins, Change change) {
            if (change instanceof Change.Replaced replaced) {
                consumer = consumer.add(replaced.consumer());
                utility = utility.add(replaced.utility());
                producer = producer.add(coins).subtract(replaced.consumer()).subtract(replaced.utility());
            } else if (change instanceof Change.Fulfilled fulfilled) {
                Coin fee = fulfilled.gridFee().isGreaterThan(coins) ? coins : fulfilled.gridFee();
                producer = producer.add(coins).subtract(fee);
                utility = utility.add(fee);
            } else {
                consumer = consumer.add(coins);
            }
        }

        private int placeOf(UnitNumber number) {
            for (int i = 0; i < units.size(); i++) {
                if (units.get(i).unit().equals(number)) {
                    return i;
                }
            }
            return -1;
        }

        private Outcome<Ledger, LedgerFlaw> finish() {
            if (consumer.isNegative()) {
                return Outcome.flawed(new LedgerFlaw.BelowReserve(Party.CONSUMER, consumer, bounds.consumerReserve()));
            }
            if (producer.isNegative()) {
                return Outcome.flawed(new LedgerFlaw.BelowReserve(Party.PRODUCER, producer, bounds.producerReserve()));
            }
            if (units.size() > bounds.pendingUnitsMax()) {
                return Outcome.flawed(new LedgerFlaw.TooManyUnits(units.size(), bounds.pendingUnitsMax()));
            }
            Ledger after =
                    new Ledger(before.wallet(), new Allocation(consumer, producer, utility), new PendingUnits(units));
            return bounds.firstFlaw(before, after)
                    .<Outcome<Ledger, LedgerFlaw>>map(Outcome::flawed)
                    .orElseGet(() -> Outcome.of(after));
        }
    }
}
