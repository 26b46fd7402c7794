package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bitcoinj.base.Coin;
import org.junit.jupiter.api.Test;

class CumulativeRoundingTest {

    private static final int BOOK_MAX = 64;
    private static final ExactCoins ONE_COIN = ExactCoins.of(Coin.SATOSHI);

    /** A unit of a book, and whether it settles or else fails or is skipped. */
    private record Unit(ExactCoins cost, boolean settles) {}

    /** What became of a book: where it leaves the rounding, whether it absorbed its carry, how many units it skipped. */
    private record Settled(CumulativeRounding rounding, boolean absorbed, int skipped) {}

    @Test
    void amounts_are_differences_of_the_floors_of_the_running_sum() {
        assertThat(CumulativeRounding.START.amounts(costs("330.5", "330.5", "330.5", "330.5")))
                .isEqualTo(coins(330, 331, 330, 331));
        assertThat(CumulativeRounding.START.amounts(costs("2771.951", "2771.951", "2771.951")))
                .isEqualTo(coins(2771, 2772, 2772));
    }

    @Test
    void a_carry_goes_into_the_next_book() {
        CumulativeRounding carried = CumulativeRounding.START.afterSettling(cost("330.75"), Coin.valueOf(330));
        assertThat(carried.carry()).isEqualTo(cost("0.75"));
        assertThat(carried.amounts(costs("330.25"))).isEqualTo(coins(331));
        assertThat(carried.amounts(costs("330.125"))).isEqualTo(coins(330));
    }

    @Test
    void units_that_do_not_settle_leave_a_carry_that_later_units_make_up_for() {
        CumulativeRounding owed = new CumulativeRounding(cost("2.5"));
        assertThat(owed.amounts(costs("400.5", "400.5", "400.5", "400.5", "400.5", "400.5")))
                .isEqualTo(coins(401, 401, 401, 401, 401, 400));
        CumulativeRounding overpaid = new CumulativeRounding(cost("-1.5"));
        assertThat(overpaid.amounts(costs("400.5", "400.5", "400.5", "400.5", "400.5")))
                .isEqualTo(coins(400, 400, 400, 400, 401));
    }

    @Test
    void a_cost_at_the_dust_limit_gives_no_amount_below_it() {
        CumulativeRounding overpaid = new CumulativeRounding(cost("-20"));
        assertThat(overpaid.amounts(costs("330", "330.9"))).isEqualTo(coins(330, 330));
    }

    /**
     * Were the carry made up for by the first unit of a book alone, a first unit that fails in every book would let the
     * error grow by almost a coin a book.
     */
    @Test
    void a_first_unit_that_always_fails_does_not_let_the_carry_grow() {
        CumulativeRounding rounding = CumulativeRounding.START;
        for (int book = 0; book < 1_000; book++) {
            ExactCoins first =
                    roundedUp(rounding.carry()).minus(rounding.carry()).plus(cost("400"));
            rounding = settle(rounding, List.of(new Unit(first, false), new Unit(cost("400.9"), true)))
                    .rounding();
            assertThat(rounding.carry().abs()).isLessThan(cost("2"));
        }
    }

