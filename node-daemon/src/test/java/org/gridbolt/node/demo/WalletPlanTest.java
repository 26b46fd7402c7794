package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.terminal.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletPlanTest {

    private final DayPlan day = DayPlan.of(new DemoOptions.Trade());

    @Test
    void the_defaults_are_enough_for_the_default_day() {
        assertThat(WalletPlan.of(new DemoOptions.Contributions(), day, Scenario.HONEST))
                .isEqualTo(new Allocation(Coin.valueOf(200_000), Coin.valueOf(80_000), Coin.valueOf(20_000)));
    }

    @Test
    void a_wallet_that_will_run_dry_may_begin() {
        assertThat(WalletPlan.of(contributions(40_000, 80_000, 1_000), day, Scenario.HONEST)
                        .consumer())
                .isEqualTo(Coin.valueOf(40_000));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 80000, 0, --consumer-coins",
        "0, 0, 0, --producer-coins",
        "200000, 100, 0, --producer-coins",
        "200000, 80000, 60000, --utility-coins",
        "-1, 80000, 0, --consumer-coins",
        "200000, 9223372036854775807, 0, --producer-coins"
    })
    void contributions_that_are_too_small_for_the_day_name_their_option(
            long consumer, long producer, long utility, String option) {
        DemoOptions.Contributions contributions = contributions(consumer, producer, utility);
        assertThatThrownBy(() -> WalletPlan.of(contributions, day, Scenario.HONEST))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining(option);
    }

    private static DemoOptions.Contributions contributions(long consumer, long producer, long utility) {
        DemoOptions.Contributions contributions = new DemoOptions.Contributions();
        contributions.consumer = consumer;
        contributions.producer = producer;
        contributions.utility = utility;
        return contributions;
    }
}
