package org.gridbolt.node.reproduce;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.gridbolt.node.homes.CarriedHomes;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.forecast.DemandModel;
import org.gridbolt.pricing.forecast.DemandSeries;
import org.gridbolt.pricing.forecast.HeldOut;
import org.gridbolt.pricing.forecast.Predictors;
import org.gridbolt.pricing.forecast.PricePublisher;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.rule.QuadraticPrice;

/**
 * The demand of the measured homes, forecast.
 *
 * @param dayAhead how far forecasts a day ahead are off
 * @param hourAhead how far those an hour ahead are off
 * @param actual the first day that was not learnt from
 * @param expected its forecast, made the day before
 */
record DemandForecast(HeldOut dayAhead, HeldOut hourAhead, List<WattHours> actual, List<WattHours> expected) {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 2);
    private static final int LEARNT = 13 * 7 * 24;
    private static final int TRIED = 2 * 7 * 24;
    private static final int DAY = 24;
    private static final int DAYS = (LEARNT + TRIED) / DAY;

    static DemandForecast ofMeasuredHomes() {
        LoadProfile weeks = CarriedHomes.profile().days(FIRST_DAY, DAYS).orElseThrow();
        DemandSeries series = DemandSeries.of(weeks).orElseThrow();
        DemandModel model =
                DemandModel.of(series.first(LEARNT), Predictors.DAY_AHEAD).orElseThrow();
        return new DemandForecast(
                HeldOut.of(series, Predictors.DAY_AHEAD, TRIED).orElseThrow(),
                HeldOut.of(series, Predictors.HOUR_AHEAD, TRIED).orElseThrow(),
                series.demand().subList(LEARNT, LEARNT + DAY),
                model.next(series.first(LEARNT), DAY).orElseThrow());
    }

    /** What a publisher makes of the first three hours. */
    String published() {
        return new PricePublisher(QuadraticPrice.of("0.1", "1", "50"), 1)
                .publish(new Slot(0), expected.subList(0, 3)).orElseThrow().prices().stream()
                        .map(price -> "%s coins/kWh for %s Wh"
                                .formatted(
                                        price.price()
                                                .costFloor(new WattHours(1_000))
                                                .getValue(),
                                        Figures.grouped(price.forecast().value())))
                        .collect(Collectors.joining(", "));
    }
}
