package org.gridbolt.node.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gridbolt.node.faults.FaultPage.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plants the faults one at a time and requires that a test fails. {@code -Dfaults=carry} tries those in whose name or place
 * that regular expression is found.
 */
@Tag("deep")
class CaughtFaultsTest {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LIMIT_OF_ALL = Duration.ofMinutes(30);

    static List<Fault> faults() {
        Predicate<String> wanted =
                Pattern.compile(System.getProperty("faults", "")).asPredicate();
        return PlantedFaults.ALL.stream()
                .filter(fault -> wanted.test(fault.name() + " in " + fault.where()))
                .toList();
    }

    /** Else a failure would show nothing. */
    @BeforeAll
    static void the_tests_pass_without_a_fault() throws IOException {
        List<String> classes =
                faults().stream().flatMap(Fault::testClasses).distinct().toList();
        ChildRun run = ChildRun.of(List.of(), classes, LIMIT_OF_ALL);
        assertThat(run.passed()).as(run.output()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_test_notices(Fault fault, @TempDir Path folder) throws IOException {
        try (Planting planting = new Planting()) {
            planting.compile(List.of(fault), folder);
        }
        long start = System.nanoTime();
        ChildRun run = ChildRun.of(List.of(folder), fault.testClasses().toList(), LIMIT);
        Optional<String> caught = run.failed();
        System.out.printf(
                "%s: %s, %d s%n",
                fault.name(), caught.orElse("NOT CAUGHT"), (System.nanoTime() - start) / 1_000_000_000);
        String commit = CodeCommit.newest();
        Trial trial = caught.map(test -> new Trial(test, commit)).orElseGet(() -> Trial.uncaught(commit));
        FaultPage.write(PlantedFaults.ALL, Map.of(fault.name(), trial));
        assertThat(caught).as(run.output()).isPresent();
    }
}
