package org.gridbolt.pricing.rule;

import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.ProcessorTime;
import org.gridbolt.pricing.WattHours;

/**
 * Units priced, and their costs rounded to whole coins, exactly and beside the same sums in plain arithmetic, which may round
 * wrongly. A slot is a book of 16 units, 15 of 250 Wh and a last one of less; its demand, and so its price, is its own.
 */
public final class UnitsBenchmark {

    private static final int UNITS = 16;
    private static final int FULL = 250;
    private static final QuadraticPrice RULE = QuadraticPrice.of("0.003", "1.25", "2500");

    private final NavigableMap<Long, Double> prices = new TreeMap<>();
    private final NavigableMap<Long, Double> exact = new TreeMap<>();
    private final NavigableMap<Long, Double> plain = new TreeMap<>();

    private UnitsBenchmark() {}

    /** Up to that many units. */
    public static UnitsBenchmark upTo(long most) {
        UnitsBenchmark benchmark = new UnitsBenchmark();
        benchmark.measure(most / 10);
        for (long size = 10_000; size <= most; size *= 10) {
            benchmark.measure(size);
        }
        return benchmark;
    }

    private void measure(long units) {
        long slots = units / UNITS;
        long difference = Math.abs(exactCoins(slots) - plainCoins(slots));
        if (difference > slots) {
            throw new IllegalStateException("the two sums are " + difference + " coins apart");
        }
        prices.put(units, ProcessorTime.millis(() -> exactPrices(slots)));
        exact.put(units, ProcessorTime.millis(() -> exactCoins(slots)));
        plain.put(units, ProcessorTime.millis(() -> plainCoins(slots)));
    }

    /** Some demand between 0.5 and 1,000 kWh, another in each slot. */
    private static long demand(long slot) {
        return 500 + slot * 7_919 % 999_501;
    }

    private static long energy(long slot, int unit) {
        return unit < UNITS - 1 ? FULL : 1 + slot % FULL;
    }

    private static long exactPrices(long slots) {
        long sum = 0;
        for (long slot = 0; slot < slots; slot++) {
            sum += price(slot).nanoCoinsPerKwh();
        }
        return sum;
    }

    private static Price price(long slot) {
        return RULE.quote(new WattHours(demand(slot))).orElseThrow();
    }

    /** The coins of all units, each of which is offered and then settled. */
    private static long exactCoins(long slots) {
        CumulativeRounding rounding = CumulativeRounding.START;
        long sum = 0;
        for (long slot = 0; slot < slots; slot++) {
            List<ExactCoins> costs = costs(slot);
            List<Coin> amounts = rounding.amounts(costs);
            for (int unit = 0; unit < UNITS; unit++) {
                rounding = rounding.afterSettling(costs.get(unit), amounts.get(unit));
                sum += amounts.get(unit).getValue();
            }
        }
        return sum;
    }

    private static List<ExactCoins> costs(long slot) {
        Price price = price(slot);
        return IntStream.range(0, UNITS)
                .mapToObj(unit -> price.costOf(new WattHours(energy(slot, unit))))
                .toList();
    }

    /** The same prices in long, the same costs and carry in double. */
    private static long plainCoins(long slots) {
        double carry = 0;
        long sum = 0;
        for (long slot = 0; slot < slots; slot++) {
            long demand = demand(slot);
            long price = 3 * demand * demand + 1_250 * demand * 1_000 + 2_500_000L * 1_000_000;
            for (int unit = 0; unit < UNITS; unit++) {
                double due = carry + price * (double) energy(slot, unit) / 1e12;
                long amount = (long) Math.floor(due);
                carry = due - amount;
                sum += amount;
            }
        }
        return sum;
    }

    /** The processor time of exact prices, costs and amounts, by the number of units, in milliseconds. */
    public NavigableMap<Long, Double> exact() {
        return new TreeMap<>(exact);
    }

    /** The table, in Markdown. */
    public String table() {
        StringBuilder table = new StringBuilder("""
                | units | plain | exact | plain, per unit | exact, per unit | of it prices | exact / plain | coins apart |
                |---|---|---|---|---|---|---|---|
                """);
        for (long units : exact.keySet()) {
            table.append(row(units));
        }
        return table.toString();
    }

    private String row(long units) {
        double plainMillis = plain.getOrDefault(units, Double.NaN);
        double exactMillis = exact.getOrDefault(units, Double.NaN);
        double nanos = 1e6 / units;
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f ms | %.1f ms | %.1f ns | %.0f ns | %.1f ns | %.0f | %d |%n",
                units,
                plainMillis,
                exactMillis,
                plainMillis * nanos,
                exactMillis * nanos,
                prices.getOrDefault(units, Double.NaN) * nanos,
                exactMillis / plainMillis,
                exactCoins(units / UNITS) - plainCoins(units / UNITS));
    }
}
