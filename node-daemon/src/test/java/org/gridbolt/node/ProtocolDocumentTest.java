package org.gridbolt.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/protocol.md} says that a party must, the code names by its number where it does so, and names nothing else by
 * such a number.
 */
class ProtocolDocumentTest {

    private static final Path ROOT = Path.of(System.getProperty("gridbolt.root", ".."));
    private static final Pattern DEMAND = Pattern.compile("(?m)^ *- \\*\\*(\\d+\\.\\d+) MUST\\*\\*");
    private static final Pattern ANY_DEMAND = Pattern.compile("\\*\\*[^*\\n]* MUST\\*\\*");
    private static final Pattern PLACE = Pattern.compile("\\bMUST (\\d+\\.\\d+)");

    private final String document = read(ROOT.resolve("docs").resolve("protocol.md"));
    private final Set<String> demands = numbers(DEMAND, document).collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_demand_has_a_number_of_its_own() {
        assertThat(demands).hasSizeGreaterThan(20);
        assertThat(ANY_DEMAND.matcher(document).results()).hasSameSizeAs(demands);
    }

    @Test
    void every_demand_is_named_where_it_is_kept() {
        assertThat(places().keySet()).containsAll(demands);
    }

    @Test
    void no_code_names_a_demand_that_the_protocol_does_not_make() {
        Map<String, Set<Path>> strays = places();
        strays.keySet().removeAll(demands);

        assertThat(strays).isEmpty();
    }

    private static Map<String, Set<Path>> places() {
        Map<String, Set<Path>> places = new TreeMap<>();
        sources()
                .forEach(source -> numbers(PLACE, read(source))
                        .forEach(number -> places.computeIfAbsent(number, none -> new TreeSet<>())
                                .add(source.getFileName())));
        return places;
    }

    private static Stream<Path> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules
                    .flatMap(module -> Stream.of("main", "test")
                            .map(kind -> module.resolve("src").resolve(kind).resolve("java")))
                    .filter(Files::isDirectory)
                    .flatMap(ProtocolDocumentTest::filesIn)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> numbers(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
