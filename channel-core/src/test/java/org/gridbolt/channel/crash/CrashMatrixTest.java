package org.gridbolt.channel.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The process of each party ends at each of its boundaries, in each course that a channel can take: everybody has in the end what
 * they have without that, but for the fees of claims, which may be made in another block. A few boundaries of each in every build,
 * all of them with {@code -Pdeep}, where {@code docs/crash-matrix.md} holds the figures; {@code -Dgolden=rewrite} writes it anew.
 */
class CrashMatrixTest {

    private static final int BOUNDARIES_MAX = 400;

    /** Of so many boundaries one is tried in the short form. */
    private static final int SHORT_STRIDE = 13;

    /** What claims of one party may pay more or less than in another block. */
    private static final long FEES = 1_500;

    private static final int NEVER = -1;

    private static final String START = """
            # Processes that end

            The process of one party ends before a save, an order to its signer, a letter or a publication, once in each run and at the next
            such boundary in the next, until a course has no more of them; letters under way are lost. It starts again on what it had
            stored, at the latest at the next block, and looks at the chain anew. Required: in the end everybody has what they have in the same
            course without that, but for the fees of their claims, and nothing of the wallet is left open. The figures are the boundaries at
            which that was tried, all of them with that end;
            [CrashMatrixTest](../channel-core/src/test/java/org/gridbolt/channel/crash/CrashMatrixTest.java)
            counts them on the embedded chain with `-Pdeep`, and tries one in thirteen in every build.

            | course | A | B | U |
            |---|---|---|---|
            """;

    private final List<String> troubles = new ArrayList<>();
    private int runs;

    @Test
    void wherever_a_process_ends_of_a_few_boundaries_everybody_has_the_same() {
        for (Course course : Course.values()) {
            var unused = boundaries(course, SHORT_STRIDE);
        }

        assertThat(troubles).isEmpty();
        assertThat(runs).isGreaterThan(50);
    }

    @Tag("deep")
    @Test
    void wherever_a_process_ends_everybody_has_the_same() throws IOException {
        StringBuilder page = new StringBuilder(START);
        for (Course course : Course.values()) {
            Map<Party, Integer> boundaries = boundaries(course, 1);
            page.append("| ").append(course.title()).append(" |");
            for (Party party : Party.values()) {
                page.append(' ')
                        .append(Optional.ofNullable(boundaries.get(party))
                                .map(String::valueOf)
                                .orElse("gone"))
                        .append(" |");
            }
            page.append('\n');
        }
        page.append("\n").append(runs).append(" runs in all.\n");
        Path file = Path.of(System.getProperty("gridbolt.root", "."), "docs", "crash-matrix.md");
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(file, page);
        }

        assertThat(troubles).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(page.toString());
    }

    private Map<Party, Integer> boundaries(Course course, int stride) {
        Settlement expected = settled(course, course.prepare(Party.UTILITY), NEVER);
        assertThat(expected.open()).as(course.title()).isEqualTo(Coin.ZERO);
        Map<Party, Integer> boundaries = new EnumMap<>(Party.class);
        course.victims().forEach(victim -> boundaries.put(victim, boundaries(course, victim, expected, stride)));
        return boundaries;
    }

    private int boundaries(Course course, Party victim, Settlement expected, int stride) {
        int first = List.of(Course.values()).indexOf(course) % stride;
        for (int boundary = first; boundary < BOUNDARIES_MAX; boundary += stride) {
            CrashRun run = course.prepare(victim);
            String where = course + ", " + victim + " ends after boundary " + boundary + ": ";
            try {
                Settlement actual = settled(course, run, boundary);
                if (!run.hasEnded()) {
                    return boundary;
                }
                runs++;
                if (!isLike(expected, actual)) {
                    troubles.add(where + actual + " and not " + expected);
                }
            } catch (RuntimeException | AssertionError trouble) {
                troubles.add(where + trouble);
            }
        }
        throw new AssertionError(course + ": no end of boundaries of " + victim);
    }

    private static Settlement settled(Course course, CrashRun run, int boundary) {
        if (boundary != NEVER) {
            run.endAfter(boundary);
        }
        course.follow(run);
        return run.settle();
    }

    private static boolean isLike(Settlement expected, Settlement actual) {
        return actual.open().isZero()
                && List.of(Party.values()).stream()
                        .allMatch(party -> Math.abs(actual.paid().of(party).value
                                        - expected.paid().of(party).value)
                                <= FEES);
    }
}
