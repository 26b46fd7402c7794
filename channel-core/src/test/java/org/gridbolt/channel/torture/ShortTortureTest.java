package org.gridbolt.channel.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rough weather for a few seconds, where {@link TortureTest} takes minutes: for faults that are planted one after the other. */
class ShortTortureTest {

    private static final long EVENTS = 15_000;

    @Test
    void some_ten_thousand_events_show_nothing_that_must_never_happen() {
        TortureReport report = Torture.from(500).run(EVENTS, soFar -> {});

        assertThat(report.failure()).isEmpty();
        assertThat(report.total()).isGreaterThanOrEqualTo(EVENTS);
    }
}
