package org.gridbolt.node.report;

import java.time.LocalDate;

/**
 * Who traded and when, and how fast the protocol ran: what a person wants to read beside the report's amounts.
 *
 * @param date the day
 * @param consumer the number of the home that buys
 * @param producer the number of the home that sells
 * @param speed the rounds of the protocol
 */
public record Day(LocalDate date, int consumer, int producer, Speed speed) {

    /**
     * How fast the protocol ran, by the real clock, without the time that the chain took.
     *
     * @param rounds two-sided commitment rounds
     * @param nanos time spent in them
     */
    public record Speed(int rounds, long nanos) {

        /** Whole rounds in a second; 0 when there was none. */
        public long perSecond() {
            return nanos == 0 ? 0 : rounds * 1_000_000_000L / nanos;
        }
    }
}
