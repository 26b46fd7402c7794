package org.gridbolt.pricing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;

/** Profiles for tests: a measured day, and small ones written by hand. */
final class Profiles {

    static final String FILE = "homes.csv";
    static final String HEADER = "hour_start,home1_load_wh,home1_pv_wh,home2_load_wh,home2_pv_wh\n";

    private Profiles() {}

    /** The measured day 2017-02-19 of 17 homes; its source stands beside it. */
    static LoadProfile fontana() {
        String name = "fontana-2017-02-19.csv";
        try (InputStream stream = Profiles.class.getResourceAsStream("/profiles/" + name)) {
            return ProfileReader.read(name, Objects.requireNonNull(stream).readAllBytes())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That many rows from that hour on, each with these cells. */
    static String rows(String start, int count, String cells) {
        LocalDateTime first = LocalDateTime.parse(start);
        return IntStream.range(0, count)
                .mapToObj(hour -> first.plusHours(hour) + "," + cells + "\n")
                .collect(Collectors.joining());
    }

    static Outcome<LoadProfile, ProfileFlaw> read(String text) {
        return ProfileReader.read(FILE, text.getBytes(StandardCharsets.UTF_8));
    }

    static ProfileFlaw flawOf(Outcome<?, ProfileFlaw> outcome) {
        assertThat(outcome.flaw()).as("a flaw").isPresent();
        ProfileFlaw flaw = outcome.flaw().orElseThrow();
        assertThat(flaw.message()).contains(flaw.file()).doesNotContain("\n").doesNotContain("\r");
        return flaw;
    }
}
