package org.gridbolt.penalty.fund;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * A block and who mined it.
 *
 * @param height where it stands in the chain
 * @param miner whom its coinbase pays
 */
public record MinedBlock(BlockHeight height, Miner miner) {

    void writeTo(CanonicalWriter writer) {
        writer.height(height).bytes(miner.script());
    }

    static MinedBlock readFrom(CanonicalReader reader) {
        return new MinedBlock(reader.height(), new Miner(reader.bytes(Miner.SCRIPT_BYTES_MAX)));
    }
}
