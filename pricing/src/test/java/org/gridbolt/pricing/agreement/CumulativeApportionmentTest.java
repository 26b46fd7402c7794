package org.gridbolt.pricing.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.FractionOrder;
import org.gridbolt.pricing.LargestRemainder;
import org.junit.jupiter.api.Test;

class CumulativeApportionmentTest {

    private static final Shares THIRDS = shares(1, 1, 1);

    /** A unit's coins and the shares by which they are divided. */
    private record Unit(Coin coins, Shares shares) {}

    @Test
    void the_first_unit_is_divided_by_largest_remainders() {
        Apportioned first = CumulativeApportionment.START.divide(Coin.valueOf(100), THIRDS);
        assertThat(first.given())
                .containsExactly(
                        Map.entry(Role.OWNER, Coin.valueOf(34)),
                        Map.entry(Role.PROSUMER, Coin.valueOf(33)),
                        Map.entry(Role.CONSUMER, Coin.valueOf(33)));
        assertThat(first.next().carry(Role.OWNER)).isEqualTo(BigFraction.of(-2, 3));
        assertThat(first.next().carry(Role.GRID)).isEqualTo(BigFraction.ZERO);
    }

    @Test
    void units_of_one_coin_are_given_in_turn_and_not_always_to_the_same() {
        CumulativeApportionment carried = CumulativeApportionment.START;
        EnumMap<Role, Coin> got = new EnumMap<>(Role.class);
        for (int i = 0; i < 300; i++) {
            Apportioned unit = carried.divide(Coin.SATOSHI, THIRDS);
            unit.given().forEach((role, coins) -> got.merge(role, coins, Coin::add));
            carried = unit.next();
        }
        assertThat(got.values()).containsOnly(Coin.valueOf(100));
        assertThat(carried).isEqualTo(CumulativeApportionment.START);
    }

    /** Four roles, one less each time: the last has gone without until its carry is all but the bound. */
    @Test
    void the_bound_is_reached() {
        CumulativeApportionment carried = CumulativeApportionment.START;
        for (Shares left : List.of(shares(1, 1, 1, 1, 1), shares(0, 1, 1, 1, 1), shares(0, 0, 1, 1, 1))) {
            carried = carried.divide(Coin.SATOSHI, left).next();
        }
        carried = carried.divide(Coin.SATOSHI, shares(0, 0, 0, 1, 1)).next();
        assertThat(carried.carry(Role.THIRD_PARTY)).isEqualTo(CumulativeApportionment.CARRY_MAX);
        assertThat(carried.divide(Coin.SATOSHI, THIRDS).coins(Role.THIRD_PARTY)).isEqualTo(Coin.SATOSHI);
    }

    @Property(tries = 300)
    void every_unit_is_given_out_whole_and_nobody_gives_back(@ForAll("units") List<Unit> units) {
        CumulativeApportionment carried = CumulativeApportionment.START;
        for (Unit unit : units) {
            Apportioned divided = carried.divide(unit.coins(), unit.shares());
            assertThat(divided.given().values().stream().reduce(Coin.ZERO, Coin::add))
                    .isEqualTo(unit.coins());
            assertThat(divided.given().values()).allMatch(Coin::isPositive);
            carried = divided.next();
        }
    }

    @Property(tries = 300)
    void after_any_units_everybody_has_its_due_within_the_bound(@ForAll("units") List<Unit> units) {
        CumulativeApportionment carried = CumulativeApportionment.START;
        EnumMap<Role, BigFraction> due = new EnumMap<>(Role.class);
        EnumMap<Role, Coin> got = new EnumMap<>(Role.class);
        for (Unit unit : units) {
            Apportioned divided = carried.divide(unit.coins(), unit.shares());
            divided.given().forEach((role, coins) -> got.merge(role, coins, Coin::add));
            unit.shares()
                    .parts()
                    .forEach((role, part) ->
                            due.merge(role, part.multiply(unit.coins().getValue()), BigFraction::add));
            carried = divided.next();
            assertBound(carried, (int)
                    Stream.of(Role.values()).filter(due::containsKey).count());
            for (Role role : Role.values()) {
                BigFraction owed = due.getOrDefault(role, BigFraction.ZERO)
                        .subtract(got.getOrDefault(role, Coin.ZERO).getValue());
                assertThat(carried.carry(role)).isEqualTo(owed);
            }
        }
    }

