package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gridbolt.node.page.Chart;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Chart.Line;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.page.Table;

/**
 * A picture of steps, and the table of the same numbers.
 *
 * @param id names it on the page
 * @param title what it shows
 * @param words the same in a sentence or two
 * @param across what the steps are of, such as {@code slot}
 * @param upward what their height is, with its unit
 * @param series what is drawn
 */
record Drawing(String id, String title, String words, String across, String upward, List<Series> series) {

    Drawing {
        series = List.copyOf(series);
    }

    /**
     * One line of steps.
     *
     * @param name what it is
     * @param ink its colour
     * @param heights the height of each step
     */
    record Series(String name, Ink ink, List<Double> heights) {

        Series {
            heights = List.copyOf(heights);
        }

        static Series of(String name, Ink ink, DoubleStream heights) {
            return new Series(name, ink, heights.boxed().toList());
        }

        /** The last height once more, so that its step has a width. */
        private List<Double> held() {
            List<Double> held = new ArrayList<>(heights);
            held.add(heights.get(heights.size() - 1));
            return held;
        }

        private List<Double> places(double from, double width) {
            return IntStream.rangeClosed(0, heights.size())
                    .mapToObj(step -> from + step * width)
                    .toList();
        }
    }

    /** Steps of width 1, the first of which begins at 0. */
    Picture picture() {
        return picture(0, 1);
    }

    /** Steps of that width, the first of which begins at {@code from}. */
    Picture picture(double from, double width) {
        String svg = Chart.drawn(() -> {
            Chart chart = Chart.of(id, across, upward);
            series.forEach(one -> chart.add(new Line(one.name(), one.ink(), one.places(from, width), one.held())));
            return chart;
        });
        return new Picture(id, title, words, svg, table(from, width));
    }

    private Table table(double from, double width) {
        List<String> headings = new ArrayList<>(List.of(across));
        series.forEach(one -> headings.add("#" + one.name()));
        Table table = Table.of(title + " (" + upward + ")", headings.toArray(String[]::new));
        int steps = series.stream().mapToInt(one -> one.heights().size()).max().orElse(0);
        for (int step = 0; step < steps; step++) {
            int row = step;
            List<String> cells = new ArrayList<>(List.of(written(from + step * width)));
            series.forEach(one ->
                    cells.add(row < one.heights().size() ? written(one.heights().get(row)) : ""));
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    /** Whole numbers without a point, others with as many places as are worth reading. */
    private static String written(double number) {
        if (number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%,d", Math.round(number));
        }
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%,.4f" : "%,.2f", number);
    }
}
