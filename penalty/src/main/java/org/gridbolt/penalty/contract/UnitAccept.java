package org.gridbolt.penalty.contract;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The producer's promise to deliver units, signed by its node key: from here it is liable. It is given only when both old
 * states are revoked and the utility has acknowledged the receipts; without it a unit can be cancelled, never defaulted.
 *
 * <p>Tag: {@code gridbolt/unit-accept/1}. Encoding: channel reference (96), count (4), unit numbers (4 each), receipt (32).
 *
 * @param channel the channel
 * @param units at least one, by strictly rising number
 * @param receipt the hash of the producer's receipt of the state that holds them
 */
public record UnitAccept(ChannelRef channel, List<UnitNumber> units, Sha256Hash receipt) implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/unit-accept/1");

    public UnitAccept {
        units = List.copyOf(units);
        if (units.isEmpty() || units.size() > Limits.PENDING_UNITS_BOUND) {
            throw new IllegalArgumentException("no acceptance of " + units.size() + " units");
        }
        for (int i = 1; i < units.size(); i++) {
            if (!units.get(i - 1).isBefore(units.get(i))) {
                throw new IllegalArgumentException("unit numbers rise strictly, not " + units);
            }
        }
    }

    /** Whether it promises {@code unit}. */
    public boolean covers(UnitNumber unit) {
        return units.contains(unit);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.list(units, (out, unit) -> out.number(unit.value())).hash(receipt);
    }

    /** Reads the fields. */
    public static UnitAccept readFrom(CanonicalReader reader) {
        return new UnitAccept(
                ChannelRef.readFrom(reader),
                reader.list(Limits.PENDING_UNITS_BOUND, in -> new UnitNumber(in.number())),
                reader.hash());
    }

    /** The acceptance that {@code encoding} spells. */
    public static Outcome<UnitAccept, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, UnitAccept::readFrom);
    }
}
