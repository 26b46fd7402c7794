package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * What a registered meter measured for one unit, signed by the meter's own key and sent to the utility and to its household
 * alike.
 *
 * <p>Tag: {@code gridbolt/meter-reading/1}. Encoding: channel reference (96), unit (4), energy (8), height (4).
 *
 * @param channel the channel
 * @param unit the unit
 * @param injected what the producer fed in for it
 * @param readAt the height at which the meter closed the measurement
 */
public record MeterReading(ChannelRef channel, UnitNumber unit, WattHours injected, BlockHeight readAt)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/meter-reading/1");

    /** What this reading lacks of {@code promised}; nothing when more was fed in. */
    public WattHours shortfallOf(WattHours promised) {
        return injected.compareTo(promised) >= 0 ? WattHours.ZERO : promised.minus(injected);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.number(unit.value()).energy(injected).height(readAt);
    }

    /** Reads the fields. */
    public static MeterReading readFrom(CanonicalReader reader) {
        return new MeterReading(
                ChannelRef.readFrom(reader), new UnitNumber(reader.number()), reader.energy(), reader.height());
    }

    /** The reading that {@code encoding} spells. */
    public static Outcome<MeterReading, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, MeterReading::readFrom);
    }
}
