package org.gridbolt.pricing.community;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;

/**
 * A larger community out of measured homes: each of its homes lives the hours of one of them, drawn at random with repetition. Hours keep
 * their place, so sun and habits of a day stay together; homes that lived the same are exactly alike, which real ones are not.
 */
public final class Resampling {

    private Resampling() {}

    /**
     * The profile of that many homes.
     *
     * @param measured the homes that are drawn from
     * @param homes how many are drawn, at least 1
     * @param chance where the draws come from: the same seed draws the same homes
     */
    public static LoadProfile of(LoadProfile measured, int homes, RandomGenerator chance) {
        if (homes < 1) {
            throw new IllegalArgumentException("a community has at least one home, not " + homes);
        }
        List<Integer> drawn = IntStream.range(0, homes)
                .mapToObj(home -> 1 + chance.nextInt(measured.homes()))
                .toList();
        List<ProfileHour> hours = measured.hours().stream()
                .map(hour -> new ProfileHour(
                        hour.start(), drawn.stream().map(hour::home).toList()))
                .toList();
        return new LoadProfile(measured.file(), hours);
    }
}
