package org.gridbolt.pricing.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** Each flaw says what is wrong, where, and what to give instead. */
class MarketFlawTest {

    private static final Slot SLOT = new Slot(3);
    private static final OrderId ORDER = new OrderId("17");
    private static final Price FORTY = price("40");
    private static final Price HUNDRED = price("100");
    private static final List<Area> AREAS = List.of(new Area("A"), new Area("B"));

    @Test
    void a_flawed_order_is_named() {
        says(new OrderFlaw.DoubledId(ORDER), "order 17: there are two of that id; give each its own");
        says(
                new OrderFlaw.BothSides(ORDER, new Participant("ana")),
                "order 17: ana already stands on the other side; give only what it lacks or has too much of");
        says(new OrderFlaw.NoLimit(ORDER, "sdr"), "order 17: the rule sdr needs a limit price; give one");
        says(
                new OrderFlaw.OutsideGridPrices(ORDER, price("120.5"), BigFraction.of(40), BigFraction.of(100)),
                "order 17: a limit of 120.5 coins per kWh is not between the grid's 40 and 100 coins per kWh;"
                        + " give one that is");
        says(
                new OrderFlaw.BelowFeedIn(ORDER, price("39"), FORTY),
                "order 17: a limit of 39 coins per kWh is below the feed-in price of 40 coins per kWh;"
                        + " give at least that");
        says(new OrderFlaw.NoArea(ORDER, AREAS), "order 17 has no area; give one of [A, B]");
        says(new OrderFlaw.UnknownArea(ORDER, new Area("C"), AREAS), "order 17: area C is unknown; give one of [A, B]");
    }

    @Test
    void a_flawed_tariff_is_shown() {
        says(
                new TariffFlaw.Crossed(FORTY, HUNDRED),
                "grid tariff: a feed-in price of 100 coins per kWh is above the retail price of 40 coins per kWh;"
                        + " give a feed-in price of at most that");
        says(
                new TariffFlaw.CompensationTooHigh(SLOT, HUNDRED, FORTY),
                "slot 3: a compensation of 100 coins per kWh would let buyers pay more than the retail price;"
                        + " give at most 40 coins per kWh");
        says(
                new TariffFlaw.CrossedInSlot(SLOT, BigFraction.of(5), FORTY),
                "slot 3: the grid would sell at 5 coins per kWh and buy at 40 coins per kWh;"
                        + " lower the feed-in price or change the factors");
        says(
                new TariffFlaw.NoPriceAt(SLOT, new WattHours(7)),
                "slot 3: at a demand of 7 Wh the price is above 9223372036.854775807 coins per kWh;"
                        + " give smaller coefficients");
    }

    @Test
    void a_sum_that_does_not_fit_is_shown() {
        says(
                new SumFlaw.TooManyCoins(SLOT, BigInteger.TEN.pow(30)),
                "slot 3: 1000000000000000000000000000000 coins would change hands, more than can be counted;"
                        + " lower the prices or split the book");
    }

    private static void says(MarketFlaw flaw, String message) {
        assertThat(flaw.message()).isEqualTo(message);
    }

    private static Price price(String decimal) {
        return Price.parse(decimal).orElseThrow();
    }
}
