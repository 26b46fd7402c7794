package org.gridbolt.pricing.demand.level;

import java.util.stream.IntStream;

/**
 * A sparse table of whole amounts: a row has cells in some columns, each from 0 to the row's cap. Rows are appliances, columns
 * slots. Only the amounts ever change.
 */
final class Cells {

    final int columns;
    final int[] starts;
    final int[] column;
    final long[] caps;
    final long[] amounts;

    /** Row {@code r} has the cells {@code starts[r]} to {@code starts[r + 1]}, exclusive, each in another column. */
    Cells(int columns, int[] starts, int[] column, long[] caps, long[] amounts) {
        this.columns = columns;
        this.starts = starts;
        this.column = column;
        this.caps = caps;
        this.amounts = amounts;
    }

    int rows() {
        return caps.length;
    }

    /** The sum of each column. */
    long[] loads() {
        long[] loads = new long[columns];
        for (int cell = 0; cell < column.length; cell++) {
            loads[column[cell]] += amounts[cell];
        }
        return loads;
    }

    /** The sum of a row. */
    long sum(int row) {
        long sum = 0;
        for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            sum += amounts[cell];
        }
        return sum;
    }

    /** The rows in which something can move. */
    int[] movable() {
        return IntStream.range(0, rows()).filter(this::isMovable).toArray();
    }

    private boolean isMovable(int row) {
        long sum = sum(row);
        int cells = starts[row + 1] - starts[row];
        return cells > 1 && sum > 0 && sum < caps[row] * cells;
    }
}
