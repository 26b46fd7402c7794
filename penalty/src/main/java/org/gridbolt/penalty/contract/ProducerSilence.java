package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The consumer's word, signed by its node key, that the producer did not answer it during the notice about a unit, on a path
 * that the utility does not carry. It stands in for a reading that the producer withholds.
 *
 * <p>Tag: {@code gridbolt/producer-silence/1}. Encoding: channel reference (96), unit (4), from (4), to (4).
 *
 * @param channel the channel
 * @param unit the unit that was asked about
 * @param from the height at which the consumer asked
 * @param to the height at which it gave up
 */
public record ProducerSilence(ChannelRef channel, UnitNumber unit, BlockHeight from, BlockHeight to)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/producer-silence/1");

    /** Whether the silence lasted for the notice of these windows. */
    public boolean lasted(Windows windows) {
        return windows.isNotice(from, to);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.number(unit.value()).height(from).height(to);
    }

    /** Reads the fields. */
    public static ProducerSilence readFrom(CanonicalReader reader) {
        return new ProducerSilence(
                ChannelRef.readFrom(reader), new UnitNumber(reader.number()), reader.height(), reader.height());
    }

    /** The statement that {@code encoding} spells. */
    public static Outcome<ProducerSilence, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, ProducerSilence::readFrom);
    }
}
