package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A unit from its offer until nothing about it can change any more. Where it stands follows from this and from the
 * commitments: see {@link UnitPhase}.
 *
 * @param ticket the unit as the utility issued it
 * @param acceptance the producer's promise, once it is given
 * @param preimage what was revealed, once it is known
 * @param counted whether the utility itself revealed it, so that the next ticket book's carry counts it
 * @param outcome how it ended, once no version holds it any more
 * @param reading what the producer's meter measured, where this household has it; of several the one that shows most
 */
public record Unit(
        Ticket ticket,
        Optional<Signed<UnitAccept>> acceptance,
        Optional<Bytes> preimage,
        boolean counted,
        Optional<UnitOutcome> outcome,
        Optional<Signed<MeterReading>> reading) {

    /** A unit that was just offered. */
    public static Unit offered(Ticket ticket) {
        return new Unit(ticket, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** Its number. */
    public UnitNumber number() {
        return ticket.unit();
    }

    /** The same with the producer's promise. */
    public Unit accepted(Signed<UnitAccept> promise) {
        return new Unit(ticket, Optional.of(promise), preimage, counted, outcome, reading);
    }

    /** The same with its preimage, revealed by the peer or, {@code byUtility}, by the utility itself. */
    public Unit revealed(Bytes revealed, boolean byUtility) {
        return new Unit(ticket, acceptance, Optional.of(revealed), counted || byUtility, outcome, reading);
    }

    /** The same, ended. */
    public Unit ended(UnitOutcome how) {
        return new Unit(ticket, acceptance, preimage, counted, Optional.of(how), reading);
    }

    /** The same with that reading, where none that is here shows as much. */
    public Unit measured(Signed<MeterReading> shown) {
        WattHours injected = shown.content().injected();
        boolean more = reading.filter(known -> known.content().injected().compareTo(injected) >= 0)
                .isEmpty();
        return more ? new Unit(ticket, acceptance, preimage, counted, outcome, Optional.of(shown)) : this;
    }

    /** Whether the producer owes an answer on it: accepted, and not known to be delivered. */
    boolean isOwed() {
        return acceptance.isPresent() && preimage.isEmpty() && outcome.isEmpty();
    }

    /** Whether it is delivered and not yet part of the balances on both sides. */
    public boolean isUnfolded() {
        return preimage.isPresent() && outcome.isEmpty();
    }

    /** Whether nothing will be said of it any more. */
    public boolean isDone() {
        return outcome.filter(how -> how != UnitOutcome.SETTLED || counted).isPresent();
    }
}
