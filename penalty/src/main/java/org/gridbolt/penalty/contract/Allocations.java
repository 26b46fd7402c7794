package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/** The encoding of an {@link Allocation}: A's, B's and U's coins, eight bytes each. */
final class Allocations {

    private Allocations() {}

    static void write(CanonicalWriter writer, Allocation allocation) {
        writer.coins(allocation.consumer()).coins(allocation.producer()).coins(allocation.utility());
    }

    static Allocation read(CanonicalReader reader) {
        return new Allocation(reader.coins(), reader.coins(), reader.coins());
    }
}
