package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

class SplitPropertyTest {

    private static final Coin DUST = Coin.valueOf(330);

    @Property(tries = 500)
    void a_penalty_pays_out_the_wallet_to_the_coin(
            @ForAll("states") JudgedState state, @ForAll("shares") PerMille share) {
        Split split = Split.of(state, new ForfeitAll(share));

        assertThat(split.onWallet(DUST).total()).isEqualTo(state.total());
    }

    @Property(tries = 500)
    void wallet_and_chain_pay_the_same(@ForAll("states") JudgedState state, @ForAll("shares") PerMille share) {
        assertSame(Split.of(state, new ForfeitAll(share)));
    }

    /** For any forfeiture that a policy could find, not only for one that takes all. */
    @Property(tries = 500)
    void wallet_and_chain_pay_the_same_whatever_is_forfeited(
            @ForAll("states") JudgedState state, @ForAll("shares") PerMille kept, @ForAll("shares") PerMille share) {
        Coin available = state.balances().producer().add(state.coins(Verdict.DEFAULT));
        Coin left = kept.floorOf(available);
        Coin replacement = least(state.coins(Verdict.DEFAULT), available.subtract(left));
        Coin forfeited = available.subtract(left).subtract(replacement);
        Split split = new Split(state, new Forfeiture(left, replacement, forfeited), share.floorOf(forfeited));

        assertThat(split.onWallet(Coin.ZERO).total()).isEqualTo(state.total());
        assertSame(split);
    }

    @Property(tries = 500)
    void only_a_default_moves_the_producers_balance(@ForAll("states") JudgedState state) {
        Split split = Split.of(state, ForfeitAll.WITHOUT_CONSUMER_SHARE);
        boolean defaulted = !state.with(Verdict.DEFAULT).isEmpty();

        assertThat(split.spendsProducerBalance())
                .isEqualTo(defaulted && state.balances().producer().isPositive());
        assertThat(split.onWallet(Coin.ZERO).producer())
                .isEqualTo(state.coins(Verdict.DELIVERED)
                        .add(defaulted ? Coin.ZERO : state.balances().producer()));
    }

    @Property(tries = 500)
    void under_any_policy_wallet_and_chain_pay_the_same_and_all_of_it(
            @ForAll("states") JudgedState state, @ForAll("policies") PenaltyPolicy policy) {
        Split split = Split.of(state, policy);

        assertThat(split.onWallet(DUST).total()).isEqualTo(state.total());
        assertThat(split.offChain().total()).isEqualTo(state.total());
        assertSame(split);
    }

    /** What dust moves, it moves to the utility, and less than the dust limit for each output that is not made. */
    @Property(tries = 500)
    void dust_costs_nobody_but_by_less_than_the_dust_limit_an_output(
            @ForAll("states") JudgedState state, @ForAll("policies") PenaltyPolicy policy) {
        Split split = Split.of(state, policy);

        assertNearly(split.onWallet(DUST), split.offChain(), 1);
        assertNearly(split.ofProducerBalance(DUST), split.ofProducerBalance(Coin.ZERO), 1);
        assertNearly(split.ofDefaultedUnits(DUST), split.ofDefaultedUnits(Coin.ZERO), 1);
    }

    private static void assertNearly(Allocation paid, Allocation exact, int outputs) {
        assertThat(paid.total()).isEqualTo(exact.total());
        for (Party household : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(exact.of(household).subtract(paid.of(household)))
                    .isBetween(Coin.ZERO, DUST.multiply(outputs).subtract(Coin.SATOSHI));
        }
    }

    /** Who lacks a watt-hour more ends with no more, whatever else the state holds. */
    @Property(tries = 500)
    void lacking_more_never_pays(
            @ForAll("states") JudgedState state,
            @ForAll("policies") PenaltyPolicy policy,
            @ForAll @IntRange(max = 63) int which,
            @ForAll @IntRange(min = 1, max = 1000) int more) {
        List<JudgedUnit> defaults = state.with(Verdict.DEFAULT);
        Assume.that(!defaults.isEmpty());
        JudgedUnit unit = defaults.get(which % defaults.size());
        JudgedState worse = with(state, lacking(unit, more));

        assertThat(Split.of(worse, policy).offChain().producer())
                .isLessThanOrEqualTo(Split.of(state, policy).offChain().producer());
    }

    /** A producer gains nothing by a default: it never ends with more than if it had delivered. */
    @Property(tries = 500)
    void to_default_never_pays(@ForAll("states") JudgedState state, @ForAll("policies") PenaltyPolicy policy) {
        List<JudgedUnit> delivered = state.units().stream()
                .map(unit -> unit.is(Verdict.DEFAULT) ? judged(unit, Verdict.DELIVERED, 0) : unit)
                .toList();
        JudgedState honest = new JudgedState(state.balances(), delivered);

        assertThat(Split.of(state, policy).offChain().producer())
                .isLessThanOrEqualTo(Split.of(honest, policy).offChain().producer());
    }

