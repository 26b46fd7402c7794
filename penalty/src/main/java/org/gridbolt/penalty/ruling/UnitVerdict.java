package org.gridbolt.penalty.ruling;

import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.policy.JudgedUnit;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * What a ruling says of one unit.
 *
 * <p>Encoding: unit (4), verdict (1: 0 DELIVERED, 1 DEFAULT, 2 CANCELLED), shortfall (8).
 *
 * @param unit the unit
 * @param verdict what was found
 * @param shortfall what the producer lacked: more than 0 for a default, else 0
 */
public record UnitVerdict(UnitNumber unit, Verdict verdict, WattHours shortfall) {

    private static final int LAST_CODE = Verdict.CANCELLED.code();

    public UnitVerdict {
        if ((verdict == Verdict.DEFAULT) == shortfall.equals(WattHours.ZERO)) {
            throw new IllegalArgumentException(verdict + " of " + unit + " with " + shortfall + " lacking");
        }
    }

    /** Delivered. */
    public static UnitVerdict delivered(UnitNumber unit) {
        return new UnitVerdict(unit, Verdict.DELIVERED, WattHours.ZERO);
    }

    /** Defaulted by that much. */
    public static UnitVerdict defaulted(UnitNumber unit, WattHours shortfall) {
        return new UnitVerdict(unit, Verdict.DEFAULT, shortfall);
    }

    /** Cancelled without fault. */
    public static UnitVerdict cancelled(UnitNumber unit) {
        return new UnitVerdict(unit, Verdict.CANCELLED, WattHours.ZERO);
    }

    /** Whether it says that the unit was not delivered: its preimage proves otherwise. */
    boolean denies() {
        return verdict != Verdict.DELIVERED;
    }

    /** This verdict on what {@code ticket} promised; its shortfall must be at most the ticket's energy. */
    JudgedUnit on(Ticket ticket) {
        return new JudgedUnit(unit, ticket.amount(), ticket.energy(), verdict, shortfall);
    }

    void writeTo(CanonicalWriter writer) {
        writer.number(unit.value()).octet(verdict.code()).energy(shortfall);
    }

    static UnitVerdict readFrom(CanonicalReader reader) {
        return new UnitVerdict(
                new UnitNumber(reader.number()), Verdict.ofCode(reader.octet(LAST_CODE)), reader.energy());
    }
}
