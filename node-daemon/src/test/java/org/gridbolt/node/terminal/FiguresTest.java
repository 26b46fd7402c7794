package org.gridbolt.node.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void thousands_are_grouped() {
        assertThat(Figures.grouped(151_690)).isEqualTo("151,690");
    }

    @Test
    void a_change_has_a_sign_unless_it_is_none() {
        assertThat(Figures.signed(1_234)).isEqualTo("+1,234");
        assertThat(Figures.signed(-1_234)).isEqualTo("-1,234");
        assertThat(Figures.signed(0)).isEqualTo("0");
    }

    @Test
    void one_thing_is_singular() {
        assertThat(Figures.counted(1, "unit")).isEqualTo("1 unit");
        assertThat(Figures.counted(0, "unit")).isEqualTo("0 units");
    }
}
