package org.gridbolt.pricing.profile;

import java.time.LocalDate;
import java.util.List;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * A whole day of a profile. Its slots are its hours: slot 0 begins at midnight, slot 23 an hour before the next.
 *
 * @param file the name of the file it was read from, for messages
 * @param date the day
 * @param hours its 24 hours
 */
public record ProfileDay(String file, LocalDate date, List<ProfileHour> hours) {

    /** The hours of a day. */
    public static final int HOURS = 24;

    public ProfileDay {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS) {
            throw new IllegalArgumentException("a day has " + HOURS + " hours, not " + hours.size());
        }
    }

    /** The number of homes. */
    public int homes() {
        return hours.get(0).homes().size();
    }

    /** The demand that makes a slot's price: the load of all homes in it. */
    public WattHours demand(Slot slot) {
        return hours.get(slot.number()).demand();
    }

    /**
     * The day as these two homes see it, or the flaw that one does not exist, that both are the same, that the producer
     * has no surplus, or that its surplus never meets the consumer's demand. Homes are counted from 1.
     */
    public Outcome<TradingDay, ProfileFlaw> between(int consumer, int producer) {
        if (!hasHome(consumer)) {
            return Outcome.flawed(new DayFlaw.NoSuchHome(file, consumer, homes()));
        }
        if (!hasHome(producer)) {
            return Outcome.flawed(new DayFlaw.NoSuchHome(file, producer, homes()));
        }
        if (consumer == producer) {
            return Outcome.flawed(new DayFlaw.TradesWithItself(file, consumer));
        }
        return withTrade(new TradingDay(this, consumer, producer));
    }

    private Outcome<TradingDay, ProfileFlaw> withTrade(TradingDay trading) {
        if (hours.stream()
                .allMatch(hour -> hour.home(trading.producer()).surplus().equals(WattHours.ZERO))) {
            return Outcome.flawed(new DayFlaw.NoSurplus(file, date, trading.producer()));
        }
        return trading.energy().equals(WattHours.ZERO)
                ? Outcome.flawed(new DayFlaw.NothingToTrade(file, date, trading.consumer(), trading.producer()))
                : Outcome.of(trading);
    }

    private boolean hasHome(int number) {
        return number >= 1 && number <= homes();
    }
}
