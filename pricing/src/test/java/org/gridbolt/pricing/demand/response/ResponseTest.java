package org.gridbolt.pricing.demand.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.Household;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.Plans;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.junit.jupiter.api.Test;

class ResponseTest {

    private static final ResponseForm IN_TURN = new ResponseForm.InTurn();
    private static final ResponseForm AT_ONCE = new ResponseForm.AtOnce();
    private static final ResponseForm DAMPED = new ResponseForm.Damped(1, 60);

    private static Schedule paper(long seed) {
        return Habit.SPREAD_EVENLY.schedule(Experiment.PROSUMERS_60.draw(new SplittableRandom(seed)));
    }

    private static BigFraction limit(String decimal) {
        return BigFraction.of(
                new BigDecimal(decimal).movePointRight(4).toBigIntegerExact(), BigInteger.valueOf(10_000));
    }

    @Property(tries = 8)
    void one_pass_in_turn_makes_the_papers_demand_nearly_level_and_more_passes_level(
            @ForAll @LongRange(min = 1, max = 8) long seed) {
        ResponseRound before = ResponseRound.before(paper(seed));
        assertThat(before.next(IN_TURN).peakToAverage()).isLessThan(limit("1.01"));
        ResponseCourse course = ResponseCourse.run(before.schedule(), IN_TURN, 50);
        assertThat(course.settled()).isTrue();
        BigFraction least = Levelling.exact(before.schedule().plan()).peakToAverage();
        assertThat(course.result().peakToAverage()).isLessThan(least.multiply(limit("1.0005")));
    }

    @Property(tries = 10)
    void answering_at_once_is_worse_than_not_answering(@ForAll @LongRange(min = 1, max = 10) long seed) {
        ResponseRound before = ResponseRound.before(paper(seed));
        ResponseRound herd = before.next(AT_ONCE);
        assertThat(herd.peakToAverage()).isGreaterThan(before.peakToAverage().multiply(BigFraction.of(5, 4)));
        assertThat(herd.next(AT_ONCE).peakToAverage()).isGreaterThan(before.peakToAverage());
        ResponseCourse course = ResponseCourse.run(before.schedule(), AT_ONCE, 10);
        assertThat(course.settled()).isTrue();
        assertThat(course.result()).isEqualTo(before);
    }

    @Test
    void going_part_of_the_way_at_once_becomes_nearly_level() {
        ResponseCourse course = ResponseCourse.run(paper(2), DAMPED, 300);
        assertThat(course.settled()).isTrue();
        assertThat(course.result().peakToAverage()).isLessThan(limit("1.01"));
        assertFalling(course);
    }

    private static void assertFalling(ResponseCourse course) {
        List<ResponseRound> rounds = course.rounds();
        for (int next = 1; next < rounds.size() - 1; next++) {
            assertThat(rounds.get(next).number()).isEqualTo(next);
            assertThat(rounds.get(next).unevenness())
                    .isLessThan(rounds.get(next - 1).unevenness());
        }
    }

    @Property(tries = 100)
    void in_turn_it_settles_where_nobody_can_do_better_alone(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandPlan plan = Plans.small(random);
        ResponseCourse course = ResponseCourse.run(Plans.anySchedule(plan, random), IN_TURN, 1_000);
        assertThat(course.settled()).isTrue();
        assertThat(course.result().next(IN_TURN).schedule())
                .isEqualTo(course.result().schedule());
        assertFalling(course);
        // Nobody moves alone, but whole watt-hours can hold all a little above the least.
        BigFraction least = Plans.squares(Levelling.exact(plan).demand());
        BigFraction reached = Plans.squares(course.result().schedule().demand());
        assertThat(reached).isGreaterThanOrEqualTo(least);
        assertThat(reached.subtract(least))
                .isLessThan(BigFraction.of(4L * plan.day().slots() * plan.day().slots()));
    }

    @Property(tries = 200)
    void whatever_the_form_every_round_is_a_sound_schedule(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ResponseRound start = ResponseRound.before(Plans.anySchedule(Plans.small(random), random));
        for (ResponseForm form : List.of(IN_TURN, AT_ONCE, new ResponseForm.Damped(2, 7))) {
            Schedule after = start.next(form).next(form).schedule();
            assertThat(OptimalityCheck.soundness(after)).isEmpty();
            assertThat(after).isEqualTo(start.next(form).next(form).schedule());
        }
    }

    @Test
    void a_household_sees_what_the_one_before_it_has_done() {
        Household north = new Household("north", List.of(appliance("car", 4, 0, 1, 4)));
        Household south = new Household("south", List.of(appliance("car", 4, 0, 1, 4)));
        DemandPlan plan =
                DemandPlan.of(new PlanDay(2, 60, true), List.of(north, south)).orElseThrow();
        ResponseRound before = ResponseRound.before(Schedule.whole(plan, new long[][] {{4, 0}, {4, 0}}));
        assertThat(before.demand()).containsExactly(new WattHours(8), WattHours.ZERO);
        assertThat(before.next(IN_TURN).demand()).containsExactly(new WattHours(4), new WattHours(4));
        assertThat(before.next(AT_ONCE).demand()).containsExactly(WattHours.ZERO, new WattHours(8));
        assertThat(before.next(new ResponseForm.Damped(1, 2)).demand())
                .containsExactly(new WattHours(4), new WattHours(4));
        assertThat(before.unevenness()).isEqualTo(64);
    }

    @Test
    void a_course_ends_at_its_limit() {
        ResponseCourse course = ResponseCourse.run(paper(1), DAMPED, 3);
        assertThat(course.settled()).isFalse();
        assertThat(course.rounds()).hasSize(4);
        assertThat(course.result().number()).isEqualTo(3);
        assertThat(ResponseCourse.run(paper(1), DAMPED, 0).rounds()).hasSize(1);
    }

    @Test
    void only_what_makes_sense_is_a_form_or_a_round() {
        assertThatThrownBy(() -> new ResponseForm.Damped(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResponseForm.Damped(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResponseForm.Damped(1, 1_000_001)).isInstanceOf(IllegalArgumentException.class);
        Schedule whole = paper(1);
        assertThatThrownBy(() -> new ResponseRound(-1, whole)).isInstanceOf(IllegalArgumentException.class);
        Schedule exact = Levelling.exact(whole.plan());
        assertThatThrownBy(() -> ResponseRound.before(exact)).isInstanceOf(IllegalArgumentException.class);
    }
}
