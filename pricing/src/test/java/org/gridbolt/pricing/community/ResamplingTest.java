package org.gridbolt.pricing.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.community.Communities.SDR;
import static org.gridbolt.pricing.community.Communities.TARIFF;
import static org.gridbolt.pricing.community.Communities.fontana;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.LoadProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    private static final long SEED = 2022;

    @Test
    void every_home_lives_the_hours_of_a_measured_one() {
        LoadProfile measured = fontana();
        LoadProfile many = Resampling.of(measured, 40, chance());
        assertThat(many.homes()).isEqualTo(40);
        assertThat(many.firstHour()).isEqualTo(measured.firstHour());
        for (int home = 1; home <= 40; home++) {
            int resampled = home;
            assertThat(many.hours().stream().map(hour -> hour.home(resampled)).toList())
                    .isIn(java.util.stream.IntStream.rangeClosed(1, 17)
                            .mapToObj(source -> measured.hours().stream()
                                    .map(hour -> hour.home(source))
                                    .toList())
                            .toList());
        }
    }

    @Test
    void a_seed_draws_the_same_homes_again_and_another_draws_others() {
        assertThat(Resampling.of(fontana(), 50, chance())).isEqualTo(Resampling.of(fontana(), 50, chance()));
        assertThat(Resampling.of(fontana(), 50, new SplittableRandom(1)))
                .isNotEqualTo(Resampling.of(fontana(), 50, chance()));
    }

    /** The two sizes of the paper's community: its prosumers, and its homes. */
    @ParameterizedTest
    @CsvSource({
        "295, 12409492, 14136032, 1181676, 3360674, 4768606",
        "623, 26593086, 29482915, 2855221, 7048182, 9300899"
    })
    void the_papers_sizes_have_the_documented_totals(
            int homes, long load, long sun, long amongPeers, long fromGrid, long toGrid) {
        LoadProfile many = Resampling.of(fontana(), homes, chance());
        HomeTotal total = Communities.run(many, Scenario.baseline(TARIFF, SDR)).total();
        WattHours peers = new WattHours(amongPeers);
        assertThat(total.load()).isEqualTo(new WattHours(load));
        assertThat(total.sun()).isEqualTo(new WattHours(sun));
        assertThat(total.flows())
                .isEqualTo(new Flows(peers, new WattHours(fromGrid), peers, new WattHours(toGrid), WattHours.ZERO));
    }

    @Test
    void a_community_of_no_homes_is_a_bug() {
        assertThatThrownBy(() -> Resampling.of(fontana(), 0, chance())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RandomGenerator chance() {
        return new SplittableRandom(SEED);
    }
}
