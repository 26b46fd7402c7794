package org.gridbolt.pricing.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.gridbolt.pricing.Outcome;

/**
 * Load and sun of a group of homes, hour by hour without a gap.
 *
 * @param file the name of the file it was read from, for messages
 * @param hours the hours in their order, at least one, each with the same homes
 */
public record LoadProfile(String file, List<ProfileHour> hours) {

    public LoadProfile {
        hours = List.copyOf(hours);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a profile has at least one hour");
        }
    }

    /** The number of homes. */
    public int homes() {
        return hours.get(0).homes().size();
    }

    /** When the first hour begins. */
    public LocalDateTime firstHour() {
        return hours.get(0).start();
    }

    /** When the last hour begins. */
    public LocalDateTime lastHour() {
        return hours.get(hours.size() - 1).start();
    }

    /** The hours of those days, at least one, or the flaw of the first of them that the profile does not have or not all of it. */
    public Outcome<LoadProfile, ProfileFlaw> days(LocalDate first, int days) {
        List<ProfileHour> found = hours.stream()
                .filter(hour -> !hour.start().toLocalDate().isBefore(first))
                .filter(hour -> hour.start().toLocalDate().isBefore(first.plusDays(days)))
                .toList();
        return found.size() == days * ProfileDay.HOURS
                ? Outcome.of(new LoadProfile(file, found))
                : Outcome.flawed(firstFlaw(first, days));
    }

    private ProfileFlaw firstFlaw(LocalDate first, int days) {
        return first.datesUntil(first.plusDays(days))
                .flatMap(date -> day(date).flaw().stream())
                .findFirst()
                .orElseThrow();
    }

    /** The 24 hours of that day, or the flaw that the profile does not have it or not all of it. */
    public Outcome<ProfileDay, ProfileFlaw> day(LocalDate date) {
        List<ProfileHour> found = hours.stream()
                .filter(hour -> hour.start().toLocalDate().equals(date))
                .toList();
        if (found.isEmpty()) {
            return Outcome.flawed(new DayFlaw.NoSuchDay(file, date, firstHour(), lastHour()));
        }
        return found.size() == ProfileDay.HOURS
                ? Outcome.of(new ProfileDay(file, date, found))
                : Outcome.flawed(new DayFlaw.DayNotWhole(file, date, found.size()));
    }
}
