package org.gridbolt.pricing.demand.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.math.RoundingMode;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Plans;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.demand.paper.MeanPowerCap;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.junit.jupiter.api.Test;

class WholeWattHoursTest {

    @Property(tries = 500)
    void rounding_keeps_energy_caps_and_windows_and_moves_nothing_by_a_watt_hour(@ForAll long seed) {
        assertRounded(Plans.small(new SplittableRandom(seed)));
    }

    @Property(tries = 4)
    void so_does_rounding_a_large_set(@ForAll long seed) {
        assertRounded(new MeanPowerCap(140).of(Experiment.PROSUMERS_100.draw(new SplittableRandom(seed))));
    }

    private static void assertRounded(DemandPlan plan) {
        Schedule exact = Levelling.exact(plan);
        Schedule whole = WholeWattHours.round(exact);
        assertThat(whole.isWhole()).isTrue();
        assertThat(OptimalityCheck.soundness(whole)).isEmpty();
        for (int slot = 0; slot < plan.day().slots(); slot++) {
            assertNear(exact.demand().get(slot), whole.demand().get(slot));
        }
        for (int each = 0; each < plan.appliances().size(); each++) {
            for (int place = 0; place < exact.parts()[each].length; place++) {
                int slot = plan.appliances().get(each).window().slot(place, plan.day());
                assertNear(
                        BigFraction.of(exact.part(each, place), exact.denominator(slot)),
                        BigFraction.of(whole.part(each, place)));
            }
        }
    }

    private static void assertNear(BigFraction exact, BigFraction whole) {
        assertThat(whole.bigDecimalValue())
                .isBetween(
                        exact.bigDecimalValue(0, RoundingMode.FLOOR), exact.bigDecimalValue(0, RoundingMode.CEILING));
    }

    @Test
    void what_is_whole_stays_as_it_is() {
        Schedule whole = Schedule.whole(Plans.of(2, appliance("lamp", 3, 0, 1, 3)), new long[][] {{1, 2}});
        assertThat(WholeWattHours.round(whole)).isEqualTo(whole);
    }

    @Test
    void a_slot_below_its_floor_is_handed_what_it_lacks() {
        DemandPlan plan =
                Plans.of(3, appliance("a", 1, 0, 2, 1), appliance("b", 1, 0, 2, 1), appliance("c", 1, 0, 2, 1));
        Schedule thirds = Schedule.of(plan, new long[] {3, 3, 3}, new long[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        assertThat(WholeWattHours.round(thirds).demand()).containsOnly(BigFraction.ONE);
    }

    @Test
    void energy_that_is_not_whole_cannot_be_kept() {
        Schedule half =
                Schedule.of(Plans.of(2, appliance("lamp", 3, 0, 1, 3)), new long[] {2, 2}, new long[][] {{2, 3}});
        assertThatThrownBy(() -> WholeWattHours.round(half)).isInstanceOf(IllegalArgumentException.class);
    }
}
