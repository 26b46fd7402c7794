package org.gridbolt.channel.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One funded channel, and every version that it ever had published by each household: before and after the pending units' d1, with
 * victim or tower looking away, by both households together, with the past rewritten, and with a penalty under way; the chain is
 * put back after each run. What is counted is told by the chain alone.
 */
@OnBitcoind
class ByzantineSweepTest {

    private static final int STATES_MIN = 30;

    /** What getting its own back may cost a party in one run. */
    private static final Coin FEES_MAX = Coin.valueOf(5_000);

    /** Every run leaves some hundred undone blocks; after so many runs, a fresh bitcoind takes the channel's chain over. */
    private static final int RUNS_OF_ONE_BITCOIND = 40;

    /** Of versions from the first to the newest, how many are published in the short form. */
    private static final int FEW = 4;

    @Test
    void no_honest_party_loses_a_coin_to_a_few_versions_of_each() {
        Sweep sweep = trading();
        sweep.run("trade", every(5, attacks(sweep.channel, FEW, HOUSEHOLDS_ALONE)), 16);
        sweep.run("A and B", every(7, attacks(sweep.channel, FEW, COALITION)), 7);
    }

    @Test
    void no_honest_party_has_less_than_the_penalty_gives_it_whatever_version_a_few_publish_meanwhile() {
        Sweep sweep = ruled();
        List<Attack> some = penalties(sweep.channel, 2).stream()
                .filter(attack -> attack.cheat() == Party.PRODUCER
                        || attack.version()
                                .equals(sweep.channel.past(Party.CONSUMER).lastKey()))
                .toList();
        sweep.run("penalty", some, 12);
    }

    @Test
    @Tag("deep")
    void no_honest_party_loses_a_coin_to_any_version() {
        Sweep sweep = trading();
        sweep.run("trade", attacks(sweep.channel, Integer.MAX_VALUE, HOUSEHOLDS_ALONE), 500);
    }

    @Test
    @Tag("deep")
    void the_utility_loses_no_more_than_the_terms_bound_to_any_version_that_both_households_publish() {
        Sweep sweep = trading();
        sweep.run("A and B", attacks(sweep.channel, Integer.MAX_VALUE, COALITION), 180);
    }

    @Test
    @Tag("deep")
    void no_honest_party_has_less_than_the_penalty_gives_it_whatever_version_comes_meanwhile() {
        Sweep ruled = ruled();
        ruled.run("penalty", penalties(ruled.channel, Integer.MAX_VALUE), 150);
    }

    private static final List<Attack.Watch> HOUSEHOLDS_ALONE =
            List.of(Attack.Watch.BOTH, Attack.Watch.TOWER, Attack.Watch.VICTIM);
    private static final List<Attack.Watch> COALITION = List.of(Attack.Watch.COALITION);

    private static Sweep trading() {
        Bitcoind bitcoind = Bitcoind.another();
        SweptChannel channel = SweptChannel.trading(bitcoind);
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(channel.past(party)).hasSizeGreaterThan(STATES_MIN);
        }
        return new Sweep(bitcoind, channel);
    }

    /** The ruling takes the producer's whole balance, and leaves it a unit that it delivered. */
    private static Sweep ruled() {
        Bitcoind bitcoind = Bitcoind.another();
        SweptChannel channel = SweptChannel.ruled(bitcoind);
        Allocation split = channel.ruling().onWallet();
        assertThat(split.consumer()).isGreaterThan(channel.due(Party.CONSUMER));
        assertThat(split.producer()).isEqualTo(Coin.valueOf(2_500));
        assertThat(split.utility()).isGreaterThan(Coin.valueOf(60_000));
        return new Sweep(bitcoind, channel);
    }

    private static List<Attack> every(int which, List<Attack> attacks) {
        return IntStream.range(0, attacks.size())
                .filter(place -> place % which == 0)
                .mapToObj(attacks::get)
                .toList();
    }

    /** Runs next to each other publish different versions: what one leaves in the mempool conflicts with the next. */
    private static List<Attack> attacks(SweptChannel channel, int mostVersions, List<Attack.Watch> watches) {
        List<Attack> attacks = new ArrayList<>();
        for (Attack.Past past : Attack.Past.values()) {
            for (Attack.Moment moment : Attack.Moment.values()) {
                for (Attack.Watch watch : watches(watches, past)) {
                    for (Party cheat : List.of(Party.CONSUMER, Party.PRODUCER)) {
                        versions(channel, cheat, mostVersions)
                                .map(version -> new Attack(cheat, version, moment, watch, past, Attack.Stage.TRADING))
                                .forEach(attacks::add);
                    }
                }
            }
        }
        return attacks;
    }

    /** Who looks away is tried with a past that stays: when it is rewritten, all of them look. */
    private static List<Attack.Watch> watches(List<Attack.Watch> watches, Attack.Past past) {
        return past == Attack.Past.KEPT ? watches : watches.subList(0, 1);
    }

    /** While a penalty is under way, it is the time now, and the miners stay with what they have, or go back on the penalty. */
    private static List<Attack> penalties(SweptChannel channel, int mostVersions) {
        List<Attack> attacks = new ArrayList<>();
        for (Attack.Stage stage : List.of(Attack.Stage.RULED, Attack.Stage.PENALTY_MINED)) {
            for (Attack.Watch watch : List.of(Attack.Watch.BOTH, Attack.Watch.TOWER)) {
                for (Party cheat : List.of(Party.PRODUCER, Party.CONSUMER)) {
                    versions(channel, cheat, mostVersions)
                            .map(version ->
                                    new Attack(cheat, version, Attack.Moment.BEFORE_D1, watch, Attack.Past.KEPT, stage))
                            .forEach(attacks::add);
                }
            }
        }
        return attacks;
    }

    /** At most that many of a household's versions, from the first to the newest. */
    private static Stream<CommitmentNumber> versions(SweptChannel channel, Party cheat, int most) {
        List<CommitmentNumber> all = List.copyOf(channel.past(cheat).keySet());
        int count = Math.min(most, all.size());
        return IntStream.range(0, count)
                .map(place -> place * (all.size() - 1) / (count - 1))
                .mapToObj(all::get);
    }

    private static final class Sweep {

        private final SweptChannel channel;
        private Bitcoind bitcoind;

        Sweep(Bitcoind bitcoind, SweptChannel channel) {
            this.bitcoind = bitcoind;
            this.channel = channel;
        }

        void run(String name, List<Attack> attacks, int least) {
            Tally tally = new Tally(channel);
            for (Attack attack : attacks) {
                if (tally.runs() % RUNS_OF_ONE_BITCOIND == RUNS_OF_ONE_BITCOIND - 1) {
                    bitcoind = bitcoind.renewed();
                }
                int base = bitcoind.height();
                try {
                    SweepRun run = new SweepRun(attack, channel, bitcoind);
                    tally.judge(attack, run, run.play());
                } catch (RuntimeException | AssertionError failed) {
                    throw new AssertionError(attack.toString(), failed);
                }
                String first = bitcoind.call("getblockhash", base + 1).asText();
                var unused = bitcoind.call("invalidateblock", first);
            }
            System.out.println("byzantine sweep, " + name + ": " + tally);
            assertThat(tally.losses()).isEmpty();
            assertThat(tally.dearest()).isLessThan(FEES_MAX);
            assertThat(tally.runs()).isGreaterThanOrEqualTo(least);
        }
    }
}
