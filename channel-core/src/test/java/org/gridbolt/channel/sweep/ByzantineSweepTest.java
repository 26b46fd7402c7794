package org.gridbolt.channel.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One funded channel, and every version that it ever had published by each household, before and after the pending units' d1,
 * with victim or tower looking away, and with the past rewritten; the chain is put back after each run. What is counted is
 * told by the chain alone.
 */
@OnBitcoind
class ByzantineSweepTest {

    private static final int STATES_MIN = 30;

    /** What getting its own back may cost a victim in one run. */
    private static final Coin FEES_MAX = Coin.valueOf(5_000);

    @Test
    void no_honest_party_loses_a_coin_to_a_few_versions_of_each() {
        Sweep sweep = new Sweep();

        List<Attack> all = sweep.attacks(4);
        sweep.run(IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .toList());

        assertThat(sweep.runs).isGreaterThan(40);
    }

    @Test
    @Tag("deep")
    void no_honest_party_loses_a_coin_to_any_version() {
        Sweep sweep = new Sweep();

        sweep.run(sweep.attacks(Integer.MAX_VALUE));

        assertThat(sweep.runs).isGreaterThan(500);
    }

    private static final class Sweep {

        private final Bitcoind bitcoind = Bitcoind.another();
        private final SweptChannel channel = new SweptChannel(bitcoind);
        private final long started = System.nanoTime();
        private int runs;
        private Coin dearest = Coin.ZERO;
        private String dearestOf = "";

        Sweep() {
            for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
                assertThat(channel.past(party)).hasSizeGreaterThan(STATES_MIN);
            }
        }

        /** Runs next to each other publish different versions: what one leaves in the mempool conflicts with the next. */
        List<Attack> attacks(int mostVersions) {
            List<Attack> attacks = new ArrayList<>();
            for (Attack.Past past : Attack.Past.values()) {
                for (Attack.Moment moment : Attack.Moment.values()) {
                    for (Attack.Watch watch : Attack.Watch.values()) {
                        for (Party cheat : List.of(Party.CONSUMER, Party.PRODUCER)) {
                            versions(cheat, mostVersions)
                                    .map(version -> new Attack(cheat, version, moment, watch, past))
                                    .forEach(attacks::add);
                        }
                    }
                }
            }
            return attacks;
        }

        /** At most that many of a household's versions, from the first to the newest. */
        private Stream<CommitmentNumber> versions(Party cheat, int most) {
            List<CommitmentNumber> all = List.copyOf(channel.past(cheat).keySet());
            int count = Math.min(most, all.size());
            return IntStream.range(0, count)
                    .map(i -> i * (all.size() - 1) / (count - 1))
                    .mapToObj(all::get);
        }

        void run(List<Attack> attacks) {
            List<String> losses = new ArrayList<>();
            for (Attack attack : attacks) {
                int base = bitcoind.height();
                SweepRun run = new SweepRun(attack, channel, bitcoind);
                try {
                    judge(attack, run, run.play(), losses);
                } catch (RuntimeException | AssertionError failed) {
                    throw new AssertionError(attack.toString(), failed);
                }
                String first = bitcoind.call("getblockhash", base + 1).asText();
                var unused = bitcoind.call("invalidateblock", first);
                runs++;
            }
            say(
                    "%d runs in %d s, %d losses; the dearest claims of a victim cost %d coins of fees: %s",
                    runs, seconds(), losses.size(), dearest.value, dearestOf);
            assertThat(losses).isEmpty();
            assertThat(dearest).as(dearestOf).isLessThan(FEES_MAX);
        }

        private void judge(Attack attack, SweepRun run, WalletAccount account, List<String> losses) {
            Coin wallet =
                    channel.consumer().channel().commitments().own().ledger().wallet();
            assertThat(account.total()).as("conservation").isEqualTo(wallet);
            Coin paid = account.feesOf(run.payout());
            if (paid.isGreaterThan(dearest)) {
                dearest = paid;
                dearestOf = attack.toString();
            }
            Coin ended = account.under(run.payout()).add(paid);
            if (ended.isLessThan(run.due())) {
                losses.add(attack + ": " + ended.value + " of " + run.due().value);
            }
        }

        private long seconds() {
            return Duration.ofNanos(System.nanoTime() - started).toSeconds();
        }
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println("byzantine sweep: " + String.format(format, values));
    }
}
