package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockCount;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * How deep in the chain things count, in blocks.
 *
 * <p>Encoding: each component, in order, as four bytes.
 *
 * @param minDepth confirmations of the funding before the channel is active
 * @param irrevocable confirmations after which a spend is never undone
 * @param towerDelay how long the watchtower leaves a claim to the household that owns it
 */
public record Depths(BlockCount minDepth, BlockCount irrevocable, BlockCount towerDelay) {

    /** The defaults on regtest. */
    public static final Depths DEFAULT = new Depths(new BlockCount(1), new BlockCount(100), new BlockCount(2));

    void writeTo(CanonicalWriter writer) {
        writer.blocks(minDepth).blocks(irrevocable).blocks(towerDelay);
    }

    static Depths readFrom(CanonicalReader reader) {
        return new Depths(reader.blocks(), reader.blocks(), reader.blocks());
    }
}
