package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The newest version of one side: its number, and the point that its scripts contain.
 *
 * <p>Encoding: number (8), point (33).
 *
 * @param number the number
 * @param point the owner's per-commitment point for it
 */
public record VersionTip(CommitmentNumber number, PublicKey point) {

    void writeTo(CanonicalWriter writer) {
        writer.state(number).key(point);
    }

    static VersionTip readFrom(CanonicalReader reader) {
        return new VersionTip(reader.state(), reader.key());
    }
}
