package org.gridbolt.node.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of cells, written in columns as wide as their widest cell. */
public final class TextTable {

    /** To which side of its column a cell leans. */
    public enum Side {
        /** Words. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    private static final String GAP = "  ";
    private static final List<String> RULE = List.of();

    private final List<Side> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table with a column for each side. */
    public TextTable(Side... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row; an {@link IllegalArgumentException} unless it has a cell for every column. */
    public void add(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /** Adds a line across all columns. */
    public void addRule() {
        rows.add(RULE);
    }

    /** The rows as text, without trailing space. */
    public List<String> lines() {
        List<Integer> widths =
                IntStream.range(0, columns.size()).map(this::width).boxed().toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> !row.equals(RULE))
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private String line(List<String> row, List<Integer> widths) {
        if (row.equals(RULE)) {
            int gaps = GAP.length() * (widths.size() - 1);
            return "-".repeat(gaps + widths.stream().mapToInt(Integer::intValue).sum());
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String space = " ".repeat(widths.get(i) - row.get(i).length());
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i) == Side.LEFT ? row.get(i) + space : space + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
