package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A ticket without its hash: all that the preimage is computed from.
 *
 * <p>Encoding: unit (4), slot (4), energy (8), price in nano-coins per kWh (8), amount (8), deadlines (4 each).
 *
 * @param unit the unit's number
 * @param slot when it is delivered
 * @param energy how much, more than 0
 * @param price the slot's announced price
 * @param amount its coins, more than 0
 * @param deadlines its heights
 */
public record TicketDraft(UnitNumber unit, Slot slot, WattHours energy, Price price, Coin amount, Deadlines deadlines) {

    public TicketDraft {
        if (energy.equals(WattHours.ZERO) || !amount.isPositive()) {
            throw new IllegalArgumentException("a unit has energy and coins: " + energy + ", " + amount.value);
        }
    }

    void writeTo(CanonicalWriter writer) {
        writer.number(unit.value())
                .number(slot.number())
                .energy(energy)
                .wide(price.nanoCoinsPerKwh())
                .coins(amount);
        deadlines.writeTo(writer);
    }

    static TicketDraft readFrom(CanonicalReader reader) {
        return new TicketDraft(
                new UnitNumber(reader.number()),
                new Slot(reader.number()),
                reader.energy(),
                new Price(reader.wide()),
                reader.coins(),
                Deadlines.readFrom(reader));
    }
}
