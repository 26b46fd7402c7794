package org.gridbolt.node.reproduce;

import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.reproduce.Drawing.Series;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.paper.PaperTables;
import org.gridbolt.pricing.market.Clearing;

/** The pictures of Casquiço: figure 18, the home of table 10, and a day that was forecast. */
final class CasquicoPictures {

    private final DemandForecast forecast;
    private final Auction auction;

    CasquicoPictures(DemandForecast forecast, Auction auction) {
        this.forecast = forecast;
        this.auction = auction;
    }

    List<Picture> all() {
        return List.of(home(), curves(), day());
    }

    private static Picture home() {
        DemandPlan plan = PaperTables.casquicoExtended();
        return new Drawing(
                        "casquico-home",
                        "The home of table 10",
                        "Half hour by half hour: every appliance as early as it may, and all of them levelled.",
                        "half hour of the day",
                        "Wh",
                        List.of(
                                wattHours("as early as it may", Ink.DEMAND, Habit.EARLIEST_START.demand(plan)),
                                wattHours(
                                        "levelled",
                                        Ink.PRODUCER,
                                        Levelling.exact(plan).demand())))
                .picture();
    }

    private static Series wattHours(String name, Ink ink, List<BigFraction> demand) {
        return Series.of(name, ink, demand.stream().mapToDouble(BigFraction::doubleValue));
    }

    private Picture curves() {
        int width = Math.max(auction.demand().size(), auction.supply().size());
        return new Drawing(
                        "casquico-curves",
                        "Where the curves cross, and the mean of the bids",
                        "Bids from the highest down and asks from the lowest up, a kilowatt-hour each, with both clearing prices: "
                                + auction.price(auction.crossing()) + " where they cross, "
                                + auction.price(auction.mean()) + " by the mean.",
                        "kWh",
                        "coins per kWh",
                        List.of(
                                new Series("bids", Ink.CONSUMER, auction.demand()),
                                new Series("asks", Ink.PRODUCER, auction.supply()),
                                level("crossing", Ink.ENERGY, auction.crossing(), width),
                                level("mean of bids", Ink.PRICE, auction.mean(), width)))
                .picture();
    }

    private static Series level(String name, Ink ink, Clearing clearing, int width) {
        double price = clearing.quotes().peers().map(BigFraction::doubleValue).orElse(0.0);
        return new Series(name, ink, Collections.nCopies(width, price));
    }

    private Picture day() {
        return new Drawing(
                        "casquico-forecast",
                        "A day that was forecast",
                        "The demand of 17 homes on the first day after thirteen weeks, and what the regression expected the evening"
                                + " before.",
                        "hour of the day",
                        "kWh",
                        List.of(
                                kilowattHours("demand", Ink.DEMAND, forecast.actual()),
                                kilowattHours("forecast", Ink.PRODUCER, forecast.expected())))
                .picture();
    }

    private static Series kilowattHours(String name, Ink ink, List<WattHours> wattHours) {
        return Series.of(name, ink, wattHours.stream().mapToDouble(energy -> energy.value() / 1_000.0));
    }
}
