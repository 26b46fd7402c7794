package org.gridbolt.channel.chain.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The fees that a miner gathers with each byte, best chunks first. A package may replace others only if this line lies
 * nowhere lower afterwards and somewhere higher (Bitcoin Core, from version 28).
 */
final class FeerateDiagram {

    private final List<Chunk> chunks;

    FeerateDiagram(List<Chunk> chunks) {
        List<Chunk> sorted = new ArrayList<>(chunks);
        sorted.sort((a, b) -> a.paysMoreThan(b) ? -1 : b.paysMoreThan(a) ? 1 : 0);
        this.chunks = List.copyOf(sorted);
    }

    /** A child and the parent that it pays for, or each alone when the parent pays as well. */
    static List<Chunk> linearized(Chunk parent, Chunk child) {
        return child.paysMoreThan(parent) ? List.of(parent.plus(child)) : List.of(parent, child);
    }

    /** Both lines are straight between corners: it is enough to look there. */
    boolean improvesOn(FeerateDiagram other) {
        List<Integer> signs = LongStream.concat(corners(), other.corners())
                .mapToObj(size -> compareAt(size, other))
                .toList();
        return signs.stream().noneMatch(sign -> sign < 0) && signs.stream().anyMatch(sign -> sign > 0);
    }

    private LongStream corners() {
        long[] ends = new long[chunks.size()];
        long size = 0;
        for (int i = 0; i < ends.length; i++) {
            size += chunks.get(i).size();
            ends[i] = size;
        }
        return LongStream.of(ends);
    }

    private int compareAt(long size, FeerateDiagram other) {
        Chunk here = feesAt(size);
        Chunk there = other.feesAt(size);
        return Long.compare(Math.multiplyExact(here.fee(), there.size()), Math.multiplyExact(there.fee(), here.size()));
    }

    /** The fees of the first {@code size} bytes as a fraction: the fee over the size of the result. */
    private Chunk feesAt(long size) {
        long fees = 0;
        long left = size;
        for (Chunk chunk : chunks) {
            if (left < chunk.size()) {
                return new Chunk(fees * chunk.size() + chunk.fee() * left, chunk.size());
            }
            fees += chunk.fee();
            left -= chunk.size();
        }
        return new Chunk(fees, 1);
    }
}
