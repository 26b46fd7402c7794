package org.gridbolt.pricing.demand.paper;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Household;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.PlanFlaw;
import org.gridbolt.pricing.demand.Window;

/** The appliances that the papers print. */
public final class PaperTables {

    private static final Set<String> FLEXIBLE =
            Set.of("Electric Vehicle", "Air Conditioner", "Pool Pump", "Water Heater");

    private PaperTables() {}

    /**
     * Table 5.2 of Tharun and Parvez 2021: five appliances of one prosumer in 24 slots. The slots of the table, counted from 1,
     * are counted from 0 here; its "kWh" is read as Wh, since no appliance takes 970 kWh; no cap is printed, so none binds.
     */
    public static DemandPlan tharunParvez() {
        return DemandPlan.of(
                        PlanDay.HOURS,
                        List.of(new Household(
                                "prosumer",
                                List.of(
                                        numbered(1, 624, 6, 12),
                                        numbered(2, 357, 7, 12),
                                        numbered(3, 591, 7, 18),
                                        numbered(4, 209, 12, 20),
                                        numbered(5, 970, 8, 12)))))
                .orElseThrow();
    }

    private static Appliance numbered(int number, long energy, int start, int end) {
        return Appliance.uncapped("appliance " + number, new WattHours(energy), new Window(start - 1, end - 1));
    }

    /**
     * Table 10 of Casquico 2022 (ISCTE): 14 appliances of a home, 73.565 kWh in a day, in slots of half an hour. The cap is the
     * power rating over half an hour, rounded up to whole watt-hours, which touches the refrigerator only (62.5 Wh). A window
     * ends with the last half hour before the printed end; the electric vehicle's passes midnight.
     */
    public static Household casquico() {
        return new Household(
                "home",
                List.of(
                        rated("Refrigerator", 0, 24, 3_000, 63),
                        rated("Electric Vehicle", 19, 6, 21_900, 1_825),
                        rated("Air Conditioner", 19, 24, 7_000, 500),
                        rated("Cloth Dryer", 6, 22, 2_960, 370),
                        rated("Dish Washer", 22, 23, 705, 235),
                        rated("Hair Dryer", 6, 8, 500, 500),
                        rated("Pool Pump", 12, 21, 16_000, 1_000),
                        rated("Television", 7, 24, 1_000, 125),
                        rated("Water Heater", 6, 23, 4_500, 750),
                        rated("Electric Stove", 6, 21, 7_500, 750),
                        rated("Light", 16, 24, 3_500, 250),
                        rated("Personal Computer", 8, 18, 1_250, 125),
                        rated("Vacuum Cleaner", 10, 12, 750, 750),
                        rated("Iron", 21, 23, 3_000, 750)));
    }

    private static Appliance rated(String name, int startHour, int endHour, long energy, long cap) {
        return new Appliance(
                name, new WattHours(energy), new Window(2 * startHour, 2 * endHour - 1), new WattHours(cap));
    }

    /** Whether Table 10 calls the appliance a flexible load. */
    public static Predicate<Appliance> casquicoFlexible() {
        return appliance -> FLEXIBLE.contains(appliance.name());
    }

    /** Table 10 as printed, which has no schedule: air conditioner and dish washer have less time than they need. */
    public static Outcome<DemandPlan, PlanFlaw> casquicoAsPrinted() {
        return DemandPlan.of(PlanDay.HALF_HOURS, List.of(casquico()));
    }

    /** Table 10 with the windows of those two ending later: the air conditioner's at 2:00, the dish washer's at 23:30. */
    public static DemandPlan casquicoExtended() {
        List<Appliance> appliances = casquico().appliances().stream()
                .map(appliance -> appliance.withWindow(longEnough(appliance)))
                .toList();
        return DemandPlan.of(
                        PlanDay.HALF_HOURS, List.of(new Household(casquico().name(), appliances)))
                .orElseThrow();
    }

    private static Window longEnough(Appliance appliance) {
        PlanDay day = PlanDay.HALF_HOURS;
        long cap = appliance.cap().value();
        int needed = Math.toIntExact((appliance.energy().value() + cap - 1) / cap);
        Window window = appliance.window();
        return needed <= window.length(day) ? window : new Window(window.first(), window.slot(needed - 1, day));
    }
}
