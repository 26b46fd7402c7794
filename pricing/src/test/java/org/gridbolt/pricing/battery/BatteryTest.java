package org.gridbolt.pricing.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class BatteryTest {

    private static final Battery EMPTY = BatteryType.HOME.empty();

    @Test
    void of_a_hundred_watt_hours_ninety_eight_arrive() {
        BatteryStep step = EMPTY.charge(new WattHours(100));
        assertThat(step.taken()).isEqualTo(new WattHours(100));
        assertThat(step.after().charge()).isEqualTo(MicroWattHours.of(new WattHours(98)));
        assertThat(step.lost()).isEqualTo(MicroWattHours.of(new WattHours(2)));
    }

    @Test
    void what_is_given_draws_a_little_more_and_the_rounding_is_lost() {
        Battery charged = EMPTY.charge(new WattHours(100)).after();
        BatteryStep step = charged.discharge(new WattHours(50));
        assertThat(step.given()).isEqualTo(new WattHours(50));
        assertThat(step.lost()).isEqualTo(new MicroWattHours(5_001));
        assertThat(step.after().charge()).isEqualTo(new MicroWattHours(47_994_999));
        assertThat(step.after().discharge(new WattHours(50)).given()).isEqualTo(new WattHours(47));
    }

    @Test
    void power_and_room_bound_what_it_takes() {
        BatteryStep first = EMPTY.charge(new WattHours(9_000));
        assertThat(first.taken()).isEqualTo(new WattHours(2_500));
        BatteryStep second = first.after().charge(new WattHours(9_000));
        BatteryStep third = second.after().charge(new WattHours(9_000));
        assertThat(third.taken()).isEqualTo(new WattHours(102));
        assertThat(third.after().charge()).isEqualTo(new MicroWattHours(4_999_960_000L));
        assertThat(third.after().charge(new WattHours(9_000)).taken()).isEqualTo(WattHours.ZERO);
        assertThat(third.after().discharge(new WattHours(9_000)).given()).isEqualTo(new WattHours(2_500));
    }

    @Test
    void a_battery_at_rest_loses_nothing() {
        Battery charged = EMPTY.charge(new WattHours(77)).after();
        assertThat(charged.rest().lost()).isEqualTo(MicroWattHours.ZERO);
        assertThat(charged.rest().after()).isEqualTo(charged);
    }

    @Property(tries = 500)
    void what_goes_in_comes_out_or_is_lost_or_stays(
            @ForAll @Size(max = 60) List<@LongRange(min = -4_000, max = 4_000) Long> slots,
            @ForAll @IntRange(min = 1, max = 10_000) int charging,
            @ForAll @IntRange(min = 1, max = 10_000) int discharging) {
        BatteryType type = new BatteryType(new WattHours(5_000), charging, discharging, new WattHours(2_500));
        Battery battery = type.empty();
        long in = 0;
        long out = 0;
        long lost = 0;
        for (long slot : slots) {
            BatteryStep step = slot > 0 ? battery.charge(new WattHours(slot)) : battery.discharge(new WattHours(-slot));
            in += step.taken().value();
            out += step.given().value();
            lost += step.lost().value();
            battery = step.after();
            assertThat(battery.charge()).isBetween(MicroWattHours.ZERO, MicroWattHours.of(type.capacity()));
        }
        assertThat(in * 1_000_000)
                .isEqualTo(out * 1_000_000 + lost + battery.charge().value());
    }

    /** A watt-hour more would not fit, or is not there, or is beyond the power. */
    @Property(tries = 500)
    void it_takes_and_gives_as_much_as_it_can(
            @ForAll @LongRange(min = 0, max = 5_000_000_000L) long inside,
            @ForAll @LongRange(min = 0, max = 4_000) long energy) {
        Battery battery = new Battery(BatteryType.HOME, new MicroWattHours(inside));
        WattHours taken = battery.charge(new WattHours(energy)).taken();
        boolean moreFits = inside + (taken.value() + 1) * 980_000 <= 5_000_000_000L;
        assertThat(taken.value() == energy || taken.value() == 2_500 || !moreFits)
                .isTrue();
        WattHours given = battery.discharge(new WattHours(energy)).given();
        boolean moreIsThere = (given.value() + 1) * 10_000_000_000L <= inside * 9_999;
        assertThat(given.value() == energy || given.value() == 2_500 || !moreIsThere)
                .isTrue();
        assertThat(battery.available()).isGreaterThanOrEqualTo(given);
    }

    @Test
    void energy_out_of_nothing_is_a_bug() {
        Battery full = new Battery(BatteryType.HOME, MicroWattHours.of(new WattHours(5_000)));
        WattHours none = WattHours.ZERO;
        assertThatThrownBy(() -> new BatteryStep(EMPTY, none, new WattHours(1), EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatteryStep(EMPTY, new WattHours(2_501), none, EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatteryStep(full, none, new WattHours(2_501), EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
        Battery other = new BatteryType(new WattHours(1), 1, 1, none).empty();
        assertThatThrownBy(() -> new BatteryStep(EMPTY, none, none, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_battery_beyond_its_type_is_a_bug() {
        MicroWattHours over = new MicroWattHours(5_000_000_001L);
        assertThatThrownBy(() -> new Battery(BatteryType.HOME, over)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MicroWattHours(-1)).isInstanceOf(IllegalArgumentException.class);
        for (int efficiency : List.of(0, 10_001)) {
            assertThatThrownBy(() -> new BatteryType(WattHours.ZERO, efficiency, 1, WattHours.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new BatteryType(WattHours.ZERO, 1, efficiency, WattHours.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
