package org.gridbolt.pricing.profile;

import java.time.LocalDateTime;
import java.util.List;
import org.gridbolt.pricing.WattHours;

/**
 * One hour of all homes: a row of a profile.
 *
 * @param start when the hour begins, in the homes' own time
 * @param homes the homes in the order of their numbers, home 1 first
 */
public record ProfileHour(LocalDateTime start, List<HomeHour> homes) {

    public ProfileHour {
        homes = List.copyOf(homes);
    }

    /** The home of that number, counted from 1. */
    public HomeHour home(int number) {
        return homes.get(number - 1);
    }

    /** The demand that makes the price: the load of all homes together. */
    public WattHours demand() {
        return WattHours.sum(homes.stream().map(HomeHour::load).toList());
    }
}
