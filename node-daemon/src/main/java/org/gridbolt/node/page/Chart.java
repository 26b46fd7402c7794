package org.gridbolt.node.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of steps, as SVG whose colours are those of the page, so that it reads in light and in dark. */
public final class Chart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 280;
    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final int AREA_ALPHA = 56;

    /** Drawn with a colour that nothing else has, which becomes a variable of the page. */
    private static final Pattern PLACEHOLDER = Pattern.compile("rgb\\(1,1,(\\d+)\\)");

    private static final Pattern PREAMBLE = Pattern.compile("\\A.*?(?=<svg )", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile(" (?:height|width)=\"\\d+px\"");
    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
    private static final Pattern FRACTION = Pattern.compile("(\\.\\d\\d)\\d+");

    private final String id;
    private final XYChart chart;

    private Chart(String id, XYChart chart) {
        this.id = id;
        this.chart = chart;
    }

    /** The colours that the page defines. */
    public enum Ink {
        TEXT(1, "--ink"),
        GRID(2, "--grid"),
        DEMAND(3, "--demand"),
        PRICE(4, "--price"),
        ENERGY(5, "--energy"),
        CONSUMER(6, "--consumer"),
        PRODUCER(7, "--producer"),
        UTILITY(8, "--utility");

        private final int code;
        private final String variable;

        Ink(int code, String variable) {
            this.code = code;
            this.variable = variable;
        }

        static Ink of(int code) {
            return Stream.of(values())
                    .filter(ink -> ink.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no ink " + code));
        }

        Color placeholder() {
            return new Color(1, 1, code);
        }
    }

    /** One line of a chart: between two places it stays at the value of the first. */
    public record Line(String name, Ink ink, List<Double> places, List<Double> values) {}

    /** An empty chart; {@code id} tells its parts from those of other charts on the page. */
    public static Chart of(String id, String xTitle, String yTitle) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        style(chart.getStyler());
        return new Chart(id, chart);
    }

    private static void style(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Step);
        styler.setChartBackgroundColor(NOTHING);
        styler.setPlotBackgroundColor(NOTHING);
        styler.setLegendBackgroundColor(NOTHING);
        styler.setLegendBorderColor(NOTHING);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(Ink.TEXT.placeholder());
        styler.setXAxisTitleColor(Ink.TEXT.placeholder());
        styler.setYAxisTitleColor(Ink.TEXT.placeholder());
        styler.setAxisTickLabelsColor(Ink.TEXT.placeholder());
        styler.setAxisTickMarksColor(Ink.GRID.placeholder());
        styler.setPlotGridLinesColor(Ink.GRID.placeholder());
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setYAxisDecimalPattern("#,##0.##");
        styler.setXAxisDecimalPattern("0.##");
        styler.setYAxisMin(0.0);
    }

    /** Adds a line. */
    @CanIgnoreReturnValue
    public Chart add(Line line) {
        add(line, XYSeriesRenderStyle.Step);
        return this;
    }

    /** Adds a line with the area below it. */
    @CanIgnoreReturnValue
    public Chart addArea(Line line) {
        XYSeries series = add(line, XYSeriesRenderStyle.StepArea);
        Color ink = line.ink().placeholder();
        series.setFillColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), AREA_ALPHA));
        return this;
    }

    @CanIgnoreReturnValue
    private XYSeries add(Line line, XYSeriesRenderStyle style) {
        XYSeries series = chart.addSeries(line.name(), line.places(), line.values());
        series.setXYSeriesRenderStyle(style);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(line.ink().placeholder());
        series.setLineStyle(new BasicStroke(2));
        return series;
    }

    /**
     * A chart as an {@code svg} element that grows with the page. Where Java cannot draw, as on a machine without any font, a
     * sentence stands in its place: the numbers are below it anyway.
     */
    public static String drawn(Supplier<Chart> chart) {
        try {
            return chart.get().svg();
        } catch (LinkageError | InternalError | RuntimeException e) {
            return missing(String.valueOf(e.getMessage()));
        }
    }

    private static String missing(String reason) {
        StringBuilder svg = new StringBuilder();
        Element.of(
                        "svg",
                        Element.of("text", "No picture: Java cannot draw here (" + reason + ").")
                                .set("y", 20))
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("viewBox", "0 0 " + WIDTH + " 30")
                .writeTo(svg);
        return svg.toString();
    }

    private String svg() {
        chart.getStyler().setLegendVisible(chart.getSeriesCollection().size() > 1);
        try {
            return adapted(new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String adapted(String drawn) {
        String element = PREAMBLE.matcher(drawn).replaceFirst("");
        String sized = SIZE.matcher(element).replaceAll("");
        String shorter = FRACTION.matcher(sized).replaceAll("$1");
        return PLACEHOLDER.matcher(withOwnClips(shorter)).replaceAll(Chart::variable);
    }

    /** The library names clips as no two runs would; here they are counted. */
    private String withOwnClips(String drawn) {
        Map<String, Integer> numbers = new HashMap<>();
        return CLIP.matcher(drawn).replaceAll(clip -> {
            Integer known = numbers.putIfAbsent(clip.group(), numbers.size() + 1);
            return id + "-clip-" + (known == null ? numbers.size() : known);
        });
    }

    private static String variable(MatchResult placeholder) {
        Ink ink = Ink.of(Integer.parseInt(placeholder.group(1)));
        return Matcher.quoteReplacement("var(" + ink.variable + ")");
    }
}
