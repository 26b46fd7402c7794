package org.gridbolt.pricing.demand.level;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridbolt.pricing.ProcessorTime;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.demand.paper.MeanPowerCap;
import org.gridbolt.pricing.demand.paper.WindowReading;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;

/**
 * The exact schedule of more and more appliances over 96 slots, its check and its rounding, beside a general convex solver in
 * floating point on the same plans as far as it gets in reasonable time. Caps of 1.3 times the mean power make many levels. All
 * times are processor time of the whole process, on all its threads.
 */
public final class LevellingBenchmark {

    private static final PlanDay QUARTERS = new PlanDay(96, 15, true);
    private static final int[] SIZES = {30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000};
    private static final double PATIENCE_MILLIS = 20_000;

    private final PrintStream out = System.out;
    private double solverMillis;

    private LevellingBenchmark() {}

    /** Prints a table; {@code tiny} ends it at 300 appliances and says nothing then. */
    public static void main(String[] arguments) {
        boolean tiny = List.of(arguments).contains("tiny");
        LevellingBenchmark benchmark = new LevellingBenchmark();
        benchmark.warmUp(tiny ? 1 : 30);
        benchmark.print(tiny ? 300 : 100_000);
    }

    /** The processor time of the exact schedule of up to {@code most} appliances, by their number, in milliseconds. */
    public static NavigableMap<Long, Double> millis(int most) {
        NavigableMap<Long, Double> millis = new TreeMap<>();
        new LevellingBenchmark().warmUp(1);
        for (int size = most / 27; size <= most; size *= 3) {
            DemandPlan plan = plan(size);
            millis.put((long) size, ProcessorTime.millis(() -> Levelling.exact(plan)));
        }
        return millis;
    }

    private static DemandPlan plan(int appliances) {
        Experiment experiment = new Experiment(
                appliances / 5,
                5,
                QUARTERS,
                new WattHours(100),
                new WattHours(1_000),
                WindowReading.TWO_SLOTS_IN_ORDER);
        return new MeanPowerCap(130).of(experiment.draw(new SplittableRandom(appliances)));
    }

    private void warmUp(int times) {
        for (int time = 0; time < times; time++) {
            Schedule schedule = Levelling.exact(plan(1_000));
            require(OptimalityCheck.optimality(schedule).isEmpty());
            require(WholeWattHours.round(schedule).isWhole());
            require(time % 5 > 0 || QuadraticProgram.demand(plan(30)).length == 96);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("what is measured is wrong");
        }
    }

    private void print(int most) {
        out.println(
                "| appliances | cells | levels | exact | check | rounding | exact, per cell | solver | solver / exact |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (int size : SIZES) {
            if (size <= most) {
                out.println(row(size));
            }
        }
        Runtime runtime = Runtime.getRuntime();
        out.printf(
                Locale.ROOT,
                "%nheap: at most %d MB, %d MB taken%n",
                runtime.maxMemory() >> 20,
                runtime.totalMemory() >> 20);
    }

    private String row(int size) {
        DemandPlan plan = plan(size);
        long cells = plan.appliances().stream()
                .mapToLong(each -> each.window().length(QUARTERS))
                .sum();
        Schedule exact = Levelling.exact(plan);
        double exactMillis = ProcessorTime.millis(() -> Levelling.exact(plan));
        double checkMillis = ProcessorTime.millis(() -> OptimalityCheck.optimality(exact));
        double roundingMillis = ProcessorTime.millis(() -> WholeWattHours.round(exact));
        require(OptimalityCheck.optimality(exact).isEmpty());
        Optional<Double> solver = solverMillis < PATIENCE_MILLIS ? Optional.of(solve(plan, exact)) : Optional.empty();
        return String.format(
                Locale.ROOT,
                "| %,d | %,d | %d | %.1f ms | %.1f ms | %.1f ms | %.0f ns | %s | %s |",
                size,
                cells,
                new TreeSet<>(exact.demand()).size(),
                exactMillis,
                checkMillis,
                roundingMillis,
                exactMillis * 1e6 / cells,
                solver.map(millis -> String.format(Locale.ROOT, "%.0f ms", millis))
                        .orElse("-"),
                solver.map(millis -> String.format(Locale.ROOT, "%.0f", millis / exactMillis))
                        .orElse("-"));
    }

    /** How long the solver takes; its demand has to be the exact one, to a watt-hour. */
    private double solve(DemandPlan plan, Schedule exact) {
        List<double[]> found = new ArrayList<>();
        solverMillis = ProcessorTime.millis(() -> found.add(QuadraticProgram.demand(plan)));
        for (int slot = 0; slot < found.get(0).length; slot++) {
            double difference = exact.demand().get(slot).doubleValue() - found.get(0)[slot];
            if (Math.abs(difference) > 1) {
                out.printf(Locale.ROOT, "the solver is off by %.1f Wh in slot %d%n", difference, slot);
            }
        }
        return solverMillis;
    }
}
