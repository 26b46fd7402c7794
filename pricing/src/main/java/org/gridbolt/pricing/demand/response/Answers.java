package org.gridbolt.pricing.demand.response;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Household;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.Window;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.level.WholeWattHours;

/** One round of answers: the demand as it is published, and what each household makes of it. */
final class Answers {

    private final DemandPlan plan;
    private final long[][] parts;
    private final long[] demand;
    private final int[] firsts;

    Answers(Schedule schedule) {
        this.plan = schedule.plan();
        this.parts = schedule.parts();
        this.demand =
                schedule.wholeDemand().stream().mapToLong(WattHours::value).toArray();
        this.firsts = new int[plan.households().size() + 1];
        for (int each = 0; each < plan.households().size(); each++) {
            firsts[each + 1] =
                    firsts[each] + plan.households().get(each).appliances().size();
        }
    }

    Schedule afterRound(ResponseForm form) {
        return form.fold(this::inTurn, this::together);
    }

    /** What one household moves is published before the next one answers. */
    private Schedule inTurn() {
        for (int household = 0; household < firsts.length - 1; household++) {
            replace(household, answer(household));
        }
        return Schedule.whole(plan, parts);
    }

    private Schedule together(int share, int whole) {
        List<long[][]> answers =
                IntStream.range(0, firsts.length - 1).mapToObj(this::answer).toList();
        for (int household = 0; household < answers.size(); household++) {
            replace(household, towards(household, answers.get(household), share, whole));
        }
        return Schedule.whole(plan, parts);
    }

    /** The household's best schedule when all others stay, or the one that it has when that is as good. */
    private long[][] answer(int household) {
        Household own = plan.households().get(household);
        long[][] current = Arrays.copyOfRange(parts, firsts[household], firsts[household + 1]);
        if (current.length == 0) {
            return current;
        }
        long[] others = demand.clone();
        add(others, own, current, -1);
        DemandPlan alone = new DemandPlan(
                plan.day(), Arrays.stream(others).mapToObj(WattHours::new).toList(), List.of(own));
        Schedule best = WholeWattHours.round(Levelling.exact(alone));
        boolean better = unevenness(best.wholeDemand().stream()
                                .mapToLong(WattHours::value)
                                .toArray())
                        .compareTo(unevenness(demand))
                < 0;
        return better ? best.parts() : current;
    }

    private static BigInteger unevenness(long[] demand) {
        return Arrays.stream(demand)
                .mapToObj(each -> BigInteger.valueOf(each).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Part of the way from what the household has: each appliance's running sum is rounded down, so it keeps energy and cap. */
    private long[][] towards(int household, long[][] answer, int share, int whole) {
        long[][] moved = new long[answer.length][];
        for (int each = 0; each < answer.length; each++) {
            long[] current = parts[firsts[household] + each];
            moved[each] = new long[current.length];
            long running = 0;
            for (int place = 0; place < current.length; place++) {
                long mixed = current[place] * (whole - share) + answer[each][place] * share;
                moved[each][place] = (running + mixed) / whole - running / whole;
                running += mixed;
            }
        }
        return moved;
    }

    private void replace(int household, long[][] answer) {
        Household own = plan.households().get(household);
        add(demand, own, Arrays.copyOfRange(parts, firsts[household], firsts[household + 1]), -1);
        add(demand, own, answer, 1);
        System.arraycopy(answer, 0, parts, firsts[household], answer.length);
    }

    private void add(long[] sums, Household own, long[][] taken, int sign) {
        for (int each = 0; each < taken.length; each++) {
            Window window = own.appliances().get(each).window();
            for (int place = 0; place < taken[each].length; place++) {
                sums[window.slot(place, plan.day())] += sign * taken[each][place];
            }
        }
    }
}