    /** Whoever chooses the shares of the next unit so that the neediest loses most still stays below the bound. */
    @Property(tries = 100)
    void an_adversary_who_chooses_the_shares_stays_within_the_bound(@ForAll("units") List<Unit> units) {
        CumulativeApportionment carried = CumulativeApportionment.START;
        for (Unit unit :
                Collections.nCopies(4, units).stream().flatMap(List::stream).toList()) {
            CumulativeApportionment before = carried;
            List<Role> needy = Stream.of(Role.values())
                    .sorted((one, other) -> FractionOrder.ASCENDING.compare(before.carry(other), before.carry(one)))
                    .limit(1 + unit.coins().getValue() % Role.values().length)
                    .toList();
            int[] weights = Stream.of(Role.values())
                    .mapToInt(role -> needy.contains(role) ? 1 : 0)
                    .toArray();
            carried = carried.divide(Coin.SATOSHI, shares(weights)).next();
            assertBound(carried, Role.values().length);
        }
    }

    @Property(tries = 300)
    void a_first_unit_agrees_with_the_division_of_a_single_number(@ForAll("units") List<Unit> units) {
        for (Unit unit : units) {
            Apportioned divided = CumulativeApportionment.START.divide(unit.coins(), unit.shares());
            BigInteger denominator = unit.shares().parts().values().stream()
                    .map(BigFraction::getDenominator)
                    .reduce(BigInteger.ONE, BigInteger::multiply);
            List<Role> roles = List.copyOf(unit.shares().parts().keySet());
            List<BigInteger> weights = roles.stream()
                    .map(role -> unit.shares().of(role).multiply(denominator).getNumerator())
                    .toList();
            List<BigInteger> expected =
                    LargestRemainder.divide(BigInteger.valueOf(unit.coins().getValue()), weights);
            assertThat(roles.stream()
                            .map(role -> BigInteger.valueOf(divided.coins(role).getValue())))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_large_unit_takes_no_longer_than_a_small_one() {
        Coin most = Coin.valueOf(Long.MAX_VALUE / 5);
        Apportioned divided = CumulativeApportionment.START.divide(most, shares(1, 2, 3, 4, 5));
        assertThat(divided.coins(Role.THIRD_PARTY).getValue()).isEqualTo(most.getValue() / 3 + 1);
    }

    @Test
    void what_no_history_leads_to_is_a_bug() {
        assertThatThrownBy(() -> CumulativeApportionment.START.divide(Coin.valueOf(-1), THIRDS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CumulativeApportionment(Map.of(Role.OWNER, BigFraction.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up to nothing");
        Map<Role, BigFraction> wide = Map.of(Role.OWNER, BigFraction.ONE, Role.GRID, BigFraction.of(-1));
        assertThatThrownBy(() -> new CumulativeApportionment(wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("77 / 60");
        Map<Role, BigFraction> high = Map.of(
                Role.OWNER,
                BigFraction.of(3, 2),
                Role.GRID,
                BigFraction.of(-3, 4),
                Role.CONSUMER,
                BigFraction.of(-3, 4));
        assertThatThrownBy(() -> new CumulativeApportionment(high)).isInstanceOf(IllegalArgumentException.class);
        CumulativeApportionment next = CumulativeApportionment.START;
        assertThatThrownBy(() -> new Apportioned(Coin.valueOf(2), Map.of(Role.OWNER, Coin.SATOSHI), next))
                .isInstanceOf(IllegalArgumentException.class);
        Map<Role, Coin> below = Map.of(Role.OWNER, Coin.valueOf(3), Role.GRID, Coin.valueOf(-1));
        assertThatThrownBy(() -> new Apportioned(Coin.valueOf(2), below, next))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertBound(CumulativeApportionment carried, int roles) {
        BigFraction bound = IntStream.rangeClosed(2, roles)
                .mapToObj(i -> BigFraction.of(1, i))
                .reduce(BigFraction.ZERO, BigFraction::add);
        for (Role role : Role.values()) {
            assertThat(carried.carry(role))
                    .usingComparator(FractionOrder.ASCENDING)
                    .isGreaterThan(BigFraction.of(-1))
                    .isLessThanOrEqualTo(bound);
        }
    }

    @Provide
    Arbitrary<List<Unit>> units() {
        Arbitrary<Coin> coins = Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 4), Arbitraries.longs().between(0, 3_000_000))
                .map(Coin::valueOf);
        Arbitrary<Shares> shares = Arbitraries.integers()
                .between(0, 9)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(Role.values().length)
                .filter(weights -> IntStream.of(weights).sum() > 0)
                .map(CumulativeApportionmentTest::shares);
        return Combinators.combine(coins, shares).as(Unit::new).list().ofMaxSize(40);
    }

    private static Shares shares(int... weights) {
        int sum = IntStream.of(weights).sum();
        EnumMap<Role, BigFraction> parts = new EnumMap<>(Role.class);
        List<Role> roles = List.of(Role.values());
        for (int i = 0; i < weights.length; i++) {
            parts.put(roles.get(i), BigFraction.of(weights[i], sum));
        }
        return new Shares(parts);
    }
}
