package org.gridbolt.pricing.market.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.ProcessorTime;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.SlotBook;

/**
 * Books of more and more orders cleared by every rule, beside a reference that no market can do without: the same orders sorted
 * by price and their energies summed. Each order has a participant of its own, an energy up to 2 kWh, an area, and a limit
 * anywhere between the grid's prices, in nano-coins.
 */
public final class ClearingBenchmark {

    private static final String SORT = "sort and sum";
    private static final GridTariff TARIFF = Books.tariff("6000", "2500");
    private static final List<String> AREAS = List.of("A", "B", "C");

    /** With coefficients of 1, as the paper has them, a large book has a price that no coins can pay. */
    private static final Map<String, String> WRITTEN = Map.of("quadratic", "quadratic,a=0,b=0.001,c=3000");

    private final Map<String, NavigableMap<Long, Double>> millis = new LinkedHashMap<>();

    private ClearingBenchmark() {}

    /** All rules on books of up to {@code most} orders. */
    public static ClearingBenchmark upTo(long most) {
        ClearingBenchmark benchmark = new ClearingBenchmark();
        benchmark.warmUp();
        for (long size = 1_000; size <= most; size *= 10) {
            benchmark.measure(book((int) size));
        }
        return benchmark;
    }

    private static SlotBook book(int orders) {
        SplittableRandom random = new SplittableRandom(orders);
        List<Order> drawn = new ArrayList<>(orders);
        for (int number = 0; number < orders; number++) {
            drawn.add(order(number, random));
        }
        return new SlotBook(Books.SLOT, TARIFF, drawn);
    }

    private static Order order(int number, SplittableRandom random) {
        WattHours energy = new WattHours(random.nextLong(1, 2_001));
        String id = "order " + number;
        String home = "home " + random.nextLong(1_000_000_000) + "." + number;
        Price limit = new Price(random.nextLong(
                TARIFF.feedIn().nanoCoinsPerKwh(), TARIFF.retail().nanoCoinsPerKwh() + 1));
        Order plain = random.nextBoolean() ? Order.buy(id, home, energy) : Order.sell(id, home, energy);
        return plain.at(limit).in(new Area(AREAS.get(random.nextInt(3))));
    }

    private void warmUp() {
        for (int size : new int[] {1_000, 10_000}) {
            measure(book(size));
        }
        millis.clear();
    }

    private void measure(SlotBook book) {
        time(SORT, book, () -> sortedAndSummed(book.orders()));
        for (String name : MarketRules.names()) {
            MarketRule rule = Books.rule(WRITTEN.getOrDefault(name, name));
            time(name, book, () -> rule.clear(book).orElseThrow());
        }
    }

    private void time(String name, SlotBook book, Supplier<?> work) {
        millis.computeIfAbsent(name, any -> new TreeMap<>())
                .put((long) book.orders().size(), ProcessorTime.millis(work));
    }

    private static WattHours sortedAndSummed(List<Order> orders) {
        List<Order> sorted = new ArrayList<>(orders);
        sorted.sort(Comparator.comparing(Limits::of));
        long sum = 0;
        for (Order order : sorted) {
            sum += order.energy().value();
        }
        return new WattHours(sum);
    }

    /** The processor time of each rule and of the reference, by the number of orders, in milliseconds. */
    public NavigableMap<Long, Double> millisOf(String name) {
        return millis.getOrDefault(name, new TreeMap<>());
    }

    /** The processor time of the reference. */
    public NavigableMap<Long, Double> sorting() {
        return millisOf(SORT);
    }

    /** The tables, in Markdown. */
    public String tables() {
        return table("ns per order", (name, size) -> format("%,.0f", nanosPerOrder(name, size)))
                + "\n"
                + table("times a sort", (name, size) -> format("%.1f", at(name, size) / at(SORT, size)))
                + "\n"
                + table("growth when orders grow ten times", this::growth);
    }

    private String growth(String name, long size) {
        return millisOf(name).containsKey(size / 10) ? format("%.1f", at(name, size) / at(name, size / 10)) : "-";
    }

    private double nanosPerOrder(String name, long size) {
        return at(name, size) * 1e6 / size;
    }

    private double at(String name, long size) {
        return millisOf(name).getOrDefault(size, Double.NaN);
    }

    private String table(String title, Cell cell) {
        StringBuilder table = new StringBuilder("| " + title + " |");
        NavigableMap<Long, Double> sizes = sorting();
        sizes.keySet().forEach(size -> table.append(format(" %,d orders |", size)));
        table.append("\n|---").append("|---".repeat(sizes.size())).append("|\n");
        for (String name : millis.keySet()) {
            table.append("| ").append(name).append(" |");
            sizes.keySet()
                    .forEach(size ->
                            table.append(' ').append(cell.of(name, size)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    /** What stands in a table for one rule and size. */
    private interface Cell {

        String of(String name, long size);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
