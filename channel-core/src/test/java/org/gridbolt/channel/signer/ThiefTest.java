package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.signer.SignedChannel.paid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.testing.WatchedSigner;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.Outcome;

/**
 * Somebody has taken the node over, and the peer helps: any order, in any sequence, of any number and content, with every
 * signature and secret of the peer at hand, and the signer's process ended at any time. The watch fails the test when a second
 * live state, a revoked version or an update after the end comes of it.
 */
class ThiefTest {

    private static final int KINDS = 16;
    private static final int CHOICES = 60;

    /** One break-in. */
    private static final class Theft {

        private final SignedChannel channel;
        private final WatchedSigner watched;

        Theft(Party victim) {
            channel = new SignedChannel(victim);
            watched = new WatchedSigner(new ChannelSigner() {
                @Override
                public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
                    return channel.signer.sign(order);
                }
            });
        }

        void step(int kind, int choice) throws IOException {
            long signed = newest(watched.signed().keySet());
            long own = newest(watched.revoked()) + 1;
            switch (kind) {
                case 0, 1, 2, 3 -> order(channel.signs(near(signed + 1, choice), coins(signed + 1, choice)));
                case 4, 5 -> order(channel.signs(signed + 1, paid(10 * (signed + 1))));
                case 6, 7, 8 ->
                    order(channel.revokesBefore(Math.max(1, near(own + 1, choice)), coins(own + 1, choice)));
                case 9, 10 -> order(channel.revokesBefore(own + 1, paid(10 * (own + 1))));
                case 11 ->
                    order(new SigningOrder.PeerVersion(
                            channel.deed,
                            channel.version(channel.peer, near(signed + 1, choice), coins(signed, choice)),
                            Optional.empty()));
                case 12 -> channel.restart();
                default -> end(kind, choice, signed, own);
            }
        }

        private void end(int kind, int choice, long signed, long own) throws IOException {
            if (choice % 6 != 0) {
                return;
            }
            if (kind == 13) {
                order(channel.publishes(near(own, choice), coins(own, choice)));
            } else if (kind == 14) {
                order(channel.closes(signed, coins(signed, choice), Party.CONSUMER, 500 + choice));
            } else {
                SignedChannel other = new SignedChannel(channel.self, "another wallet");
                order(other.signs(near(signed + 1, choice), coins(signed + 1, choice)));
            }
        }

        private static long newest(Iterable<Long> numbers) {
            long newest = -1;
            for (long number : numbers) {
                newest = Math.max(newest, number);
            }
            return newest;
        }

        private static long near(long number, int choice) {
            return Math.max(0, number - 3 + choice % 6);
        }

        private static Allocation coins(long number, int choice) {
            return paid(10 * Math.max(0, number) + choice % 3);
        }

        private void order(SigningOrder<?> order) throws IOException {
            assertThat(watched.sign(order)).isNotNull();
        }
    }

    @Property(tries = 200)
    void no_sequence_of_orders_gives_a_thief_a_second_live_state_or_a_revoked_one(
            @ForAll Party party,
            @ForAll @Size(min = 40, max = 160) List<@IntRange(max = KINDS * CHOICES - 1) Integer> script)
            throws IOException {
        Theft theft = new Theft(party == Party.UTILITY ? Party.CONSUMER : party);

        for (int move : script) {
            theft.step(move % KINDS, move / KINDS);
        }

        Statistics.label("states signed")
                .collect(Math.min(4, theft.watched.signed().size() / 5) * 5);
        Statistics.label("ended").collect(theft.watched.end().orElse("no"));
        assertThat(theft.watched.published()).hasSizeLessThan(2);
    }
}
