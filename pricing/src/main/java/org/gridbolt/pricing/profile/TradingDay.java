package org.gridbolt.pricing.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.PriceRule;

/**
 * A day of two homes: in each slot they trade what the producer has too much of and the consumer still needs, whichever
 * is less.
 *
 * @param day the day of all homes, whose load makes the price
 * @param consumer the number of the home that buys
 * @param producer the number of the home that sells
 */
public record TradingDay(ProfileDay day, int consumer, int producer) {

    /** The most units that a day is cut into: far more than a channel settles, and few enough to hold in memory. */
    public static final int UNITS_MAX = 100_000;

    /** The energy to trade in that slot. */
    public WattHours energy(Slot slot) {
        ProfileHour hour = day.hours().get(slot.number());
        return hour.home(producer).surplus().min(hour.home(consumer).netDemand());
    }

    /** The energy to trade in all slots. */
    public WattHours energy() {
        return WattHours.sum(slots().stream().map(this::energy).toList());
    }

    /**
     * The units to trade, numbered from {@link UnitNumber#FIRST}, at the price that the rule makes of each slot's demand;
     * or the flaw that there is no such price, or that there are more than {@link #UNITS_MAX} units.
     */
    public Outcome<TradePlan, ProfileFlaw> plan(PriceRule rule, UnitCutting cutting) {
        List<SlotTrade> trades = new ArrayList<>();
        int units = 0;
        for (Slot slot : tradingSlots()) {
            Optional<Price> price = rule.quote(day.demand(slot));
            if (price.isEmpty()) {
                return Outcome.flawed(new DayFlaw.PriceTooHigh(day.file(), day.date(), slot, day.demand(slot)));
            }
            if (cutting.cutsIntoMoreThan(UNITS_MAX - units, energy(slot), price.get())) {
                return Outcome.flawed(new DayFlaw.TooManyUnits(day.file(), day.date(), cutting.largestUnit()));
            }
            UnitNumber first = new UnitNumber(units + 1);
            SlotTrade trade = cutting.cut(slot, day.demand(slot), price.get(), energy(slot), first);
            trades.add(trade);
            units += trade.units().size();
        }
        return Outcome.of(new TradePlan(trades));
    }

    private List<Slot> tradingSlots() {
        return slots().stream()
                .filter(slot -> !energy(slot).equals(WattHours.ZERO))
                .toList();
    }

    private static List<Slot> slots() {
        return IntStream.range(0, ProfileDay.HOURS).mapToObj(Slot::new).toList();
    }
}
