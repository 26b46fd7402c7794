package org.gridbolt.pricing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;

class PricePublisherTest {

    private static final QuadraticPrice RULE = QuadraticPrice.of("10", "100", "5000");
    private static final PricePublisher FIRST = new PricePublisher(RULE, 0);

    @Test
    void a_published_price_says_its_number_and_the_demand_it_was_made_from() {
        PricePublisher.Publication published = FIRST.publish(
                        new Slot(7), Series.demand(2, hour -> 1_000L + 19_175L * hour))
                .orElseThrow();
        assertThat(published.prices())
                .containsExactly(
                        new PublishedPrice(
                                0,
                                new Slot(7),
                                new WattHours(1_000),
                                Price.parse("5110").orElseThrow()),
                        new PublishedPrice(
                                1,
                                new Slot(8),
                                new WattHours(20_175),
                                Price.parse("11087.80625").orElseThrow()));
        assertThat(published.next()).isEqualTo(new PricePublisher(RULE, 2));
    }

    @Test
    void the_next_day_is_published_from_a_forecast_of_measured_demand() {
        DemandSeries year = Series.fontana();
        DemandModel model = DemandModel.of(year, Predictors.DAY_AHEAD).orElseThrow();
        List<WattHours> forecast = model.next(year, 24).orElseThrow();
        List<PublishedPrice> prices =
                FIRST.publish(new Slot(0), forecast).orElseThrow().prices();
        assertThat(prices).hasSize(24).allSatisfy(price -> {
            assertThat(price.price()).isEqualTo(RULE.priceAt(price.forecast()));
            assertThat(price.forecast().value()).isBetween(5_000L, 60_000L);
        });
        assertThat(prices).extracting(PublishedPrice::forecast).isEqualTo(forecast);
    }

    @Property(tries = 100)
    void numbers_and_slots_never_repeat_however_prices_are_published(
            @ForAll @Size(max = 6) List<@Size(max = 5) List<@LongRange(min = 0, max = 100_000) Long>> forecasts) {
        PricePublisher publisher = FIRST;
        List<Long> numbers = new ArrayList<>();
        for (List<Long> demands : forecasts) {
            Slot slot = new Slot(numbers.size());
            PricePublisher.Publication published = publisher
                    .publish(slot, demands.stream().map(WattHours::new).toList())
                    .orElseThrow();
            published.prices().forEach(price -> {
                assertThat(price.slot().number()).isEqualTo(numbers.size());
                numbers.add(price.sequence());
            });
            publisher = published.next();
        }
        assertThat(numbers).doesNotHaveDuplicates().isSorted();
        assertThat(publisher.sequence()).isEqualTo(numbers.size());
    }

    @Test
    void a_price_too_high_to_write_down_publishes_nothing() {
        WattHours demand = new WattHours(Long.MAX_VALUE);
        ForecastFlaw flaw = FIRST.publish(new Slot(3), List.of(WattHours.ZERO, demand))
                .flaw()
                .orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.PriceTooHigh(new Slot(4), demand));
        assertThat(flaw.message()).contains("slot 4");
    }

    @Test
    void a_number_below_nothing_is_a_bug() {
        assertThatThrownBy(() -> new PricePublisher(RULE, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublishedPrice(-1, new Slot(0), WattHours.ZERO, Price.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
