package org.gridbolt.pricing.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.PriceRule;

/**
 * What a schedule of whole watt-hours costs, C_t = p_t D_t of Tharun and Parvez 2021, section 5.D, and who pays it: everybody pays
 * each slot's price for what it takes in that slot, the base load too. So the bills are an exact split of the total.
 *
 * @param slots the cost of each slot
 * @param bills the cost of each household
 * @param baseLoad the cost of the base load
 */
public record DayCost(List<SlotCost> slots, List<HouseholdBill> bills, ExactCoins baseLoad) {

    public DayCost {
        slots = List.copyOf(slots);
        bills = List.copyOf(bills);
        ExactCoins billed =
                sum(Stream.concat(Stream.of(baseLoad), bills.stream().map(HouseholdBill::cost)));
        ExactCoins cost = sum(slots.stream().map(SlotCost::cost));
        if (!billed.equals(cost)) {
            throw new IllegalArgumentException("the slots cost " + cost + " but " + billed + " are billed");
        }
    }

    /**
     * The cost of the schedule by that rule, or the flaw that a slot's demand has no price. An {@link IllegalStateException}
     * when the schedule is not in whole watt-hours: it is rounded once, before it is priced.
     */
    public static Outcome<DayCost, CostFlaw> of(Schedule schedule, PriceRule rule) {
        List<SlotCost> slots = new ArrayList<>();
        for (WattHours demand : schedule.wholeDemand()) {
            Slot slot = new Slot(slots.size());
            Optional<Price> price = rule.quote(demand);
            if (price.isEmpty()) {
                return Outcome.flawed(new CostFlaw.PriceTooHigh(slot, demand));
            }
            slots.add(new SlotCost(slot, demand, price.get()));
        }
        List<WattHours> baseLoad = schedule.plan().baseLoad();
        return Outcome.of(new DayCost(
                slots,
                bills(schedule, slots),
                sum(slots.stream()
                        .map(slot ->
                                slot.price().costOf(baseLoad.get(slot.slot().number()))))));
    }

    private static List<HouseholdBill> bills(Schedule schedule, List<SlotCost> slots) {
        List<HouseholdBill> bills = new ArrayList<>();
        int next = 0;
        for (Household household : schedule.plan().households()) {
            int first = next;
            List<Appliance> appliances = household.appliances();
            bills.add(new HouseholdBill(
                    household.name(),
                    sum(IntStream.range(0, appliances.size())
                            .mapToObj(each -> cost(
                                    schedule,
                                    slots,
                                    first + each,
                                    appliances.get(each).window())))));
            next += appliances.size();
        }
        return bills;
    }

    private static ExactCoins cost(Schedule schedule, List<SlotCost> slots, int appliance, Window window) {
        PlanDay day = schedule.plan().day();
        return sum(IntStream.range(0, window.length(day))
                .mapToObj(place -> slots.get(window.slot(place, day))
                        .price()
                        .costOf(new WattHours(schedule.part(appliance, place)))));
    }

    /** The cost of all slots. */
    public ExactCoins total() {
        return sum(slots.stream().map(SlotCost::cost));
    }

    private static ExactCoins sum(Stream<ExactCoins> parts) {
        return parts.reduce(ExactCoins.ZERO, ExactCoins::plus);
    }
}
