package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class SmallValuesTest {

    @Test
    void energy_is_never_negative() {
        assertThatThrownBy(() -> new WattHours(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WattHours.ZERO.minus(new WattHours(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void energy_that_does_not_fit_is_refused() {
        WattHours most = new WattHours(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new WattHours(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> WattHours.sum(List.of(most, most))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void energies_are_added_compared_and_shown() {
        WattHours one = new WattHours(1);
        WattHours three = new WattHours(3);
        assertThat(WattHours.sum(List.of(one, three))).isEqualTo(new WattHours(4));
        assertThat(three.minus(one)).isEqualTo(new WattHours(2));
        assertThat(three.excessOver(one)).isEqualTo(new WattHours(2));
        assertThat(one.excessOver(three)).isEqualTo(WattHours.ZERO);
        assertThat(one.min(three)).isEqualTo(three.min(one)).isEqualTo(one);
        assertThat(three).isGreaterThan(one).hasToString("3 Wh");
    }

    @Test
    void slots_follow_each_other() {
        Slot first = new Slot(0);
        assertThat(first.next()).isEqualTo(new Slot(1)).isGreaterThan(first).hasToString("slot 1");
        assertThat(first.isBefore(first.next())).isTrue();
        assertThat(first.isBefore(first)).isFalse();
        assertThatThrownBy(() -> new Slot(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slot(Integer.MAX_VALUE).next()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void unit_numbers_rise_from_one() {
        UnitNumber second = UnitNumber.FIRST.next();
        assertThat(second)
                .isEqualTo(new UnitNumber(2))
                .isGreaterThan(UnitNumber.FIRST)
                .hasToString("unit 2");
        assertThat(UnitNumber.FIRST.isBefore(second)).isTrue();
        assertThat(second.isBefore(second)).isFalse();
        assertThatThrownBy(() -> new UnitNumber(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitNumber(Integer.MAX_VALUE).next()).isInstanceOf(ArithmeticException.class);
    }

    @Property(tries = 200)
    void a_unit_is_found_by_its_number_and_nothing_where_there_is_none(
            @ForAll @UniqueElements @Size(max = 20) List<@IntRange(min = 1, max = 30) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 30) int wanted) {
        List<UnitNumber> rising = numbers.stream().sorted().map(UnitNumber::new).toList();
        UnitNumber unit = new UnitNumber(wanted);

        assertThat(unit.findIn(rising, Function.identity()))
                .isEqualTo(rising.stream().filter(unit::equals).findFirst());
    }
}
