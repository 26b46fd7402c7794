package org.gridbolt.pricing.demand.response;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.pricing.demand.Schedule;

/**
 * Rounds of answers until one no longer makes the demand more level. That round is the last in the list, to be seen; the
 * households keep what they had before it.
 *
 * <p>In turn, such a round is one in which nobody moved: no household can do better alone. Damped, it is where moves are down
 * to their rounding. All at once, it is mostly the first: the herd.
 *
 * @param rounds all rounds, beginning before the first answer
 * @param settled whether the last one made the demand no more level, or else the limit of rounds was reached
 */
public record ResponseCourse(List<ResponseRound> rounds, boolean settled) {

    public ResponseCourse {
        rounds = List.copyOf(rounds);
    }

    /** The course from that schedule on, of at most {@code limit} rounds. */
    public static ResponseCourse run(Schedule start, ResponseForm form, int limit) {
        List<ResponseRound> rounds = new ArrayList<>(List.of(ResponseRound.before(start)));
        boolean settled = false;
        while (!settled && rounds.size() <= limit) {
            ResponseRound last = rounds.get(rounds.size() - 1);
            ResponseRound next = last.next(form);
            rounds.add(next);
            settled = next.unevenness().compareTo(last.unevenness()) >= 0;
        }
        return new ResponseCourse(rounds, settled);
    }

    /** The most level round: the last, or the one before it when it settled. */
    public ResponseRound result() {
        return rounds.get(rounds.size() - (settled ? 2 : 1));
    }
}
