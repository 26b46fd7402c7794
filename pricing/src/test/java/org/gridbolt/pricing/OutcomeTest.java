package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    private record Wrong(String message) implements Flaw {}

    private final Outcome<Integer, Wrong> fine = Outcome.of(20);
    private final Outcome<Integer, Wrong> flawed = Outcome.flawed(new Wrong("it rains"));

    @Test
    void a_fine_outcome_goes_through_every_step() {
        assertThat(fine.map(n -> n + 1).flatMap(n -> half(n + 1)).value()).contains(11);
        assertThat(fine.flaw()).isEmpty();
        assertThat(fine.orElseThrow()).isEqualTo(20);
    }

    @Test
    void the_first_flaw_ends_the_steps() {
        assertThat(fine.flatMap(n -> half(n + 1)).map(n -> n + 1).flaw()).contains(new Wrong("21 is odd"));
        assertThat(flawed.flatMap(OutcomeTest::half).flaw()).contains(new Wrong("it rains"));
        assertThat(flawed.value()).isEmpty();
    }

    @Test
    void taking_the_value_of_a_flawed_outcome_throws_its_message() {
        assertThatThrownBy(flawed::orElseThrow)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it rains");
    }

    @Test
    void both_sides_fold_into_one() {
        assertThat(fine.<String>fold(n -> "got " + n, Wrong::message)).isEqualTo("got 20");
        assertThat(flawed.<String>fold(n -> "got " + n, Wrong::message)).isEqualTo("it rains");
    }

    private static Outcome<Integer, Wrong> half(int number) {
        return number % 2 == 0 ? Outcome.of(number / 2) : Outcome.flawed(new Wrong(number + " is odd"));
    }
}
