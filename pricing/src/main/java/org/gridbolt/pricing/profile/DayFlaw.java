package org.gridbolt.pricing.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/** What a sound profile cannot give: a day, a home or a trade that is not in it. */
public sealed interface DayFlaw extends ProfileFlaw {

    /**
     * The profile has no hour of that day.
     *
     * @param file the name of the file
     * @param date the day
     * @param first when its first hour begins
     * @param last when its last hour begins
     */
    record NoSuchDay(String file, LocalDate date, LocalDateTime first, LocalDateTime last) implements DayFlaw {
        @Override
        public String message() {
            return "%s does not have the day %s; choose one between %s and %s".formatted(file, date, first, last);
        }
    }

    /**
     * The profile has some hours of that day only.
     *
     * @param file the name of the file
     * @param date the day
     * @param hours how many hours of it there are
     */
    record DayNotWhole(String file, LocalDate date, int hours) implements DayFlaw {
        @Override
        public String message() {
            return "%s has only %d of the 24 hours of %s; choose a whole day".formatted(file, hours, date);
        }
    }

    /**
     * The profile has no such home.
     *
     * @param file the name of the file
     * @param home the number asked for
     * @param homes how many homes there are
     */
    record NoSuchHome(String file, int home, int homes) implements DayFlaw {
        @Override
        public String message() {
            return "%s has no home %d; choose one from 1 to %d".formatted(file, home, homes);
        }
    }

    /**
     * Consumer and producer are one home.
     *
     * @param file the name of the file
     * @param home the home
     */
    record TradesWithItself(String file, int home) implements DayFlaw {
        @Override
        public String message() {
            return "%s: home %d cannot trade with itself; choose two homes".formatted(file, home);
        }
    }

    /**
     * The producer uses all that it makes.
     *
     * @param file the name of the file
     * @param date the day
     * @param producer the home
     */
    record NoSurplus(String file, LocalDate date, int producer) implements DayFlaw {
        @Override
        public String message() {
            return "%s: home %d has no surplus on %s; choose another producer or day".formatted(file, producer, date);
        }
    }

    /**
     * The producer has a surplus, but never while the consumer needs energy.
     *
     * @param file the name of the file
     * @param date the day
     * @param consumer the home that buys
     * @param producer the home that sells
     */
    record NothingToTrade(String file, LocalDate date, int consumer, int producer) implements DayFlaw {
        @Override
        public String message() {
            return "%s: on %s home %d needs nothing while home %d has a surplus; choose another pair or day"
                    .formatted(file, date, consumer, producer);
        }
    }

    /**
     * The demand of a slot is so high that the rule makes no price of it.
     *
     * @param file the name of the file
     * @param date the day
     * @param slot the slot
     * @param demand the demand in it
     */
    record PriceTooHigh(String file, LocalDate date, Slot slot, WattHours demand) implements DayFlaw {
        @Override
        public String message() {
            return "%s: on %s, %s, the price for a demand of %s is above %s; choose smaller coefficients"
                    .formatted(file, date, slot, demand, Price.MAX);
        }
    }

    /**
     * The day would be cut into too many units.
     *
     * @param file the name of the file
     * @param date the day
     * @param largestUnit the energy of a full unit
     */
    record TooManyUnits(String file, LocalDate date, WattHours largestUnit) implements DayFlaw {
        @Override
        public String message() {
            return "%s: units of %s cut %s into more than %d; choose larger units"
                    .formatted(file, largestUnit, date, TradingDay.UNITS_MAX);
        }
    }
}
