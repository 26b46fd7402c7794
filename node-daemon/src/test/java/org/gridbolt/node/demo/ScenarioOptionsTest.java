package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.node.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"honest", "default", "expiry", "reorg"})
    void only_a_cheat_has_a_victim_that_can_sleep(String scenario) {
        Run.of("demo --chain embedded --asleep --scenario " + scenario).assertUnusable("--asleep", "--scenario cheat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest", "cheat", "expiry", "wallet-dry", "reorg"})
    void only_some_scenarios_turn_at_a_unit(String scenario) {
        Run.of("demo --chain embedded --fail-unit 3 --scenario " + scenario)
                .assertUnusable("--fail-unit", "default-race");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default-race", "graded", "graded-penalty", "walkaway", "arbitrated"})
    void the_unit_at_which_it_turns_is_one_of_the_day(String scenario) {
        Run.of("demo --chain embedded --fail-unit 59 --scenario " + scenario)
                .assertUnusable("there is no unit 59", "from 1 to 58");
        Run.of("demo --chain embedded --fail-unit 0 --scenario " + scenario).assertUnusable("there is no unit 0");
    }

    @Test
    void a_wallet_that_lasts_for_the_day_cannot_run_dry() {
        Run.of("demo --chain embedded --scenario wallet-dry --consumer-coins 200000")
                .assertUnusable("200,000 coins last for that day", "--consumer-coins below 15");
    }

    @Test
    void a_unit_that_the_wallet_does_not_reach_is_told_and_nothing_is_claimed_to_have_happened() {
        Run run = Run.of("demo --chain embedded --scenario walkaway --fail-unit 50 --consumer-coins 40000"
                + " --utility-coins 0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("unit 50 was never delivered or failed").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-of-3", "role_keys", ""})
    void a_word_that_is_no_form_of_a_wallet_is_refused_with_those_that_are(String word) {
        Run.of("demo", "--wallet", word).assertUnusable("--wallet", "'" + word + "' is none of role-keys, plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheat-asleep", "walk-away", "DRY"})
    void a_word_that_is_no_scenario_is_refused_with_those_that_are(String word) {
        Run.of("demo --scenario " + word).assertUnusable("'" + word + "' is none of honest, default, default-race");
    }
}
