package org.gridbolt.pricing.market.rule;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import org.gridbolt.pricing.GrowthPicture;
import org.gridbolt.pricing.demand.level.LevellingBenchmark;
import org.gridbolt.pricing.rule.UnitsBenchmark;

/** The clearing of books and the pricing of units, measured in one run, and a picture of how they grow beside the exact schedule. */
final class MarketsBenchmark {

    private MarketsBenchmark() {}

    /** The file of the picture; {@code tiny} after it keeps all sizes small, and says nothing then. */
    public static void main(String[] arguments) throws IOException {
        boolean tiny = List.of(arguments).contains("tiny");
        PrintStream out = System.out;
        ClearingBenchmark clearing = ClearingBenchmark.upTo(tiny ? 10_000 : 1_000_000);
        out.println(clearing.tables());
        UnitsBenchmark units = UnitsBenchmark.upTo(tiny ? 100_000 : 10_000_000);
        out.println(units.table());
        NavigableMap<Long, Double> schedules = LevellingBenchmark.millis(tiny ? 2_700 : 27_000);
        Files.writeString(
                Path.of(arguments[0]), picture(clearing, units, schedules).svg());
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "heap: at most %d MB, %d MB taken; picture: %s%n",
                runtime.maxMemory() >> 20,
                runtime.totalMemory() >> 20,
                arguments[0]);
    }

    private static GrowthPicture picture(
            ClearingBenchmark clearing, UnitsBenchmark units, NavigableMap<Long, Double> schedules) {
        return new GrowthPicture(
                "orders, units or appliances",
                List.of(
                        new GrowthPicture.Line("orders, sorted and summed", clearing.sorting()),
                        new GrowthPicture.Line("orders, order book (pay-as-clear)", clearing.millisOf("pay-as-clear")),
                        new GrowthPicture.Line("orders, areas (lowest-ask)", clearing.millisOf("lowest-ask")),
                        new GrowthPicture.Line("orders, pool (mid-market)", clearing.millisOf("mid-market")),
                        new GrowthPicture.Line("units, priced and rounded", units.exact()),
                        new GrowthPicture.Line("appliances, exact schedule", schedules)));
    }
}
