package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;

/**
 * A household's word, signed by its node key, that the other household did not answer it during the notice. With it the
 * household asks the utility to settle the channel without the other one.
 *
 * <p>Tag: {@code gridbolt/peer-absence/1}. Encoding: channel reference (96), side (1: 0 consumer, 1 producer), from (4), to (4).
 *
 * @param channel the channel
 * @param side the household that says so: the other one is missing
 * @param from the height at which it began to wait
 * @param to the height at which it gave up
 */
public record PeerAbsence(ChannelRef channel, Party side, BlockHeight from, BlockHeight to) implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/peer-absence/1");

    public PeerAbsence {
        if (side == Party.UTILITY) {
            throw new IllegalArgumentException("the utility is no household");
        }
    }

    /** The household that did not answer. */
    public Party missing() {
        return side.peer();
    }

    /** Whether the absence lasted for the notice of these windows. */
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
        writer.flag(side == Party.PRODUCER).height(from).height(to);
    }

    /** Reads the fields. */
    public static PeerAbsence readFrom(CanonicalReader reader) {
        return new PeerAbsence(
                ChannelRef.readFrom(reader),
                reader.flag() ? Party.PRODUCER : Party.CONSUMER,
                reader.height(),
                reader.height());
    }

    /** The statement that {@code encoding} spells. */
    public static Outcome<PeerAbsence, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, PeerAbsence::readFrom);
    }
}
