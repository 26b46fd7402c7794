package org.gridbolt.penalty.ruling;

import java.util.List;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.UnitNumber;

/**
 * The newest version of one side, as evidence.
 *
 * <p>Encoding: receipt with signature, count (4), unit numbers (4 each).
 *
 * @param receipt that side's newest receipt
 * @param pending the units behind its pending root, rising; their tickets are in the books of the evidence
 */
public record SideState(Signed<StateReceipt> receipt, List<UnitNumber> pending) {

    public SideState {
        pending = List.copyOf(pending);
    }

    void writeTo(CanonicalWriter writer) {
        receipt.writeTo(writer);
        writer.list(pending, (out, unit) -> out.number(unit.value()));
    }

    static SideState readFrom(CanonicalReader reader) {
        return new SideState(
                Signed.readFrom(reader, StateReceipt::readFrom),
                reader.list(Limits.PENDING_UNITS_BOUND, in -> new UnitNumber(in.number())));
    }
}
