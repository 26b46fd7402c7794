package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;

/**
 * What a household states of the channel with each revocation: its newest version and what that holds. Signed by its node
 * key; proves the newest state to the utility and to auditors, which a commitment's signature never does.
 *
 * <p>Tag: {@code gridbolt/state-receipt/1}. Encoding: channel reference (96), side (1: 0 for A, 1 for B), own number (8) and
 * point (33), peer's number (8) and point (33), a, b, u (8 each), pending root (32), previous receipt's hash (32).
 *
 * @param channel the channel
 * @param side whose receipt it is
 * @param own the version that this receipt makes the signer's newest
 * @param peer the newest version of the other household that the signer knows to be its newest
 * @param balances a, b and u of the own version
 * @param pendingRoot the {@linkplain PendingUnits#root root} of its pending units
 * @param previous the hash of the signer's receipt before, or {@link Sha256Hash#ZERO_HASH} for the first
 */
public record StateReceipt(
        ChannelRef channel,
        Party side,
        VersionTip own,
        VersionTip peer,
        Allocation balances,
        Sha256Hash pendingRoot,
        Sha256Hash previous)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/state-receipt/1");

    private static final int CONSUMER = 0;
    private static final int PRODUCER = 1;

    public StateReceipt {
        if (side == Party.UTILITY) {
            throw new IllegalArgumentException("the utility has no version of a state");
        }
    }

    /** Whether this is the next receipt of the same side after {@code earlier}. */
    public boolean follows(StateReceipt earlier) {
        return channel.equals(earlier.channel)
                && side == earlier.side
                && previous.equals(earlier.hash())
                && own.number().value() == earlier.own.number().value() + 1
                && !peer.number().isBefore(earlier.peer.number());
    }

    /** Whether the state holds exactly what {@code pending} and the wallet say: root and conservation. */
    public boolean isOpenedBy(PendingUnits pending, Terms terms) {
        return pendingRoot.equals(pending.root())
                && balances.total().add(pending.total()).equals(terms.walletTotal());
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.octet(side == Party.CONSUMER ? CONSUMER : PRODUCER);
        own.writeTo(writer);
        peer.writeTo(writer);
        Allocations.write(writer, balances);
        writer.hash(pendingRoot).hash(previous);
    }

    /** Reads the fields. */
    public static StateReceipt readFrom(CanonicalReader reader) {
        return new StateReceipt(
                ChannelRef.readFrom(reader),
                reader.octet(PRODUCER) == CONSUMER ? Party.CONSUMER : Party.PRODUCER,
                VersionTip.readFrom(reader),
                VersionTip.readFrom(reader),
                Allocations.read(reader),
                reader.hash(),
                reader.hash());
    }

    /** The receipt that {@code encoding} spells. */
    public static Outcome<StateReceipt, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, StateReceipt::readFrom);
    }
}
