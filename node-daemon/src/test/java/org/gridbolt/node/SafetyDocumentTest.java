package org.gridbolt.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/safety.md} promises by naming tests: each of them must be there, and be a test. */
class SafetyDocumentTest {

    private static final Path DOCS = Path.of(System.getProperty("gridbolt.root", ".."), "docs");
    private static final Pattern LINK = Pattern.compile("\\[(\\w+Test)]\\(([^)]+)\\)");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (?!who deviates|attempt|invariant|module|event|---|`).*\\|$");

    private final String document = read(DOCS.resolve("safety.md"));

    @Test
    void every_test_that_it_names_exists_and_is_a_test() {
        List<MatchResult> links = LINK.matcher(document).results().toList();

        assertThat(links).hasSizeGreaterThan(40).allSatisfy(link -> {
            Path file = DOCS.resolve(link.group(2)).normalize();
            assertThat(file).isRegularFile().hasFileName(link.group(1) + ".java");
            assertThat(read(file)).containsPattern("@Test|@ParameterizedTest|@Property|extends \\w+Contract");
        });
    }

    @Test
    void every_row_names_a_test() {
        List<String> rows =
                ROW.matcher(document).results().map(MatchResult::group).toList();

        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allMatch(row -> LINK.matcher(row).find());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
