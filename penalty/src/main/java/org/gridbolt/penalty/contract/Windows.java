package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * How long things take in a dispute, in blocks.
 *
 * <p>Encoding: each component, in order, as four bytes.
 *
 * @param csv the dispute window of a published commitment
 * @param horizon how far past the tip a unit's delivery deadline may lie when a version with it is signed
 * @param revealGrace from the delivery deadline to the utility's last reveal
 * @param notice how long a missing party has to answer
 * @param rulingDelay from the end of grace and notice to the ruling
 * @param reaction how long an honest party may take to see a block and confirm an answer to it
 * @param reorgDepth the deepest reorganisation that the window survives
 */
public record Windows(
        BlockCount csv,
        BlockCount horizon,
        BlockCount revealGrace,
        BlockCount notice,
        BlockCount rulingDelay,
        BlockCount reaction,
        BlockCount reorgDepth) {

    /** The defaults at six blocks a slot. */
    public static final Windows DEFAULT = of(42, 12, 3, 6, 3, 6, 6);

    /** The largest relative lock time that consensus does not mask (BIP 68). */
    static final int RELATIVE_LOCK_MAX = 65_535;

    /** Windows of that many blocks, in the order of the components. */
    public static Windows of(
            int csv, int horizon, int revealGrace, int notice, int rulingDelay, int reaction, int reorgDepth) {
        return new Windows(
                new BlockCount(csv),
                new BlockCount(horizon),
                new BlockCount(revealGrace),
                new BlockCount(notice),
                new BlockCount(rulingDelay),
                new BlockCount(reaction),
                new BlockCount(reorgDepth));
    }

    /**
     * The smallest csv that leaves time for a ruling against a producer that publishes right after accepting a unit:
     * horizon + max(reveal_grace, notice) + ruling_delay + 2 reaction + reorg_depth.
     */
    public BlockCount csvNeeded() {
        BlockCount answer = revealGrace.compareTo(notice) > 0 ? revealGrace : notice;
        return horizon.plus(answer).plus(rulingDelay).plus(reaction.times(2)).plus(reorgDepth);
    }

    /** Whether a party that was asked at {@code from} has had its notice by {@code to}. */
    public boolean isNotice(BlockHeight from, BlockHeight to) {
        return to.value() - from.value() >= notice.value();
    }

    /** From a unit's delivery deadline to d1, its coins' first claim on chain by time. */
    public BlockCount fromDeliveryToClaim() {
        return revealGrace.plus(notice).plus(rulingDelay);
    }

    /** From d1 to the opening of the last branch of a unit: the consumer's refund on the producer's version. */
    public BlockCount fromClaimToLastBranch() {
        return csv.times(3);
    }

    /** Whether a version with a unit that is due at {@code deliverBy} may be signed at this tip. */
    public boolean reaches(BlockHeight tip, BlockHeight deliverBy) {
        return deliverBy.value() - tip.value() <= horizon.value();
    }

    void writeTo(CanonicalWriter writer) {
        writer.blocks(csv)
                .blocks(horizon)
                .blocks(revealGrace)
                .blocks(notice)
                .blocks(rulingDelay)
                .blocks(reaction)
                .blocks(reorgDepth);
    }

    static Windows readFrom(CanonicalReader reader) {
        return new Windows(
                reader.blocks(),
                reader.blocks(),
                reader.blocks(),
                reader.blocks(),
                reader.blocks(),
                reader.blocks(),
                reader.blocks());
    }
}
