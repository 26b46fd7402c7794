package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** What a thief could try with amounts: rounding, order, dust, and cutting one default into many. */
class GradedAttackTest {

    private static final Coin DUST = Coin.valueOf(330);

    /** An exact fraction, to compare with. */
    private record Exact(BigInteger numerator, BigInteger denominator) {

        static Exact of(long whole) {
            return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        Exact plus(Exact other) {
            return new Exact(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        Exact times(long part, long of) {
            return new Exact(
                    numerator.multiply(BigInteger.valueOf(part)), denominator.multiply(BigInteger.valueOf(of)));
        }

        boolean isAtMost(Exact other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) <= 0;
        }
    }

    /** Each default rounds twice, each time by less than a coin and in the producer's favour; no order of them makes it more. */
    @Property(tries = 300)
    void rounding_gains_the_producer_less_than_two_coins_a_default_and_costs_it_nothing(
            @ForAll @LongRange(max = 2_000_000_000_000_000L) long balance,
            @ForAll("fractions") Fraction fraction,
            @ForAll("defaults") List<JudgedUnit> defaults) {
        Exact exact = Exact.of(balance);
        for (JudgedUnit unit : defaults) {
            long lacking = unit.shortfall().value();
            long energy = unit.energy().value();
            Exact lost =
                    exact.times(fraction.numerator(), fraction.denominator()).times(-lacking, energy);
            exact = exact.plus(lost).plus(Exact.of(unit.amount().value).times(energy - lacking, energy));
        }
        Forfeiture found =
                new Graded(fraction, 0, PerMille.ZERO).judge(new JudgedState(Allocation.of(0, balance, 0), defaults));

        long left = found.producerLeft().value;
        assertThat(exact.isAtMost(Exact.of(left))).isTrue();
        assertThat(Exact.of(left).isAtMost(exact.plus(Exact.of(2L * defaults.size()))))
                .isTrue();
    }

    /**
     * The utility cuts deliveries into units, and each unit that fails forfeits f of what is left: 1 - (1 - f)^n for n of them. So
     * small units make a failed delivery dearer, which the terms cannot prevent and the protocol says; but all that is paid for the
     * energy is the same, and no cut takes more than there is.
     */
    @Test
    void cutting_a_failed_delivery_into_units_makes_it_dearer_and_never_more_than_everything() {
        Graded half = new Graded(new Fraction(1, 2), 0, PerMille.ZERO);
        Allocation balances = Allocation.of(0, 80_000, 0);
        Forfeiture whole = half.judge(new JudgedState(balances, List.of(unit(1, 4_000, 1_000, 1_000))));
        List<JudgedUnit> quarters = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            quarters.add(unit(i, 1_000, 250, 250));
        }
        Forfeiture cut = half.judge(new JudgedState(balances, quarters));

        assertThat(whole).isEqualTo(new Forfeiture(Coin.valueOf(40_000), Coin.valueOf(4_000), Coin.valueOf(40_000)));
        assertThat(cut).isEqualTo(new Forfeiture(Coin.valueOf(5_000), Coin.valueOf(4_000), Coin.valueOf(75_000)));
    }

    /** The utility numbers its units before it knows who fails; were it to choose, the sum of what all get stays the same. */
    @Test
    void the_order_of_defaults_is_that_of_their_numbers_and_nobodys_choice() {
        JudgedState one = new JudgedState(
                Allocation.of(160_000, 80_000, 20_000),
                List.of(unit(1, 30_000, 1000, 250), unit(2, 10_000, 1000, 500)));
        JudgedState other = new JudgedState(
                Allocation.of(160_000, 80_000, 20_000),
                List.of(unit(1, 10_000, 1000, 500), unit(2, 30_000, 1000, 250)));

        assertThat(Graded.IN_PROPORTION.judge(one).producerLeft()).isEqualTo(Coin.valueOf(46_250));
        assertThat(Graded.IN_PROPORTION.judge(other).producerLeft()).isEqualTo(Coin.valueOf(56_250));
        assertThat(Split.of(one, Graded.IN_PROPORTION).onWallet(DUST).total())
                .isEqualTo(Split.of(other, Graded.IN_PROPORTION).onWallet(DUST).total());
    }

    /** -y = 329 coins would be the producer's: on chain no output can hold them, and the utility keeps them. No more than that. */
    @Test
    void dust_is_the_most_that_the_chain_takes_from_what_the_wallet_would_have_paid() {
        JudgedState state = new JudgedState(Allocation.of(10_000, 0, 0), List.of(unit(1, 1_316, 1000, 750)));
        Split split = Split.of(state, Graded.IN_PROPORTION);

        assertThat(split.offChain()).isEqualTo(Allocation.of(10_000, 329, 987));
        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(10_000, 0, 1_316));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 0, 1_316));
    }

    /** All coins there will ever be, 64 units of them, whole shares: nothing overflows and nothing is made. */
    @Test
    void the_largest_state_there_can_be_is_split_to_the_coin() {
        List<JudgedUnit> units = new ArrayList<>();
        for (int i = 1; i <= 64; i++) {
            units.add(unit(i, 20_000_000_000_000L, Long.MAX_VALUE, i == 64 ? 1 : Long.MAX_VALUE - i));
        }
        JudgedState state =
                new JudgedState(Allocation.of(270_000_000_000_000L, 270_000_000_000_000L, 280_000_000_000_000L), units);
        for (int share : new int[] {0, 1, 999, 1000}) {
            Split split = Split.of(state, new Graded(new Fraction(999_999, 1_000_000), 0, new PerMille(share)));
            assertThat(split.onWallet(DUST).total()).isEqualTo(state.total()).isEqualTo(Coin.COIN.multiply(21_000_000));
        }
    }

    private static JudgedUnit unit(int number, long coins, long energy, long lacking) {
        return new JudgedUnit(
                new UnitNumber(number),
                Coin.valueOf(coins),
                new WattHours(energy),
                Verdict.DEFAULT,
                new WattHours(lacking));
    }

    @Provide
    Arbitrary<Fraction> fractions() {
        return Arbitraries.integers()
                .between(1, Fraction.DENOMINATOR_MAX)
                .flatMap(of -> Arbitraries.integers().between(1, of).map(part -> new Fraction(part, of)));
    }

    @Provide
    Arbitrary<List<JudgedUnit>> defaults() {
        Arbitrary<long[]> unit = Combinators.combine(
                        Arbitraries.longs().between(330, 1_000_000_000L),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(1, 1000))
                .as((coins, energy, part) -> new long[] {coins, energy, Math.max(1, energy * part / 1000)});
        return unit.list().ofMinSize(1).ofMaxSize(12).map(GradedAttackTest::numbered);
    }

    private static List<JudgedUnit> numbered(List<long[]> drawn) {
        List<JudgedUnit> units = new ArrayList<>();
        drawn.forEach(unit -> units.add(unit(units.size() + 1, unit[0], unit[1], unit[2])));
        return units;
    }
}
