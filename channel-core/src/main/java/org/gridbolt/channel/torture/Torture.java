package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Trials of a channel under rough weather, one after the other, from one seed: each opens a channel, trades, closes it and waits
 * until the last output is buried, while processes end between any two instructions, letters are late or lost, the chain's
 * past is rewritten, and parties fall silent or cheat. The same seed gives the same trials, event by event.
 *
 * <pre>
 *   TortureReport report = Torture.from(7).run(100_000, report -> {});
 *   report.failure().ifPresent(failure -> failure.transcript().forEach(System.out::println));
 * </pre>
 */
public final class Torture {

    /** So many events of rough weather a trial has at most. */
    public static final long ROUGH_MAX = 5_000;

    private final long seed;

    private Torture(long seed) {
        this.seed = seed;
    }

    /** Trials of the seeds from {@code seed} on. */
    public static Torture from(long seed) {
        return new Torture(seed);
    }

    /**
     * Runs trials until they had {@code events} events together, or one of them shows what must never happen.
     *
     * @param observer hears of each trial that is over
     */
    public TortureReport run(long events, Consumer<TortureReport> observer) {
        TortureReport report = TortureReport.EMPTY;
        for (long next = seed; report.total() < events && report.failure().isEmpty(); next++) {
            report = report.plus(trial(next));
            observer.accept(report);
        }
        return report;
    }

    private static TortureReport trial(long seed) {
        Logbook record = new Logbook();
        Optional<Violation> violation = violation(seed, ROUGH_MAX, record);
        TortureReport report = TortureReport.of(record);
        return violation.isEmpty() ? report : report.failing(shortest(seed, record.rough(), violation.get()));
    }

    private static Optional<Violation> violation(long seed, long rough, Logbook record) {
        try {
            new Trial(seed, record).run(rough);
            return Optional.empty();
        } catch (Violation violation) {
            return Optional.of(violation);
        }
    }

    /** The failure after as few rough events as halving finds. */
    private static TortureFailure shortest(long seed, long rough, Violation found) {
        long fails = rough;
        long passes = 0;
        while (fails - passes > 1) {
            long middle = passes + (fails - passes) / 2;
            boolean same = violation(seed, middle, new Logbook())
                    .filter(violation -> violation.invariant().equals(found.invariant()))
                    .isPresent();
            if (same) {
                fails = middle;
            } else {
                passes = middle;
            }
        }
        return replay(seed, fails).failure().orElseGet(() -> new TortureFailure(seed, rough, found, List.of()));
    }

    /** Runs one trial again, as a failure names it, and writes down what happens. */
    public static TortureReport replay(long seed, long rough) {
        List<String> transcript = new ArrayList<>();
        Logbook record = new Logbook(transcript::add);
        Optional<Violation> violation = violation(seed, rough, record);
        TortureReport report = TortureReport.of(record).read(transcript);
        return violation
                .map(found -> report.failing(new TortureFailure(seed, rough, found, transcript)))
                .orElse(report);
    }
}
