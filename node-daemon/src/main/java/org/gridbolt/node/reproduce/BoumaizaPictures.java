package org.gridbolt.node.reproduce;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.reproduce.BoumaizaEvaluation.Case;
import org.gridbolt.node.reproduce.Drawing.Series;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.community.CommunitySlot;
import org.gridbolt.pricing.market.GridTariff;

/** The pictures of Boumaiza and Sanfilippo: figures 4 and 6, hour by hour. */
final class BoumaizaPictures {

    private final Map<Case, CommunityRun> runs;
    private final CommunityRun middle;
    private final GridTariff tariff;

    BoumaizaPictures(Map<Case, CommunityRun> runs, CommunityRun middle, GridTariff tariff) {
        this.runs = runs;
        this.middle = middle;
        this.tariff = tariff;
    }

    List<Picture> all() {
        return List.of(microgrid(), grid(), prices());
    }

    private Picture microgrid() {
        CommunityRun run = BoumaizaEvaluation.of(runs, Case.S1);
        return new Drawing(
                        "boumaiza-microgrid",
                        "Generation and demand of the microgrid",
                        "All 17 homes in S1: what they use and make, and what they take from outside of their own fences with and"
                                + " without trade among them.",
                        "hour",
                        "kWh",
                        List.of(
                                series("demand", Ink.DEMAND, run, slot -> load(slot)),
                                series("generation", Ink.PRICE, run, slot -> sun(slot)),
                                series(
                                        "from the grid without trade",
                                        Ink.PRODUCER,
                                        run,
                                        slot -> slot.flows().in().value()),
                                series(
                                        "from the grid with trade",
                                        Ink.CONSUMER,
                                        run,
                                        slot -> slot.flows().fromGrid().value())))
                .picture();
    }

    private Picture grid() {
        return new Drawing(
                        "boumaiza-grid",
                        "What the microgrid takes from the grid",
                        "Hour by hour in the three scenarios, and in S1 without batteries.",
                        "hour",
                        "kWh",
                        List.of(
                                fromGrid("S1", Ink.CONSUMER, Case.S1),
                                fromGrid("S2", Ink.PRODUCER, Case.S2),
                                fromGrid("S3", Ink.UTILITY, Case.S3),
                                fromGrid("S1 without batteries", Ink.DEMAND, Case.WITHOUT_BATTERIES)))
                .picture();
    }

    private Series fromGrid(String name, Ink ink, Case which) {
        return series(
                name,
                ink,
                BoumaizaEvaluation.of(runs, which),
                slot -> slot.flows().fromGrid().value());
    }

    private Picture prices() {
        CommunityRun run = BoumaizaEvaluation.of(runs, Case.S1);
        return new Drawing(
                        "boumaiza-prices",
                        "What peers pay",
                        "The average price of a buyer's kilowatt-hour in S1 by the ratio of supply and demand and by the mid-market"
                                + " rate: where nobody sells it is the grid's.",
                        "hour",
                        "coins per kWh",
                        List.of(
                                Series.of(
                                        "ratio",
                                        Ink.CONSUMER,
                                        run.slots().stream().mapToDouble(this::price)),
                                Series.of(
                                        "mid-market rate",
                                        Ink.PRODUCER,
                                        middle.slots().stream().mapToDouble(this::price))))
                .picture();
    }

    /** What a buyer pays on average: the grid's price where nobody buys from peers. */
    private double price(CommunitySlot slot) {
        return slot.quotes()
                .buyers()
                .map(BigFraction::doubleValue)
                .orElse(tariff.retail().nanoCoinsPerKwh() / 1e9);
    }

    private static long load(CommunitySlot slot) {
        return slot.homes().stream()
                .mapToLong(home -> home.hour().load().value())
                .sum();
    }

    private static long sun(CommunitySlot slot) {
        return slot.homes().stream()
                .mapToLong(home -> home.hour().sun().value())
                .sum();
    }

    private static Series series(String name, Ink ink, CommunityRun run, ToLongFunction<CommunitySlot> wattHours) {
        return Series.of(name, ink, run.slots().stream().mapToDouble(slot -> wattHours.applyAsLong(slot) / 1_000.0));
    }
}
