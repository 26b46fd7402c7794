package org.gridbolt.penalty.contract;

import java.util.Optional;
import org.gridbolt.multisig.BlockHeight;

/**
 * The order in which the heights of a unit must lie:
 *
 * <pre>
 *   price height &lt;= offer_by &lt; accept_by &lt;= slot start &lt; slot end &lt;= deliver_by &lt;= T
 *   d1 &gt;= deliver_by + reveal_grace + notice + ruling_delay,   d1 + 3 csv &lt;= T + grace
 * </pre>
 *
 * A d1 more than one window after the earliest possible is refused too: a unit whose utility vanishes is locked until then, and
 * T may be far away.
 *
 * <p>MUST 3.2: no ticket is taken whose heights lie otherwise.
 */
final class HeightRules {

    private final Deadlines deadlines;
    private final Terms terms;
    private final long slotStart;

    private HeightRules(Deadlines deadlines, Terms terms, long slotStart) {
        this.deadlines = deadlines;
        this.terms = terms;
        this.slotStart = slotStart;
    }

    /** The slot's start is computed wide: its number is another's and may lie beyond every height. */
    static HeightRules of(Ticket ticket, Terms terms) {
        SlotSchedule schedule = terms.schedule();
        long offset =
                Math.multiplyFull(schedule.slotLength().value(), ticket.slot().number());
        return new HeightRules(ticket.deadlines(), terms, schedule.slotZero().value() + offset);
    }

    /** The first rule that is broken, in words. */
    Optional<String> broken(BlockHeight announcedAt) {
        if (announcedAt.isAfter(deadlines.offerBy())) {
            return Optional.of("price height <= offer_by");
        }
        if (!deadlines.offerBy().isBefore(deadlines.acceptBy())) {
            return Optional.of("offer_by < accept_by");
        }
        return slot().or(this::claims);
    }

    private Optional<String> slot() {
        if (deadlines.acceptBy().value() > slotStart) {
            return Optional.of("accept_by <= slot start");
        }
        long slotEnd = slotStart + terms.schedule().slotLength().value();
        if (deadlines.deliverBy().value() < slotEnd) {
            return Optional.of("slot end <= deliver_by");
        }
        return Optional.empty();
    }

    private Optional<String> claims() {
        SlotSchedule schedule = terms.schedule();
        if (deadlines.deliverBy().isAfter(schedule.expiry())) {
            return Optional.of("deliver_by <= T");
        }
        long sinceDelivery =
                (long) deadlines.claimableFrom().value() - deadlines.deliverBy().value();
        if (sinceDelivery < terms.windows().fromDeliveryToClaim().value()) {
            return Optional.of("d1 >= deliver_by + reveal_grace + notice + ruling_delay");
        }
        long lastBranch = (long) deadlines.claimableFrom().value()
                + terms.windows().fromClaimToLastBranch().value();
        long end = (long) schedule.expiry().value() + schedule.grace().value();
        if (lastBranch > end) {
            return Optional.of("d1 + 3 csv <= T + grace");
        }
        long latest = terms.windows().fromDeliveryToClaim().value()
                + (long) terms.windows().csv().value();
        return sinceDelivery > latest ? Optional.of("d1 <= earliest d1 + csv") : Optional.empty();
    }
}
