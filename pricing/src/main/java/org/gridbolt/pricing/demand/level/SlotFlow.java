package org.gridbolt.pricing.demand.level;

/**
 * A maximum flow that moves energy from slots above their limit to slots below theirs, within the appliances' own caps.
 *
 * <p>It is push and relabel (Goldberg and Tarjan 1988) on the {@link SlotGraph}. The label of a slot is its distance from the
 * nearest slot with room. A round goes over all appliances once and moves energy from a slot above its limit, at label k, to one
 * at label k - 1, so a slot on the way may be above its limit for a while; then the labels are taken anew. Such a move makes only
 * arcs from label k - 1 to at least k - 1, so no label ever falls; while the labels stand, each move lowers the sum of label times
 * excess; so the rounds end. At the end no slot above its limit reaches one with room: the flow is greatest, and the slots
 * that reach one with room are one side of a smallest cut.
 */
final class SlotFlow {

    private final Cells cells;
    private final long[] limits;
    private final long[] loads;
    private final int[] movable;
    private int[] distances;

    private SlotFlow(Cells cells, long[] limits) {
        this.cells = cells;
        this.limits = limits;
        this.loads = cells.loads();
        this.movable = cells.movable();
        this.distances = label();
    }

    /** Changes the amounts until no more can be moved; the result has the final loads and labels. */
    static SlotFlow settle(Cells cells, long[] limits) {
        SlotFlow flow = new SlotFlow(cells, limits);
        for (boolean forwards = true; flow.isPending(); forwards = !forwards) {
            flow.round(forwards);
            flow.distances = flow.label();
        }
        return flow;
    }

    /** Whether no slot is above its limit. */
    boolean isWithinLimits() {
        for (int slot = 0; slot < loads.length; slot++) {
            if (loads[slot] > limits[slot]) {
                return false;
            }
        }
        return true;
    }

    /** Whether energy of that slot could reach a slot below its limit, or the slot itself is one. */
    boolean reachesRoom(int slot) {
        return distances[slot] != SlotGraph.UNREACHED;
    }

    private int[] label() {
        return SlotGraph.of(cells, movable).distances(slot -> loads[slot] < limits[slot]);
    }

    private boolean isPending() {
        for (int slot = 0; slot < loads.length; slot++) {
            if (isActive(slot)) {
                return true;
            }
        }
        return false;
    }

    private boolean isActive(int slot) {
        return loads[slot] > limits[slot] && reachesRoom(slot);
    }

    /** Every other round goes backwards: energy moves far in a round whose order is that of its way. */
    private void round(boolean forwards) {
        for (int next = 0; next < movable.length; next++) {
            pushAll(movable[forwards ? next : movable.length - 1 - next]);
        }
    }

    private void pushAll(int row) {
        for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
            if (cells.amounts[cell] > 0 && isActive(cells.column[cell])) {
                push(row, cell);
            }
        }
    }

    private void push(int row, int from) {
        int source = cells.column[from];
        for (int to = cells.starts[row]; to < cells.starts[row + 1]; to++) {
            int target = cells.column[to];
            if (distances[target] == distances[source] - 1) {
                long moved = Math.min(
                        Math.min(cells.amounts[from], loads[source] - limits[source]),
                        Math.min(cells.caps[row] - cells.amounts[to], room(target)));
                cells.amounts[from] -= moved;
                cells.amounts[to] += moved;
                loads[source] -= moved;
                loads[target] += moved;
            }
        }
    }

    /** What a slot takes: as much as it has room for where the flow ends, anything on the way. */
    private long room(int slot) {
        return distances[slot] == 0 ? Math.max(0, limits[slot] - loads[slot]) : Long.MAX_VALUE;
    }
}
