package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;

/**
 * The consumer's promise, signed by its node key, never to sign the penalty of a ruling: the next state carries the ruling out
 * instead, and the channel lives. The producer signs no further state without it, since a penalty signed for the state before
 * would take from it a second time.
 *
 * <p>Tag: {@code gridbolt/penalty-waived/1}. Encoding: channel reference (96), ruling (32).
 *
 * @param channel the channel
 * @param ruling the hash of the ruling
 */
public record PenaltyWaived(ChannelRef channel, Sha256Hash ruling) implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/penalty-waived/1");

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.hash(ruling);
    }

    /** Reads the fields. */
    public static PenaltyWaived readFrom(CanonicalReader reader) {
        return new PenaltyWaived(ChannelRef.readFrom(reader), reader.hash());
    }

    /** The promise that {@code encoding} spells. */
    public static Outcome<PenaltyWaived, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, PenaltyWaived::readFrom);
    }
}
