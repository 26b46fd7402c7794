package org.gridbolt.pricing.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class SlotBookTest {

    private static final Slot SLOT = new Slot(3);
    private static final GridTariff TARIFF = new GridTariff(new Price(10), new Price(4));

    @Test
    void a_book_sums_each_side_and_each_participant() {
        SlotBook book =
                of(buy("1", "b", 5), sell("2", "a", 7), buy("3", "b", 6)).orElseThrow();
        assertThat(book.demand()).isEqualTo(new WattHours(11));
        assertThat(book.supply()).isEqualTo(new WattHours(7));
        assertThat(book.positions())
                .containsExactly(
                        new Position(new Participant("a"), Side.SELL, new WattHours(7)),
                        new Position(new Participant("b"), Side.BUY, new WattHours(11)));
    }

    @Test
    void orders_that_make_no_book_are_named() {
        assertThat(of(buy("1", "a", 0)).flaw()).contains(new OrderFlaw.NoEnergy(new OrderId("1")));
        assertThat(of(buy("1", "a", 1), buy("1", "b", 1)).flaw()).contains(new OrderFlaw.DoubledId(new OrderId("1")));
        assertThat(of(buy("1", "a", 1), sell("2", "a", 1)).flaw())
                .contains(new OrderFlaw.BothSides(new OrderId("2"), new Participant("a")));
        assertThat(of(sell("1", "a", Long.MAX_VALUE), sell("2", "b", 1)).flaw())
                .contains(new SumFlaw.TooMuchEnergy(SLOT, Side.SELL));
        assertThat(of(sell("1", "a", Long.MAX_VALUE), buy("2", "b", Long.MAX_VALUE))
                        .value())
                .isPresent();
    }

    @Test
    void a_flaw_says_what_to_do() {
        assertThat(of(buy("1", "a", 0)).flaw().orElseThrow().message())
                .isEqualTo("order 1: its energy is 0 Wh; give at least 1 Wh or leave the order out");
        assertThat(new SumFlaw.TooMuchEnergy(SLOT, Side.SELL).message())
                .isEqualTo(
                        "slot 3: the energy of all orders to sell is more than 9223372036854775807 Wh; split the book");
    }

    @Test
    void a_book_with_a_flaw_cannot_be_made() {
        assertThatThrownBy(() -> new SlotBook(SLOT, TARIFF, List.of(buy("1", "a", 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("order 1");
    }

    @Test
    void a_grid_that_buys_for_more_than_it_sells_for_is_refused() {
        assertThat(GridTariff.of(new Price(4), new Price(5)).flaw())
                .contains(new TariffFlaw.Crossed(new Price(4), new Price(5)));
        assertThat(GridTariff.of(new Price(5), new Price(5)).value()).isPresent();
        assertThatThrownBy(() -> new GridTariff(new Price(4), new Price(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feed-in");
    }

    @Test
    void names_are_not_blank() {
        assertThatThrownBy(() -> new Participant(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Area("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome<SlotBook, MarketFlaw> of(Order... orders) {
        return SlotBook.of(SLOT, TARIFF, List.of(orders));
    }

    private static Order buy(String id, String who, long energy) {
        return Order.buy(id, who, new WattHours(energy));
    }

    private static Order sell(String id, String who, long energy) {
        return Order.sell(id, who, new WattHours(energy));
    }
}
