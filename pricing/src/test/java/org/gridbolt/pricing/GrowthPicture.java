package org.gridbolt.pricing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Time against size as an SVG picture, both axes logarithmic, so that what grows like the size runs at the same slant as the
 * dashed lines. Names stand in the order of time by size at the end, the slowest on top.
 *
 * @param sizes what the sizes are
 * @param lines at most as many as there are colours
 */
public record GrowthPicture(String sizes, List<Line> lines) {

    private static final List<String> COLOURS =
            List.of("#475569", "#0369a1", "#b45309", "#15803d", "#7c3aed", "#be123c", "#0f766e");
    private static final int LEFT = 80;
    private static final int TOP = 44;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int NAME_HEIGHT = 22;

    /**
     * One line.
     *
     * @param name what was measured
     * @param millis the time in milliseconds, by size
     */
    public record Line(String name, NavigableMap<Long, Double> millis) {

        double last() {
            return millis.lastEntry().getValue();
        }

        double each() {
            return last() / millis.lastKey();
        }
    }

    public GrowthPicture {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > COLOURS.size()) {
            throw new IllegalArgumentException("from 1 to " + COLOURS.size() + " lines, not " + lines.size());
        }
    }

    /** The picture. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 470" font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="13" role="img" aria-labelledby="t d">
                  <title id="t">Processor time against size</title>
                  <desc id="d">Both axes are logarithmic: a line at the slant of the dashed ones grows exactly like the size. %s.</desc>
                  <rect width="880" height="470" fill="#ffffff"/>
                  <text x="%d" y="26" font-size="15" font-weight="bold" fill="#0f172a">Processor time against size</text>
                %s%s%s  <text x="%d" y="456" text-anchor="middle" fill="#334155">%s</text>
                </svg>
                """.formatted(described(), LEFT, grid(), slants(), curves(), LEFT + WIDTH / 2, sizes);
    }

    private String described() {
        return lines.stream()
                .map(line -> line.name() + ": " + time(line.last()) + " for "
                        + count(line.millis().lastKey()))
                .collect(Collectors.joining("; "));
    }

    private String grid() {
        StringBuilder grid = new StringBuilder("  <g stroke=\"#e2e8f0\" fill=\"none\">\n");
        StringBuilder names = new StringBuilder("  <g fill=\"#334155\">\n");
        for (int decade = first(true); decade <= last(true); decade++) {
            double x = x(Math.pow(10, decade));
            grid.append(format("    <path d=\"M%.0f %dV%d\"/>%n", x, TOP, TOP + HEIGHT));
            names.append(format(
                    "    <text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x, TOP + HEIGHT + 20, count(Math.round(Math.pow(10, decade)))));
        }
        for (int decade = first(false); decade <= last(false); decade++) {
            double y = y(Math.pow(10, decade));
            grid.append(format("    <path d=\"M%d %.0fH%d\"/>%n", LEFT, y, LEFT + WIDTH));
            names.append(format(
                    "    <text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 8, y + 4, time(Math.pow(10, decade))));
        }
        return grid + "  </g>\n" + names + "  </g>\n";
    }

    /** From each corner of a decade on the left as far up as the picture goes: ten times the size, ten times the time. */
    private String slants() {
        StringBuilder slants = new StringBuilder("  <g stroke=\"#cbd5e1\" stroke-dasharray=\"3 5\" fill=\"none\">\n");
        for (int decade = first(false); decade < last(false); decade++) {
            int steps = Math.min(last(false) - decade, last(true) - first(true));
            slants.append(format(
                    "    <path d=\"M%.0f %.0f %.0f %.0f\"/>%n",
                    x(Math.pow(10, first(true))),
                    y(Math.pow(10, decade)),
                    x(Math.pow(10, first(true) + steps)),
                    y(Math.pow(10, decade + steps))));
        }
        return slants + "  </g>\n";
    }

    /** The lines, the slowest by size first, and beside them their names in the same order. */
    private String curves() {
        List<Integer> order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer index) -> -lines.get(index).each()))
                .toList();
        return IntStream.range(0, order.size())
                .mapToObj(place -> curve(
                        lines.get(order.get(place)), COLOURS.get(order.get(place)), TOP + 12 + place * NAME_HEIGHT))
                .collect(Collectors.joining());
    }

    private String curve(Line line, String colour, int nameAt) {
        String points = line.millis().entrySet().stream()
                .map(point -> format("%.1f %.1f", x(point.getKey()), y(point.getValue())))
                .collect(Collectors.joining(" "));
        int name = LEFT + WIDTH + 20;
        return format(
                "  <path d=\"M%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>%n"
                        + "  <path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"3\"/><text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                points, colour, name, nameAt - 4, colour, name + 28, nameAt, colour, line.name());
    }

    private double x(double size) {
        return LEFT + WIDTH * (Math.log10(size) - first(true)) / (last(true) - first(true));
    }

    private double y(double millis) {
        return TOP + HEIGHT * (last(false) - Math.log10(millis)) / (last(false) - first(false));
    }

    private int first(boolean size) {
        return (int) Math.floor(exponents(size).min().orElseThrow());
    }

    private int last(boolean size) {
        return Math.max(first(size) + 1, (int) Math.ceil(exponents(size).max().orElseThrow()));
    }

    private DoubleStream exponents(boolean size) {
        return lines.stream()
                .flatMap(line -> line.millis().entrySet().stream())
                .mapToDouble(point -> Math.log10(size ? point.getKey() : point.getValue()));
    }

    private static String count(long number) {
        return format("%,d", number);
    }

    /** A time in its own unit, such as 3 ms. */
    private static String time(double millis) {
        if (millis >= 1_000) {
            return format("%.1f s", millis / 1_000).replace(".0 s", " s");
        }
        return millis >= 1 ? format("%.0f ms", millis) : format("%.0f us", millis * 1_000);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
