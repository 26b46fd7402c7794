package org.gridbolt.node.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake of one line that somebody could make in the main code, and that the tests must notice. It is found by its text, not
 * by a line number, and white space does not count: it outlives what happens around it.
 *
 * @param name what is wrong with it planted, in words
 * @param where the class, below {@code org.gridbolt}
 * @param text what stands there exactly once
 * @param instead what stands there with the fault planted
 * @param tests the classes that should notice, below {@code org.gridbolt}, in the order to try them
 */
record Fault(String name, String where, String text, String instead, List<String> tests) {

    private static final Path ROOT = Path.of(System.getProperty("gridbolt.root", ".."));
    private static final String BASE = "org.gridbolt.";
    private static final Map<String, String> MODULES = Map.of(
            "multisig",
            "multisig",
            "penalty",
            "penalty",
            "channel",
            "channel-core",
            "pricing",
            "pricing",
            "node",
            "node-daemon");

    static Fault of(String name, String where, String text, String instead, String... tests) {
        return new Fault(name, where, text, instead, List.of(tests));
    }

    /** The folder of the module that the class below {@code org.gridbolt} is part of. */
    static Path module(String type) {
        return ROOT.resolve(MODULES.get(type.substring(0, type.indexOf('.'))));
    }

    /** The folders of all compiled tests. */
    static List<Path> testFolders() {
        return MODULES.values().stream()
                .sorted()
                .map(module -> ROOT.resolve(module).resolve("target/test-classes"))
                .toList();
    }

    /** Its classes that should notice, by their full names. */
    Stream<String> testClasses() {
        return tests.stream().map(BASE::concat);
    }

    /** The full name of the class that it is planted in. */
    String type() {
        return BASE + where;
    }

    private static Path source(String folder, String type) {
        return module(type).resolve(folder).resolve((BASE + type).replace('.', '/') + ".java");
    }

    /** The tests that are not there. */
    List<String> missingTests() {
        return tests.stream()
                .filter(test -> !Files.isRegularFile(source("src/test/java", test)))
                .toList();
    }

    /** The source with the fault planted. */
    String planted() throws IOException {
        String source = Files.readString(source("src/main/java", where));
        Matcher found = anchor().matcher(source);
        List<Integer> places = found.results().map(result -> result.start()).toList();
        if (places.size() != 1) {
            throw new AssertionError("\"" + text + "\" stands " + places.size() + " times in " + where
                    + ": mend the fault \"" + name + "\"");
        }
        return found.reset().replaceFirst(Matcher.quoteReplacement(instead));
    }

    private Pattern anchor() {
        return Pattern.compile(text.chars()
                .filter(character -> !Character.isWhitespace(character))
                .mapToObj(character -> Pattern.quote(Character.toString(character)))
                .collect(Collectors.joining("\\s*")));
    }

    @Override
    public String toString() {
        return name;
    }
}