    @Test
    void a_negative_cost_is_a_bug() {
        List<ExactCoins> negative = costs("-0.1");
        assertThatThrownBy(() -> CumulativeRounding.START.amounts(negative))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void when_every_unit_settles_less_than_a_coin_is_owed_and_nothing_overpaid(
            @ForAll("histories") List<List<Unit>> books) {
        CumulativeRounding rounding = CumulativeRounding.START;
        for (List<Unit> book : books) {
            List<Unit> settling =
                    book.stream().map(unit -> new Unit(unit.cost(), true)).toList();
            rounding = settle(rounding, settling).rounding();
            assertThat(rounding.carry()).isBetween(ExactCoins.ZERO, ONE_COIN).isNotEqualTo(ONE_COIN);
        }
    }

    @Property(tries = 2_000)
    void under_any_pattern_the_error_is_below_a_coin_and_one_for_each_unit_skipped(
            @ForAll("histories") List<List<Unit>> books) {
        CumulativeRounding rounding = CumulativeRounding.START;
        int mostSkipped = 0;
        for (List<Unit> book : books) {
            Settled after = settle(rounding, book);
            rounding = after.rounding();
            mostSkipped = Math.max(mostSkipped, after.skipped());
            int skipped = after.absorbed() ? after.skipped() : mostSkipped;
            assertThat(rounding.carry().abs()).isLessThan(ExactCoins.of(Coin.valueOf(1 + skipped)));
        }
    }

    @Property(tries = 1_000)
    void a_book_that_does_not_absorb_its_carry_does_not_let_it_grow(
            @ForAll("carries") ExactCoins carry, @ForAll("book") List<Unit> book) {
        Settled after = settle(new CumulativeRounding(carry), book);
        if (!after.absorbed()) {
            assertThat(after.rounding().carry().abs()).isLessThanOrEqualTo(carry.abs());
        }
    }

    @Property(tries = 1_000)
    void an_amount_is_the_floor_or_the_ceiling_of_its_own_cost(
            @ForAll("carries") ExactCoins carry, @ForAll("book") List<Unit> book) {
        List<ExactCoins> costs = book.stream().map(Unit::cost).toList();
        List<Coin> amounts = new CumulativeRounding(carry).amounts(costs);
        assertThat(amounts).hasSameSizeAs(costs);
        for (int i = 0; i < costs.size(); i++) {
            assertThat(amounts.get(i))
                    .isIn(costs.get(i).floorCoins(), costs.get(i).ceilCoins());
        }
    }

    @Property(tries = 1_000)
    void from_a_carry_below_a_coin_the_amounts_add_up_to_the_floor_of_the_sum(
            @ForAll("fractions") ExactCoins carry, @ForAll("book") List<Unit> book) {
        List<ExactCoins> costs = book.stream().map(Unit::cost).toList();
        List<Coin> amounts = new CumulativeRounding(carry).amounts(costs);
        ExactCoins exact = carry;
        Coin asked = Coin.ZERO;
        for (int i = 0; i < costs.size(); i++) {
            exact = exact.plus(costs.get(i));
            asked = asked.add(amounts.get(i));
            assertThat(asked).isEqualTo(exact.floorCoins());
        }
    }

    @Property(tries = 300)
    void an_adversary_who_settles_only_what_was_rounded_its_way_gains_no_more(
            @ForAll("histories") List<List<Unit>> books) {
        for (boolean upwards : List.of(true, false)) {
            CumulativeRounding rounding = CumulativeRounding.START;
            for (List<Unit> book :
                    Collections.nCopies(5, books).stream().flatMap(List::stream).toList()) {
                rounding = settle(rounding, chosen(rounding, book, upwards)).rounding();
                assertThat(rounding.carry().abs()).isLessThan(ExactCoins.of(Coin.valueOf(1 + BOOK_MAX)));
            }
        }
    }

    private static List<Unit> chosen(CumulativeRounding rounding, List<Unit> book, boolean upwards) {
        List<Coin> amounts = rounding.amounts(book.stream().map(Unit::cost).toList());
        List<Unit> chosen = new ArrayList<>();
        for (int i = 0; i < book.size(); i++) {
            ExactCoins cost = book.get(i).cost();
            boolean roundedUp = ExactCoins.of(amounts.get(i)).compareTo(cost) > 0;
            chosen.add(new Unit(cost, roundedUp == upwards));
        }
        return chosen;
    }

    private static Settled settle(CumulativeRounding start, List<Unit> book) {
        List<Coin> amounts = start.amounts(book.stream().map(Unit::cost).toList());
        CumulativeRounding rounding = start;
        CumulativeRounding ifAllSettled = start;
        int skipped = 0;
        for (int i = 0; i < book.size(); i++) {
            Unit unit = book.get(i);
            ifAllSettled = ifAllSettled.afterSettling(unit.cost(), amounts.get(i));
            if (unit.settles()) {
                rounding = rounding.afterSettling(unit.cost(), amounts.get(i));
            } else {
                skipped++;
            }
        }
        ExactCoins rest = ifAllSettled.carry();
        boolean absorbed = rest.compareTo(ExactCoins.ZERO) >= 0 && rest.compareTo(ONE_COIN) < 0;
        return new Settled(rounding, absorbed, skipped);
    }

    @Provide
    Arbitrary<List<List<Unit>>> histories() {
        return book().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Unit>> book() {
        Arbitrary<ExactCoins> costs = Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 5_000_000_000_000_000L),
                        Arbitraries.longs().between(0, 3_000_000_000_000L),
                        Arbitraries.of(330_500_000_000_000L, 330_900_000_000_000L, 330_000_000_000_000L))
                .map(CumulativeRoundingTest::pico);
        return Combinators.combine(costs, Arbitraries.of(true, false))
                .as(Unit::new)
                .list()
                .ofMaxSize(BOOK_MAX);
    }

    @Provide
    Arbitrary<ExactCoins> carries() {
        return Arbitraries.longs()
                .between(-70_000_000_000_000L, 70_000_000_000_000L)
                .map(CumulativeRoundingTest::pico);
    }

    @Provide
    Arbitrary<ExactCoins> fractions() {
        return Arbitraries.longs().between(0, 999_999_999_999L).map(CumulativeRoundingTest::pico);
    }

    private static ExactCoins roundedUp(ExactCoins amount) {
        return ExactCoins.of(amount.ceilCoins());
    }

    private static ExactCoins pico(long value) {
        return new ExactCoins(BigInteger.valueOf(value));
    }

    private static ExactCoins cost(String decimal) {
        return new ExactCoins(new BigDecimal(decimal).movePointRight(12).toBigIntegerExact());
    }

    private static List<ExactCoins> costs(String... decimals) {
        return Stream.of(decimals).map(CumulativeRoundingTest::cost).toList();
    }

    private static List<Coin> coins(long... values) {
        return LongStream.of(values).mapToObj(Coin::valueOf).toList();
    }
}
