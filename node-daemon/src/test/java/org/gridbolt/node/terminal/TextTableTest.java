package org.gridbolt.node.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridbolt.node.terminal.TextTable.Side;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void words_lean_left_and_numbers_right() {
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        table.add("fee", "1,000", "coins");
        table.add("size", "7", "");

        assertThat(table.lines()).containsExactly("fee   1,000  coins", "size      7");
    }

    @Test
    void a_row_has_a_cell_for_every_column() {
        assertThatThrownBy(() -> new TextTable(Side.LEFT).add("a", "b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_table_has_no_lines() {
        assertThat(new TextTable(Side.LEFT).lines()).isEmpty();
    }
}
