package org.gridbolt.multisig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BlockHeightTest {

    private static final BlockHeight TEN = new BlockHeight(10);
    private static final BlockCount THREE = new BlockCount(3);

    @Test
    void a_height_is_moved_by_blocks_and_heights_are_blocks_apart() {
        assertThat(TEN.plus(THREE)).isEqualTo(new BlockHeight(13));
        assertThat(TEN.minus(THREE)).isEqualTo(new BlockHeight(7));
        assertThat(TEN.since(new BlockHeight(7))).isEqualTo(THREE);
        assertThat(TEN).hasToString("height 10");
    }

    @Test
    void a_height_is_neither_before_nor_after_itself() {
        BlockHeight later = new BlockHeight(11);
        assertThat(TEN.isBefore(later)).isTrue();
        assertThat(TEN.isBefore(TEN)).isFalse();
        assertThat(later.isBefore(TEN)).isFalse();
        assertThat(later.isAfter(TEN)).isTrue();
        assertThat(TEN.isAfter(TEN)).isFalse();
        assertThat(TEN.isAfter(later)).isFalse();
        assertThat(later).isGreaterThan(TEN).isEqualByComparingTo(new BlockHeight(11));
    }

    @Test
    void from_500_000_000_on_a_lock_time_is_in_seconds() {
        BlockHeight last = new BlockHeight(499_999_999);
        assertThat(new BlockHeight(0).plus(new BlockCount(499_999_999))).isEqualTo(last);
        assertThatThrownBy(() -> new BlockHeight(500_000_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> last.plus(new BlockCount(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlockHeight(2).minus(THREE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TEN.since(new BlockHeight(11))).isInstanceOf(IllegalArgumentException.class);
    }
}
