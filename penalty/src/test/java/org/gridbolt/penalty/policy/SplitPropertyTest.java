package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
