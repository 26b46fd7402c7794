package org.gridbolt.pricing.demand.level;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some columns of a table, with the rows that have something in them. */
final class Selection {

    private final Cells from;
    private final boolean[] kept;
    private final int[] columns;
    private final int[] rows;
    private final int[] cells;

    private Selection(Cells from, boolean[] kept) {
        this.from = from;
        this.kept = kept;
        this.columns =
                IntStream.range(0, from.columns).filter(column -> kept[column]).toArray();
        this.rows = IntStream.range(0, from.rows()).filter(this::hasSome).toArray();
        this.cells = Arrays.stream(rows).flatMap(this::keptCells).toArray();
    }

    /** The columns for which {@code test} holds. */
    static Selection of(Cells from, IntPredicate test) {
        boolean[] kept = new boolean[from.columns];
        for (int column = 0; column < kept.length; column++) {
            kept[column] = test.test(column);
        }
        return new Selection(from, kept);
    }

    private boolean hasSome(int row) {
        return keptCells(row).anyMatch(cell -> from.amounts[cell] > 0);
    }

    private IntStream keptCells(int row) {
        return IntStream.range(from.starts[row], from.starts[row + 1]).filter(cell -> kept[from.column[cell]]);
    }

    int[] columnsOf(int[] values) {
        return Arrays.stream(columns).map(column -> values[column]).toArray();
    }

    long[] columnsOf(long[] values) {
        return Arrays.stream(columns).mapToLong(column -> values[column]).toArray();
    }

    int[] rowsOf(int[] values) {
        return Arrays.stream(rows).map(row -> values[row]).toArray();
    }

    int[] cellsOf(int[] values) {
        return Arrays.stream(cells).map(cell -> values[cell]).toArray();
    }

    /**
     * The table of the selection, from parts by the number of old columns to parts by the number of new ones. The sum of each row
     * must be whole in both. A cell is rounded so that the running sum of its row is rounded down: it ends next to its exact
     * value and so within the cap, and the row keeps its sum.
     */
    Cells rescaled() {
        int[] newColumn = new int[from.columns];
        for (int column = 0; column < columns.length; column++) {
            newColumn[columns[column]] = column;
        }
        int[] starts = new int[rows.length + 1];
        int[] column = new int[cells.length];
        long[] amounts = new long[cells.length];
        int next = 0;
        for (int row = 0; row < rows.length; row++) {
            long running = 0;
            for (; next < cells.length && cells[next] < from.starts[rows[row] + 1]; next++) {
                long amount = from.amounts[cells[next]];
                column[next] = newColumn[from.column[cells[next]]];
                amounts[next] = rescaled(running + amount) - rescaled(running);
                running += amount;
            }
            starts[row + 1] = next;
        }
        long[] caps =
                Arrays.stream(rows).mapToLong(row -> rescaled(from.caps[row])).toArray();
        return new Cells(columns.length, starts, column, caps, amounts);
    }

    private long rescaled(long amount) {
        return amount * columns.length / from.columns;
    }
}
