package org.gridbolt.pricing.community;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.Battery;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.profile.HomeHour;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;

/**
 * A community in a scenario, slot after slot: the first hour of the profile is slot 0.
 *
 * @param scenario how it lived
 * @param slots its slots, at least one
 */
public record CommunityRun(Scenario scenario, List<CommunitySlot> slots) {

    public CommunityRun {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one slot");
        }
    }

    /** The run of all homes of a profile, batteries empty at the beginning; or the market's flaw, such as too many coins. */
    public static Outcome<CommunityRun, MarketFlaw> of(LoadProfile profile, Scenario scenario) {
        List<Battery> batteries = batteries(profile, scenario);
        List<CommunitySlot> slots = new ArrayList<>();
        for (ProfileHour hour : profile.hours()) {
            List<HomeHour> homes = hour.homes().stream()
                    .map(home -> withSun(home, scenario.sunTimes()))
                    .toList();
            Outcome<CommunitySlot, MarketFlaw> next =
                    new SlotTrading(scenario, new Slot(slots.size()), homes, batteries).trade();
            if (next.flaw().isPresent()) {
                return Outcome.flawed(next.flaw().get());
            }
            CommunitySlot slot = next.orElseThrow();
            batteries =
                    slot.homes().stream().map(home -> home.battery().after()).toList();
            slots.add(slot);
        }
        return Outcome.of(new CommunityRun(scenario, slots));
    }

    /** Each home over all slots, home 1 first. */
    public List<HomeTotal> homes() {
        return IntStream.range(0, slots.get(0).homes().size())
                .mapToObj(home -> HomeTotal.of(
                        slots.stream().map(slot -> slot.homes().get(home)).toList()))
                .toList();
    }

    /** All homes together; an {@link IllegalArgumentException} when there are none. */
    public HomeTotal total() {
        return homes().stream()
                .reduce(HomeTotal::plus)
                .orElseThrow(() -> new IllegalArgumentException("a community of no homes"));
    }

    private static List<Battery> batteries(LoadProfile profile, Scenario scenario) {
        BatteryType none = new BatteryType(WattHours.ZERO, 1, 1, WattHours.ZERO);
        return IntStream.rangeClosed(1, profile.homes())
                .mapToObj(home -> hasSun(profile, home) ? scenario.battery().empty() : none.empty())
                .toList();
    }

    private static boolean hasSun(LoadProfile profile, int home) {
        return profile.hours().stream().anyMatch(hour -> !hour.home(home).sun().equals(WattHours.ZERO));
    }

    private static HomeHour withSun(HomeHour home, int times) {
        return new HomeHour(
                home.load(), new WattHours(Math.multiplyExact(home.sun().value(), (long) times)));
    }
}
