package org.gridbolt.channel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainEvent.BlockConnected;
import org.gridbolt.channel.chain.ChainEvent.BlockDisconnected;
import org.gridbolt.channel.chain.ChainEvent.Confirmed;
import org.gridbolt.channel.chain.ChainEvent.Spent;
import org.gridbolt.channel.chain.ChainEvent.Unconfirmed;
import org.gridbolt.channel.chain.ChainEvent.Unspent;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.junit.jupiter.api.Test;

class ChainFollowerTest {

    private static final BlockHeight START = new BlockHeight(0);

    /** Blocks made by hand, of which any may be the best. */
    private static final class Blocks implements BlockSource {
        private final Map<Sha256Hash, Link> links = new HashMap<>();
        private final Map<Sha256Hash, List<Transaction>> contents = new HashMap<>();
        private ChainTip best = add(Sha256Hash.ZERO_HASH, 0, List.of());
        private boolean gone;

        private ChainTip add(Sha256Hash below, int height, List<Transaction> transactions) {
            Sha256Hash hash = Sha256Hash.twiceOf(new byte[] {(byte) links.size()});
            ChainTip tip = new ChainTip(new BlockHeight(height), hash);
            links.put(hash, new Link(tip, below));
            contents.put(hash, transactions);
            return tip;
        }

        ChainTip on(ChainTip below, Transaction... transactions) {
            best = add(below.hash(), below.height().value() + 1, List.of(transactions));
            return best;
        }

        @Override
        public Sha256Hash bestBlock() {
            return best.hash();
        }

        @Override
        public Link link(Sha256Hash block) {
            return Objects.requireNonNull(links.get(block));
        }

        @Override
        public List<Transaction> transactions(Sha256Hash block) {
            if (gone) {
                throw new ChainUnavailable(new ChainFlaw.Unreachable("here", "gone"));
            }
            return Objects.requireNonNull(contents.get(block));
        }
    }

    private final Blocks blocks = new Blocks();
    private final Puzzle puzzle = Puzzle.next();
    private final Outpoint coin = new Outpoint(puzzle.nowhere(), 0);
    private final Transaction spend = puzzle.spend(coin, Coin.CENT, Coin.SATOSHI);
    private final Transaction other = puzzle.spend(coin, Coin.CENT, Coin.CENT);

    @Test
    void a_reorg_that_begins_below_the_first_block_told_is_told() {
        ChainTip first = blocks.on(blocks.best);
        ChainTip second = blocks.on(first);
        ChainFollower follower = new ChainFollower(blocks);
        ChainTip a = blocks.on(new ChainTip(START, blocks.link(first.hash()).previous()));
        ChainTip b = blocks.on(a);
        ChainTip c = blocks.on(b);
        assertThat(follower.poll())
                .containsExactly(
                        new BlockDisconnected(second),
                        new BlockDisconnected(first),
                        new BlockConnected(a),
                        new BlockConnected(b),
                        new BlockConnected(c));
    }

    @Test
    void a_chain_that_only_shrinks_is_told() {
        ChainTip first = blocks.on(blocks.best);
        ChainTip second = blocks.on(first);
        ChainFollower follower = new ChainFollower(blocks);
        blocks.best = first;
        assertThat(follower.poll()).containsExactly(new BlockDisconnected(second));
        assertThat(follower.tip()).isEqualTo(first);
    }

    @Test
    void what_a_block_brought_is_taken_back_in_reverse() {
        ChainTip ground = blocks.best;
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, START);
        follower.watch(spend.outpoint(0), START);
        ChainTip block = blocks.on(ground, spend);
        assertThat(follower.poll())
                .containsExactly(
                        new Spent(coin, spend, block),
                        new Confirmed(spend.outpoint(0), spend.outputs().get(0), block),
                        new BlockConnected(block));
        ChainTip instead = blocks.on(ground, other);
        assertThat(follower.poll())
                .containsExactly(
                        new Unconfirmed(spend.outpoint(0), block),
                        new Unspent(coin, block),
                        new BlockDisconnected(block),
                        new Spent(coin, other, instead),
                        new BlockConnected(instead));
    }

    @Test
    void what_was_missed_on_a_branch_that_is_undone_is_not_told() {
        ChainTip ground = blocks.best;
        ChainTip block = blocks.on(ground, spend);
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, START);
        ChainTip instead = blocks.on(ground, other);
        assertThat(follower.poll())
                .containsExactly(
                        new BlockDisconnected(block), new Spent(coin, other, instead), new BlockConnected(instead));
    }

    @Test
    void watching_from_a_later_height_leaves_out_what_was_before() {
        ChainTip block = blocks.on(blocks.best, spend);
        ChainTip next = blocks.on(block);
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, next.height());
        assertThat(follower.poll()).isEmpty();
    }

    @Test
    void watching_twice_tells_once() {
        ChainTip block = blocks.on(blocks.best, spend);
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, START);
        follower.watch(coin, START);
        assertThat(follower.poll()).containsExactly(new Spent(coin, spend, block));
        follower.watch(coin, START);
        assertThat(follower.poll()).isEmpty();
    }

    @Test
    void nothing_is_lost_when_the_node_goes_in_the_middle() {
        ChainTip early = blocks.on(blocks.best, spend);
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, START);
        ChainTip late = blocks.on(early);
        blocks.gone = true;
        assertThatThrownBy(follower::poll).isInstanceOf(ChainUnavailable.class);
        blocks.gone = false;
        assertThat(follower.poll()).containsExactly(new Spent(coin, spend, early), new BlockConnected(late));
    }

    @Test
    void what_is_forgotten_is_not_taken_back() {
        ChainTip ground = blocks.best;
        ChainTip block = blocks.on(ground, spend);
        ChainFollower follower = new ChainFollower(blocks);
        follower.watch(coin, START);
        List<ChainEvent> events = new ArrayList<>(follower.poll());
        follower.forget(coin);
        ChainTip instead = blocks.on(ground);
        events.addAll(follower.poll());
        assertThat(events)
                .containsExactly(
                        new Spent(coin, spend, block), new BlockDisconnected(block), new BlockConnected(instead));
    }
}
