package org.gridbolt.multisig.key;

import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;

/**
 * The judgement on a per-commitment point that a peer sends, before anything is signed with it. A point that a script
 * already names, or whose negation it names, would let one secret stand in for two, or make the script insane.
 *
 * <p>MUST 4.1: 33 bytes, on the curve, and with an x that no other key of the channel's scripts has.
 */
public sealed interface PointCheck {

    /**
     * A point to build with.
     *
     * @param point the point
     */
    record Accepted(PublicKey point) implements PointCheck {}

    /**
     * No compressed point of 33 bytes on the curve.
     *
     * @param bytes what came instead
     */
    record NotOnCurve(Bytes bytes) implements PointCheck {}

    /**
     * A static key of the channel, or its negation.
     *
     * @param point the point that came
     */
    record StaticKey(PublicKey point) implements PointCheck {}

    /**
     * The sender's other live point, or its negation.
     *
     * @param point the point that came
     */
    record Repeated(PublicKey point) implements PointCheck {}

    /**
     * Judges {@code bytes}.
     *
     * @param bytes what the peer sent
     * @param ring the static keys of the channel
     * @param livePoints the points of the same sender that are in use beside this one: none for its first, else one
     */
    static PointCheck of(Bytes bytes, ChannelKeyRing ring, List<PublicKey> livePoints) {
        Optional<PublicKey> parsed = PublicKey.parse(bytes);
        if (parsed.isEmpty()) {
            return new NotOnCurve(bytes);
        }
        PublicKey point = parsed.get();
        if (ring.contains(point)) {
            return new StaticKey(point);
        }
        boolean repeated = livePoints.stream().anyMatch(point::hasSameX);
        return repeated ? new Repeated(point) : new Accepted(point);
    }
}
