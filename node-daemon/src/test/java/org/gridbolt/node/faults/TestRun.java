package org.gridbolt.node.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * The program of a {@link ChildRun}: runs test classes one after the other, up to one that fails. A fault may make a test wait for
 * ever: it is given up after {@link #LIMIT_OF_TEST}, and has failed.
 */
final class TestRun {

    private static final String LIMIT_OF_TEST = "30 s";

    /** How it begins to say which test failed. */
    static final String FAILED = "failed: ";

    /** All tests passed. */
    static final int PASSED = 0;

    /** A test failed. */
    static final int CAUGHT = 10;

    /** A class has no test that could run. */
    static final int EMPTY = 11;

    private TestRun() {}

    /** Where jqwik keeps its database, then the names of the classes to run. */
    public static void main(String... arguments) {
        System.exit(Arrays.stream(arguments)
                .skip(1)
                .map(name -> run(name, arguments[0]))
                .filter(code -> code != PASSED)
                .findFirst()
                .orElse(PASSED));
    }

    private static int run(String name, String database) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(name))
                .filters(TagFilter.excludeTags("deep"))
                .configurationParameter("jqwik.database", database)
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                .configurationParameter("junit.jupiter.execution.timeout.default", LIMIT_OF_TEST)
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        long start = System.nanoTime();
        LauncherFactory.create().execute(request, summary);
        System.out.printf(
                "%s: %d tests, %d ms%n",
                name, summary.getSummary().getTestsFoundCount(), (System.nanoTime() - start) / 1_000_000);
        Optional<Failure> first = summary.getSummary().getFailures().stream()
                .min(Comparator.comparing(failure -> nameOf(failure.getTestIdentifier())));
        first.ifPresent(failure -> {
            System.out.println(FAILED + simple(name) + "." + nameOf(failure.getTestIdentifier()));
            System.out.println(TestExecutionResult.failed(failure.getException()));
        });
        if (first.isPresent()) {
            return CAUGHT;
        }
        return summary.getSummary().getTestsSucceededCount() == 0 ? EMPTY : PASSED;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The method, also of one run out of many; a class that could not begin has none. */
    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getDisplayName());
    }
}
