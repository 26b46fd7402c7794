package org.gridbolt.channel.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A channel under rough weather, over and over. A failure prints its seed, and {@code gridbolt torture --seed N} shows it again.
 */
class TortureTest {

    private static final int WORKERS = 2;
    private static final long EVENTS = 1_050_000;
    private static final long DEEP_EVENTS = 30_000_000;
    private static final long SEEDS_APART = 1_000_000;

    @Test
    void a_million_events_show_nothing_that_must_never_happen() {
        TortureReport report = run(1, EVENTS);

        assertThat(report.failure().map(TortureTest::line)).isEmpty();
        assertThat(report.total()).isGreaterThan(1_000_000);
        assertThat(report.trials()).isGreaterThan(500);
    }

    @Tag("deep")
    @Test
    void thirty_million_events_show_nothing_that_must_never_happen() {
        TortureReport report = run(1_000_000_000, DEEP_EVENTS);

        assertThat(report.failure().map(TortureTest::line)).isEmpty();
        assertThat(report.total()).isGreaterThan(DEEP_EVENTS);
        report.pairs().forEach((pair, count) -> System.out.println(count + " " + pair));
    }

    /** The cores share the seeds: each worker has its own. */
    private static TortureReport run(long seed, long events) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            long start = System.nanoTime();
            List<Future<TortureReport>> parts = LongStream.range(0, WORKERS)
                    .mapToObj(part -> workers.submit(
                            () -> Torture.from(seed + part * SEEDS_APART).run(events / WORKERS, soFar -> {})))
                    .toList();
            TortureReport report = TortureReport.EMPTY;
            for (Future<TortureReport> part : parts) {
                report = report.plus(part.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "torture: %d events (%s) of %d channels, %d pairs of state and event, %.0f s, %s%n",
                    report.total(),
                    report.events(),
                    report.trials(),
                    report.pairs().size(),
                    seconds,
                    report.failure().map(TortureTest::line).orElse("no violation"));
            return report;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static String line(TortureFailure failure) {
        return "seed " + failure.seed() + " violates: " + failure.invariant() + ": " + failure.what();
    }

    @Test
    void the_same_seed_gives_the_same_trial() {
        TortureReport first = Torture.replay(7, Torture.ROUGH_MAX);
        TortureReport second = Torture.replay(7, Torture.ROUGH_MAX);

        assertThat(first.transcript()).hasSizeGreaterThan(100).isEqualTo(second.transcript());
        assertThat(first).isEqualTo(second);
    }

    @Test
    void what_is_counted_is_what_happened() {
        TortureReport report = Torture.replay(11, Torture.ROUGH_MAX);

        assertThat(report.transcript().stream().filter(line -> line.contains(" -> ")))
                .hasSizeLessThanOrEqualTo(Math.toIntExact(report.events().getOrDefault("message", 0L)));
        assertThat(report.transcript().stream().filter(line -> line.startsWith("block ")))
                .hasSize(Math.toIntExact(report.events().getOrDefault("block", 0L)));
    }
}
