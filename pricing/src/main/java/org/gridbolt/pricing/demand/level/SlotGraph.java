package org.gridbolt.pricing.demand.level;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which slot can hand energy to which: there is an arc from s to t when some appliance takes energy in s and has room below its
 * cap in t. However many appliances there are, the graph has as many nodes as there are slots.
 */
final class SlotGraph {

    /** The distance of a slot from which no end can be reached. */
    static final int UNREACHED = Integer.MAX_VALUE;

    private final int columns;
    private final int words;
    private final long[] arcs;

    private SlotGraph(int columns) {
        this.columns = columns;
        this.words = (columns + Long.SIZE - 1) / Long.SIZE;
        this.arcs = new long[columns * words];
    }

    /** The graph of these rows of the table. */
    static SlotGraph of(Cells cells, int[] rows) {
        SlotGraph graph = new SlotGraph(cells.columns);
        long[] room = new long[graph.words];
        for (int row : rows) {
            Arrays.fill(room, 0);
            for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
                if (cells.amounts[cell] < cells.caps[row]) {
                    set(room, 0, cells.column[cell]);
                }
            }
            for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
                if (cells.amounts[cell] > 0) {
                    graph.join(cells.column[cell], room);
                }
            }
        }
        return graph;
    }

    private void join(int from, long[] room) {
        for (int word = 0; word < words; word++) {
            arcs[from * words + word] |= room[word];
        }
    }

    /** How many arcs each slot is away from the nearest slot that is an end, or {@link #UNREACHED}. */
    int[] distances(IntPredicate isEnd) {
        int[] distances = new int[columns];
        long[] front = new long[words];
        for (int slot = 0; slot < columns; slot++) {
            boolean end = isEnd.test(slot);
            distances[slot] = end ? 0 : UNREACHED;
            if (end) {
                set(front, 0, slot);
            }
        }
        for (int distance = 1; !isEmpty(front); distance++) {
            front = widen(front, distances, distance);
        }
        return distances;
    }

    private long[] widen(long[] front, int[] distances, int distance) {
        long[] next = new long[words];
        for (int slot = 0; slot < columns; slot++) {
            if (distances[slot] == UNREACHED && meets(slot, front)) {
                distances[slot] = distance;
                set(next, 0, slot);
            }
        }
        return next;
    }

    private boolean meets(int from, long[] front) {
        for (int word = 0; word < words; word++) {
            if ((arcs[from * words + word] & front[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static void set(long[] bits, int offset, int bit) {
        bits[offset + bit / Long.SIZE] |= 1L << bit % Long.SIZE;
    }

    private static boolean isEmpty(long[] bits) {
        return Arrays.stream(bits).allMatch(word -> word == 0);
    }
}
