package org.gridbolt.node.torture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridbolt.channel.torture.TortureFailure;

/**
 * What it takes to see a failure again, as a file of a few lines.
 *
 * @param seed of the trial
 * @param rough how many events of rough weather it has
 * @param invariant what did not hold
 */
record Replay(long seed, long rough, String invariant) {

    /** A file of this is smaller than that. */
    static final int BYTES_MAX = 4096;

    private static final String TITLE = "gridbolt torture 1";
    private static final Pattern FILE =
            Pattern.compile(TITLE + "\nseed (-?\\d{1,19})\nevents (\\d{1,19})\nviolates (.{1,200})\n*");

    static Replay of(TortureFailure failure) {
        return new Replay(failure.seed(), failure.rough(), failure.invariant());
    }

    /** What the file says, if it is one. */
    static Optional<Replay> parse(String content) {
        Matcher matcher = FILE.matcher(content);
        return matcher.matches()
                ? number(matcher.group(1))
                        .flatMap(seed ->
                                number(matcher.group(2)).map(rough -> new Replay(seed, rough, matcher.group(3))))
                : Optional.empty();
    }

    /** Not every number of 19 digits fits. */
    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** As the file. */
    List<String> lines() {
        return List.of(TITLE, "seed " + seed, "events " + rough, "violates " + invariant);
    }
}
