package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class PolicyValuesTest {

    private static final WattHours ENERGY = new WattHours(250);
    private static final Coin AMOUNT = Coin.valueOf(1000);

    @Test
    void a_share_is_rounded_down() {
        assertThat(new PerMille(333).floorOf(Coin.valueOf(1000))).isEqualTo(Coin.valueOf(333));
        assertThat(new PerMille(1).floorOf(Coin.valueOf(999))).isEqualTo(Coin.ZERO);
        assertThat(new PerMille(1000).floorOf(Coin.valueOf(999))).isEqualTo(Coin.valueOf(999));
    }

    @Test
    void a_share_of_any_amount_is_exact() {
        assertThat(new PerMille(999).floorOf(Coin.valueOf(Long.MAX_VALUE)))
                .isEqualTo(Coin.valueOf(9_214_148_664_817_921_031L));
    }

    @Test
    void a_share_lies_between_nothing_and_all() {
        assertThatThrownBy(() -> new PerMille(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PerMille(1001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_default_lacks_something_and_no_more_than_was_promised() {
        assertThatThrownBy(() -> unit(Verdict.DEFAULT, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit(Verdict.DEFAULT, 251)).isInstanceOf(IllegalArgumentException.class);
        assertThat(unit(Verdict.DEFAULT, 250).is(Verdict.DEFAULT)).isTrue();
    }

    @Test
    void no_other_verdict_lacks_anything() {
        assertThatThrownBy(() -> unit(Verdict.DELIVERED, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unit(Verdict.CANCELLED, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_has_energy_and_coins() {
        assertThatThrownBy(() -> new JudgedUnit(UnitNumber.FIRST, Coin.ZERO, ENERGY, Verdict.DELIVERED, WattHours.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new JudgedUnit(UnitNumber.FIRST, AMOUNT, WattHours.ZERO, Verdict.DELIVERED, WattHours.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void units_of_a_state_rise() {
        JudgedUnit unit = unit(Verdict.DELIVERED, 0);

        assertThatThrownBy(() -> new JudgedState(Allocation.ZERO, List.of(unit, unit)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_forfeiture_is_never_negative() {
        Coin negative = Coin.valueOf(-1);

        assertThatThrownBy(() -> new Forfeiture(negative, Coin.ZERO, Coin.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Forfeiture(Coin.ZERO, negative, Coin.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Forfeiture(Coin.ZERO, Coin.ZERO, negative))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static JudgedUnit unit(Verdict verdict, long shortfall) {
        return new JudgedUnit(UnitNumber.FIRST, AMOUNT, ENERGY, verdict, new WattHours(shortfall));
    }
}
