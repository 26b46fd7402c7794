package org.gridbolt.node.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.node.page.Element;
import org.gridbolt.node.report.Background.Piece;
import org.gridbolt.node.report.Background.Wiring;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.terminal.Figures;

/**
 * The transactions as a graph: a box each, in columns from left to right so that whatever spends an output stands to the right
 * of it, and a curve from the output to the input.
 */
final class TransactionGraph {

    private static final int BOX_WIDTH = 250;
    private static final int COLUMN_GAP = 90;
    private static final int BOX_GAP = 26;
    private static final int HEAD = 58;
    private static final int ROW = 22;
    private static final int MARGIN = 8;
    private static final int INSET = 12;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Point> outputs = new HashMap<>();

    private TransactionGraph() {}

    private record Point(int x, int y) {}

    /** A transaction's box, and where it stands. */
    private record Box(Report.Transaction transaction, int block, Wiring wiring, Point place) {

        int height() {
            return HEAD + ROW * (wiring.inputs().size() + wiring.outputs().size()) + INSET;
        }
    }

    /** The drawing of the report's transactions. */
    static String svg(Report report, List<Wiring> wirings) {
        TransactionGraph graph = new TransactionGraph();
        graph.place(report, wirings);
        return graph.draw();
    }

    private void place(Report report, List<Wiring> wirings) {
        Map<String, Integer> columns = columns(wirings);
        Map<Integer, Integer> bottoms = new HashMap<>();
        for (int index = 0; index < wirings.size(); index++) {
            Wiring wiring = wirings.get(index);
            Report.Transaction transaction = report.transactions().get(index);
            int column = columns.getOrDefault(wiring.txid(), 0);
            int y = bottoms.getOrDefault(column, MARGIN);
            Point place = new Point(MARGIN + column * (BOX_WIDTH + COLUMN_GAP), y);
            Box box = new Box(transaction, report.blockOf(transaction), wiring, place);
            boxes.put(wiring.txid(), box);
            bottoms.put(column, y + box.height() + BOX_GAP);
        }
    }

    /** The column of each transaction: one to the right of the rightmost that it spends from. */
    private static Map<String, Integer> columns(List<Wiring> wirings) {
        Map<String, Integer> columns = new HashMap<>();
        // A chain of n transactions settles after n rounds, in whatever order they are listed.
        for (int round = 0; round < wirings.size(); round++) {
            for (Wiring wiring : wirings) {
                int column = wiring.inputs().stream()
                        .map(input -> columns.get(txidOf(input)))
                        .mapToInt(parent -> parent == null ? 0 : parent + 1)
                        .max()
                        .orElse(0);
                columns.put(wiring.txid(), column);
            }
        }
        return columns;
    }

    private static String txidOf(Piece piece) {
        return piece.outpoint().substring(0, piece.outpoint().indexOf(':'));
    }

    private String draw() {
        int width = boxes.values().stream()
                        .mapToInt(box -> box.place().x() + BOX_WIDTH)
                        .max()
                        .orElse(0)
                + MARGIN;
        int height = boxes.values().stream()
                        .mapToInt(box -> box.place().y() + box.height())
                        .max()
                        .orElse(0)
                + MARGIN;
        List<Element> drawn = boxes.values().stream().map(this::draw).toList();
        List<Element> curves =
                boxes.values().stream().flatMap(box -> curves(box).stream()).toList();
        Element svg = Element.of("svg")
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("viewBox", "0 0 " + width + " " + height)
                .set("class", "graph")
                .set("style", "max-width:" + width + "px;min-width:" + Math.min(width, 600) + "px")
                .with(curves)
                .with(drawn);
        StringBuilder text = new StringBuilder();
        svg.writeTo(text);
        return text.toString();
    }

    private Element draw(Box box) {
        Report.Transaction transaction = box.transaction();
        String facts = "block " + Figures.grouped(box.block()) + ", " + Figures.grouped(transaction.vsize())
                + " vbytes, fee " + Figures.grouped(transaction.fee());
        int y = box.place().y();
        Element group = Element.of("g")
                .with(Element.of("rect")
                        .set("class", "box")
                        .set("x", box.place().x())
                        .set("y", y)
                        .set("width", BOX_WIDTH)
                        .set("height", box.height())
                        .set("rx", 8))
                .with(label(box, y + 24, transaction.purpose().name()).set("class", "name"))
                .with(label(box, y + 44, facts).set("class", "facts"));
        int row = y + HEAD;
        for (Piece input : box.wiring().inputs()) {
            group.with(row(box, row, input, "spends "));
            row += ROW;
        }
        for (Piece output : box.wiring().outputs()) {
            outputs.put(output.outpoint(), new Point(box.place().x() + BOX_WIDTH, row + ROW / 2));
            group.with(row(box, row, output, ""));
            row += ROW;
        }
        return group;
    }

    private static Element label(Box box, int y, String text) {
        return Element.of("text", text).set("x", box.place().x() + INSET).set("y", y);
    }

    private static Element row(Box box, int y, Piece piece, String verb) {
        int x = box.place().x();
        String side = verb.isEmpty() ? "pays" : "spends";
        return Element.of("g")
                .set("class", side + " " + piece.owner().name().toLowerCase(java.util.Locale.ROOT))
                .with(Element.of("rect")
                        .set("class", "row")
                        .set("x", x + 1)
                        .set("y", y)
                        .set("width", BOX_WIDTH - 2)
                        .set("height", ROW))
                .with(Element.of("rect")
                        .set("class", "mark")
                        .set("x", verb.isEmpty() ? x + BOX_WIDTH - 5 : x + 1)
                        .set("y", y + 3)
                        .set("width", 4)
                        .set("height", ROW - 6))
                .with(Element.of("text", verb + piece.owner().words())
                        .set("x", x + INSET)
                        .set("y", y + 15))
                .with(Element.of("text", Figures.grouped(piece.coins()))
                        .set("class", "coins")
                        .set("x", x + BOX_WIDTH - INSET)
                        .set("y", y + 15));
    }

    private List<Element> curves(Box box) {
        List<Element> curves = new ArrayList<>();
        List<Piece> inputs = box.wiring().inputs();
        for (int index = 0; index < inputs.size(); index++) {
            Point end = new Point(box.place().x(), box.place().y() + HEAD + ROW * index + ROW / 2);
            Optional.ofNullable(outputs.get(inputs.get(index).outpoint()))
                    .ifPresent(start -> curves.add(curve(start, end)));
        }
        return curves;
    }

    private static Element curve(Point start, Point end) {
        int middle = (start.x() + end.x()) / 2;
        String path = "M" + start.x() + " " + start.y() + " C" + middle + " " + start.y() + " " + middle + " " + end.y()
                + " " + end.x() + " " + end.y();
        return Element.of("path").set("class", "spend").set("d", path);
    }
}
