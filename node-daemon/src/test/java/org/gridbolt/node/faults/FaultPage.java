package org.gridbolt.node.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/planted-faults.md}: each fault, where it is planted, and what came of it the last time that it was tried. */
final class FaultPage {

    private static final Path FILE = Path.of(System.getProperty("gridbolt.root", ".."), "docs", "planted-faults.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!fault \\|)(.+) \\| `(.+)` \\| `?([^`|]+?)`? \\| `?([^`|]+?)`? \\|$");
    private static final String START = """
            # Planted faults

            Mistakes of one line that somebody could make where coins depend on it. Each is planted into the built code, one at a time, and
            the tests beside it run: one of them must fail. `./mvnw -Pdeep verify` does so and writes this page; every build checks that each fault still
            finds its place and compiles. The last column is the commit that changed the main code last when the fault was tried.
            [CONTRIBUTING](../CONTRIBUTING.md) says how to add one.

            | fault | in | caught by | code of |
            |---|---|---|---|
            """;

    /**
     * What came of a fault.
     *
     * @param test the test that noticed it, or one of the words below
     * @param commit the newest one then that changes main code
     */
    record Trial(String test, String commit) {

        private static final String UNTRIED = "not tried yet";
        private static final String UNCAUGHT = "nothing";
        private static final String NO_COMMIT = "-";

        static final Trial NONE = new Trial(UNTRIED, NO_COMMIT);

        static Trial uncaught(String commit) {
            return new Trial(UNCAUGHT, commit);
        }

        boolean isCaught() {
            return !test.equals(UNTRIED) && !test.equals(UNCAUGHT);
        }

        private String cells() {
            return (isCaught() ? "`" + test + "`" : test) + " | "
                    + (commit.equals(NO_COMMIT) ? commit : "`" + commit + "`");
        }
    }

    private FaultPage() {}

    /** What came of each fault, as the page says. */
    static Map<String, Trial> read() throws IOException {
        Map<String, Trial> trials = new LinkedHashMap<>();
        String page = Files.exists(FILE) ? Files.readString(FILE) : "";
        ROW.matcher(page).results().forEach(row -> trials.put(row.group(1), new Trial(row.group(3), row.group(4))));
        return trials;
    }

    /** The page with that result; the others stay. */
    static void write(List<Fault> faults, Map<String, Trial> news) throws IOException {
        Map<String, Trial> trials = read();
        trials.putAll(news);
        Files.writeString(
                FILE, START + faults.stream().map(fault -> row(fault, trials)).collect(Collectors.joining()));
    }

    private static String row(Fault fault, Map<String, Trial> trials) {
        String cells = trials.getOrDefault(fault.name(), Trial.NONE).cells();
        return "| " + fault.name() + " | `" + fault.where() + "` | " + cells + " |\n";
    }

    /** The place that the page gives for each fault. */
    static Map<String, String> places() throws IOException {
        Map<String, String> places = new LinkedHashMap<>();
        ROW.matcher(Files.readString(FILE)).results().forEach(row -> places.put(row.group(1), row.group(2)));
        return places;
    }
}
