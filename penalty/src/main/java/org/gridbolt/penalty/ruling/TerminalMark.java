package org.gridbolt.penalty.ruling;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * The durable note that a channel is never updated again. It is stored before any signature over the wallet leaves its signer,
 * other than one of a commitment for the peer, and never taken back: not by a crash between storing and sending, and not by
 * a peer that offers to go on.
 *
 * <p>Encoding: ground (1: 0 COOPERATIVE_CLOSE, 1 PENALTY), ruling (32, zero without one).
 *
 * @param ground what the signature is for
 * @param ruling the hash of the ruling that is carried out, or {@link Sha256Hash#ZERO_HASH} without one
 */
public record TerminalMark(Ground ground, Sha256Hash ruling) {

    /** What a signature over the wallet is for. */
    public enum Ground {
        /** Both households close by agreement. */
        COOPERATIVE_CLOSE,
        /** Consumer and utility carry out a ruling. */
        PENALTY
    }

    public TerminalMark {
        if ((ground == Ground.PENALTY) == ruling.equals(Sha256Hash.ZERO_HASH)) {
            throw new IllegalArgumentException(ground + " with ruling " + ruling);
        }
    }

    /** Before a signature of a cooperative close. */
    public static TerminalMark cooperativeClose() {
        return new TerminalMark(Ground.COOPERATIVE_CLOSE, Sha256Hash.ZERO_HASH);
    }

    /** Before a signature that carries out {@code ruling}. */
    public static TerminalMark penalty(Ruling ruling) {
        return new TerminalMark(Ground.PENALTY, ruling.hash());
    }

    /** Whether a signature under {@code other} may still leave: only for what this mark was made for. */
    public boolean allows(TerminalMark other) {
        return equals(other);
    }

    /** The ruling that is carried out, if one is. */
    public Optional<Sha256Hash> carriedOut() {
        return ground == Ground.PENALTY ? Optional.of(ruling) : Optional.empty();
    }

    /** The bytes to store. */
    public Bytes encode() {
        return new CanonicalWriter().flag(ground == Ground.PENALTY).hash(ruling).toBytes();
    }

    /** The mark that {@code bytes} spell. */
    public static Outcome<TerminalMark, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(
                bytes,
                reader -> new TerminalMark(reader.flag() ? Ground.PENALTY : Ground.COOPERATIVE_CLOSE, reader.hash()));
    }
}
