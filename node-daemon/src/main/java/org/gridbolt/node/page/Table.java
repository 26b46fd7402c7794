package org.gridbolt.node.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table with a caption and one row of headings. */
public final class Table {

    private final String caption;
    private final List<Column> columns;
    private final List<Element> rows = new ArrayList<>();

    private Table(String caption, List<Column> columns) {
        this.caption = caption;
        this.columns = columns;
    }

    /** A column: its heading, and whether it holds figures. */
    private record Column(String heading, boolean figures) {}

    /** Headings of columns; one that starts with {@code #} heads a column of figures. */
    public static Table of(String caption, String... headings) {
        return new Table(
                caption,
                Stream.of(headings)
                        .map(heading -> heading.startsWith("#")
                                ? new Column(heading.substring(1), true)
                                : new Column(heading, false))
                        .toList());
    }

    /** Adds a row; its first cell heads it. */
    @CanIgnoreReturnValue
    public Table add(String... cells) {
        rows.add(row(cells));
        return this;
    }

    /** Adds a row that sums the others up. */
    @CanIgnoreReturnValue
    public Table addSum(String... cells) {
        rows.add(row(cells).set("class", "sum"));
        return this;
    }

    private Element row(String... cells) {
        return Element.of("tr")
                .with(IntStream.range(0, cells.length)
                        .mapToObj(place -> cell(place, cells[place]))
                        .toList());
    }

    private Element cell(int place, String text) {
        Element cell = place == 0 ? Element.of("th", text).set("scope", "row") : Element.of("td", text);
        return columns.get(place).figures() ? cell.set("class", "figures") : cell;
    }

    /** The table, in a frame of its own that scrolls when it is too wide. */
    public Element element() {
        Element head = Element.of("tr")
                .with(columns.stream()
                        .map(column -> {
                            Element heading = Element.of("th", column.heading()).set("scope", "col");
                            return column.figures() ? heading.set("class", "figures") : heading;
                        })
                        .toList());
        Element table = Element.of(
                "table",
                Element.of("caption", caption),
                Element.of("thead", head),
                Element.of("tbody").with(rows));
        return Element.of("div", table).set("class", "scroll");
    }
}
