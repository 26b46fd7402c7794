package org.gridbolt.pricing.demand.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExperimentTest {

    @Test
    void the_papers_sets_have_100_and_60_prosumers_with_5_appliances_each() {
        DemandPlan first = Experiment.PROSUMERS_100.draw(new SplittableRandom(1));
        DemandPlan second = Experiment.PROSUMERS_60.draw(new SplittableRandom(1));
        assertThat(first.households())
                .hasSize(100)
                .allMatch(each -> each.appliances().size() == 5);
        assertThat(second.households())
                .hasSize(60)
                .allMatch(each -> each.appliances().size() == 5);
        assertThat(second.appliances())
                .extracting(each -> each.energy().value())
                .allMatch(energy -> energy >= 100 && energy <= 1_000);
    }

    @ParameterizedTest
    @EnumSource
    void a_seed_gives_the_same_set_again_and_another_seed_another(WindowReading reading) {
        Experiment experiment = Experiment.PROSUMERS_60.with(reading);
        DemandPlan plan = experiment.draw(new SplittableRandom(7));
        assertThat(experiment.draw(new SplittableRandom(7))).isEqualTo(plan);
        assertThat(experiment.draw(new SplittableRandom(8))).isNotEqualTo(plan);
    }

    @Test
    void only_one_reading_has_windows_past_midnight() {
        for (WindowReading reading : WindowReading.values()) {
            DemandPlan plan = Experiment.PROSUMERS_100.with(reading).draw(new SplittableRandom(2));
            assertThat(plan.appliances().stream()
                            .map(Appliance::window)
                            .anyMatch(window -> window.last() < window.first()))
                    .isEqualTo(reading == WindowReading.PAST_MIDNIGHT);
        }
    }

    @Test
    void energy_reaches_both_its_ends() {
        Experiment narrow = new Experiment(
                20, 5, Experiment.PROSUMERS_60.day(), new WattHours(2), new WattHours(3), WindowReading.PAST_MIDNIGHT);
        assertThat(narrow.draw(new SplittableRandom(1)).appliances())
                .extracting(each -> each.energy().value())
                .containsOnly(2L, 3L);
    }

    @Test
    void a_mean_power_cap_is_rounded_up() {
        DemandPlan plan = Plans.of(24, appliance("lamp", 10, 6, 8, 10), appliance("car", 9, 22, 0, 9));
        assertThat(new MeanPowerCap(130).of(plan).appliances())
                .containsExactly(appliance("lamp", 10, 6, 8, 5), appliance("car", 9, 22, 0, 4));
        assertThatThrownBy(() -> new MeanPowerCap(99)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void the_least_mean_power_cap_is_never_too_low(@ForAll long seed) {
        DemandPlan plan = Experiment.PROSUMERS_60.draw(new SplittableRandom(seed));
        assertThat(new MeanPowerCap(100).of(plan).energy()).isEqualTo(plan.energy());
    }
}