    @Property(tries = 500)
    void forfeit_all_is_graded_with_the_whole_of_it_lacking(
            @ForAll("states") JudgedState state, @ForAll("shares") PerMille share) {
        List<JudgedUnit> whole = state.units().stream()
                .map(unit -> unit.is(Verdict.DEFAULT)
                        ? judged(unit, Verdict.DEFAULT, unit.energy().value())
                        : unit)
                .toList();
        JudgedState lacking = new JudgedState(state.balances(), whole);

        assertThat(new ForfeitAll(share).judge(state)).isEqualTo(new Graded(Fraction.WHOLE, 0, share).judge(lacking));
    }

    @Property(tries = 500)
    void every_tolerated_shortfall_leaves_the_producer_at_least_as_much(
            @ForAll("states") JudgedState state, @ForAll @IntRange(max = 63) int tolerated) {
        Forfeiture strict = new Graded(Fraction.WHOLE, tolerated, PerMille.ZERO).judge(state);
        Forfeiture lenient = new Graded(Fraction.WHOLE, tolerated + 1, PerMille.ZERO).judge(state);

        assertThat(lenient.replacement()).isEqualTo(strict.replacement());
        assertThat(lenient.producerLeft()).isGreaterThanOrEqualTo(strict.producerLeft());
    }

    private static JudgedUnit lacking(JudgedUnit unit, int more) {
        long most = unit.energy().value();
        return judged(unit, Verdict.DEFAULT, Math.min(most, unit.shortfall().value() + more));
    }

    private static JudgedUnit judged(JudgedUnit unit, Verdict verdict, long lacking) {
        return new JudgedUnit(unit.unit(), unit.amount(), unit.energy(), verdict, new WattHours(lacking));
    }

    private static JudgedState with(JudgedState state, JudgedUnit changed) {
        return new JudgedState(
                state.balances(),
                state.units().stream()
                        .map(unit -> unit.unit().equals(changed.unit()) ? changed : unit)
                        .toList());
    }

    @Provide
    Arbitrary<PenaltyPolicy> policies() {
        Arbitrary<Fraction> fractions = Arbitraries.integers()
                .between(1, Fraction.DENOMINATOR_MAX)
                .flatMap(of -> Arbitraries.integers().between(1, of).map(part -> new Fraction(part, of)));
        Arbitrary<Integer> tolerated = Arbitraries.integers().between(0, Graded.TOLERATED_MAX);
        Arbitrary<PenaltyPolicy> graded = Combinators.combine(fractions, tolerated, shares())
                .as((fraction, count, share) -> new Graded(fraction, count, share));
        return Arbitraries.oneOf(graded, shares().map(ForfeitAll::new));
    }

    /** What each ends with when the commitment's outputs pay what the wallet would have paid. */
    private static void assertSame(Split split) {
        Allocation balances = split.state().balances();
        Allocation taken = split.ofProducerBalance(Coin.ZERO);
        Allocation claimed = split.ofDefaultedUnits(Coin.ZERO);
        Allocation onChain = new Allocation(
                balances.consumer()
                        .add(split.state().coins(Verdict.CANCELLED))
                        .add(taken.consumer())
                        .add(claimed.consumer()),
                split.state().coins(Verdict.DELIVERED).add(taken.producer()).add(claimed.producer()),
                balances.utility().add(taken.utility()).add(claimed.utility()));

        assertThat(onChain).isEqualTo(split.onWallet(Coin.ZERO));
        for (Party party : Party.values()) {
            assertThat(onChain.of(party).isNegative()).isFalse();
        }
    }

    private static Coin least(Coin one, Coin other) {
        return one.isLessThan(other) ? one : other;
    }

    @Provide
    Arbitrary<PerMille> shares() {
        return Arbitraries.integers().between(0, 1000).map(PerMille::new);
    }

    @Provide
    Arbitrary<JudgedState> states() {
        Arbitrary<Long> coins = Arbitraries.longs().between(0, 700_000_000_000_000L);
        Arbitrary<Allocation> balances =
                Combinators.combine(coins, coins, coins).as((a, b, u) -> Allocation.of(a, b, u));
        return Combinators.combine(balances, units().list().ofMaxSize(64).withoutEdgeCases())
                .as(SplitPropertyTest::numbered);
    }

    private static Arbitrary<JudgedUnit> units() {
        return Combinators.combine(
                        Arbitraries.longs().between(330, 1_000_000_000L),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.integers().between(1, 1000))
                .as((coins, energy, verdict, part) -> new JudgedUnit(
                        UnitNumber.FIRST,
                        Coin.valueOf(coins),
                        new WattHours(energy),
                        verdict,
                        new WattHours(verdict == Verdict.DEFAULT ? Math.max(1, energy * part / 1000) : 0)));
    }

    private static JudgedState numbered(Allocation balances, List<JudgedUnit> units) {
        List<JudgedUnit> numbered = new ArrayList<>();
        for (JudgedUnit unit : units) {
            numbered.add(new JudgedUnit(
                    new UnitNumber(numbered.size() + 1),
                    unit.amount(),
                    unit.energy(),
                    unit.verdict(),
                    unit.shortfall()));
        }
        return new JudgedState(balances, numbered);
    }
}
