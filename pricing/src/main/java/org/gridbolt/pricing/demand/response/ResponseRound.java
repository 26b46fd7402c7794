package org.gridbolt.pricing.demand.response;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Schedule;

/**
 * Where households stand after a round of answers: a value, from which the next round follows.
 *
 * @param number how many rounds there have been
 * @param schedule what all appliances do now, in whole watt-hours
 */
public record ResponseRound(int number, Schedule schedule) {

    public ResponseRound {
        if (number < 0 || !schedule.isWhole()) {
            throw new IllegalArgumentException("a round has a number from 0 and a schedule of whole watt-hours");
        }
    }

    /** Before anybody has answered. */
    public static ResponseRound before(Schedule schedule) {
        return new ResponseRound(0, schedule);
    }

    /** After every household has answered once more. */
    public ResponseRound next(ResponseForm form) {
        return new ResponseRound(Math.addExact(number, 1), new Answers(schedule).afterRound(form));
    }

    /** The demand that is published: the total of each slot. */
    public List<WattHours> demand() {
        return schedule.wholeDemand();
    }

    /** The peak-to-average ratio of that demand. */
    public BigFraction peakToAverage() {
        return schedule.peakToAverage();
    }

    /** The sum of squares of the demand, in square watt-hours: the more level the demand, the less. */
    public BigInteger unevenness() {
        return demand().stream()
                .map(demand -> BigInteger.valueOf(demand.value()).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
