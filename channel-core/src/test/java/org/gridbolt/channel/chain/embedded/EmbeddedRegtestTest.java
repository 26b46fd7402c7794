package org.gridbolt.channel.chain.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.RegtestMiner.Funded;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.Transaction;
import org.junit.jupiter.api.Test;

class EmbeddedRegtestTest {

    private static final BlockCount ONE = new BlockCount(1);
    private static final Bytes SCRIPT = Bytes.ofHex("0014" + "11".repeat(20));

    private final EmbeddedRegtest regtest = new EmbeddedRegtest(5);
    private final Puzzle puzzle = Puzzle.next();

    private static List<Bytes> history(long seed) {
        EmbeddedRegtest regtest = new EmbeddedRegtest(seed);
        Funded first = regtest.fund(SCRIPT, Coin.CENT);
        regtest.mine(new BlockCount(3));
        regtest.reorg(new BlockCount(2), List.of());
        Funded second = regtest.fund(SCRIPT, Coin.MILLICOIN);
        assertThat(second.outpoint()).isNotEqualTo(first.outpoint());
        return regtest.blocks();
    }

    @Test
    void the_same_seed_gives_the_same_blocks_and_another_gives_others() {
        assertThat(history(1)).isEqualTo(history(1));
        assertThat(history(1)).doesNotContainAnyElementsOf(history(2));
    }

    @Test
    void a_block_made_again_on_the_same_parent_is_another() {
        Bytes before = regtest.blocks().get(100);
        regtest.reorg(ONE, List.of());
        assertThat(regtest.blocks().get(100)).isNotEqualTo(before);
    }

    @Test
    void coins_can_be_handed_out_after_a_reorg_that_undid_the_last_time() {
        Funded undone = regtest.fund(SCRIPT, Coin.CENT);
        regtest.reorg(ONE, List.of());
        Funded again = regtest.fund(SCRIPT, Coin.CENT);
        assertThat(regtest.connect().output(undone.outpoint()).orElseThrow().isConfirmed())
                .isTrue();
        assertThat(regtest.connect().output(again.outpoint()).orElseThrow().isConfirmed())
                .isTrue();
    }

    @Test
    void more_than_there_is_cannot_be_handed_out() {
        assertThatThrownBy(() -> regtest.fund(SCRIPT, Coin.valueOf(60, 0))).isInstanceOf(ChainUnavailable.class);
        assertThat(regtest.fund(SCRIPT, Coin.valueOf(40, 0)).transaction()).isNotNull();
    }

    @Test
    void dust_cannot_be_handed_out() {
        assertThatThrownBy(() -> regtest.fund(SCRIPT, Coin.valueOf(293))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_reorg_is_of_no_block_or_of_more_than_there_are() {
        assertThatThrownBy(() -> regtest.reorg(BlockCount.ZERO, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> regtest.reorg(new BlockCount(102), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_block_that_spends_twice_is_refused_and_changes_nothing() {
        Funded funded = regtest.fund(puzzle.scriptPubKey(), Coin.CENT);
        Transaction one = puzzle.spend(funded.outpoint(), Coin.CENT, Coin.valueOf(1));
        Transaction two = puzzle.spend(funded.outpoint(), Coin.CENT, Coin.valueOf(2));
        List<Bytes> before = regtest.blocks();
        assertThatThrownBy(() -> regtest.mineExactly(List.of(one, two))).isInstanceOf(IllegalArgumentException.class);
        assertThat(regtest.blocks()).isEqualTo(before);
        assertThat(regtest.connect().output(funded.outpoint())).isPresent();
        regtest.mineExactly(List.of(two));
        assertThat(regtest.connect().output(two.outpoint(0)).orElseThrow().isConfirmed())
                .isTrue();
    }

    @Test
    void a_block_makes_no_coins_beyond_its_reward() {
        Funded funded = regtest.fund(puzzle.scriptPubKey(), Coin.CENT);
        Transaction more = puzzle.spend(funded.outpoint(), Coin.CENT.add(Coin.SATOSHI), Coin.ZERO);
        assertThatThrownBy(() -> regtest.mineExactly(List.of(more))).isInstanceOf(IllegalArgumentException.class);
    }

    /** What a reorg sends back stays, a package without fee included, and what conflicts with the new past goes. */
    @Test
    void a_reorg_sends_back_what_it_undid() {
        Funded funded = regtest.fund(puzzle.scriptPubKey(), Coin.CENT);
        Transaction parent = puzzle.zeroFeeParent(funded.outpoint(), Coin.CENT);
        Transaction child = puzzle.childOf(parent, Coin.valueOf(5_000));
        assertThat(regtest.submit(List.of(parent, child))).isEqualTo(new SubmitResult.Accepted());
        regtest.mine(ONE);
        assertThat(regtest.mempool()).isEmpty();
        regtest.reorg(ONE, List.of());
        assertThat(regtest.mempool()).containsExactlyInAnyOrder(parent.txid(), child.txid());
        regtest.mine(ONE);
        regtest.reorg(new BlockCount(3), List.of(puzzle.otherZeroFeeParent(funded.outpoint(), Coin.CENT)));
        assertThat(regtest.mempool()).isEmpty();
    }

    @Test
    void the_reward_halves_every_150_blocks_and_coins_are_conserved() {
        regtest.mine(new BlockCount(400));
        assertThat(IntStream.of(0, 149, 150, 299, 300, 10_000).mapToObj(height -> ActiveChain.reward(height).value))
                .containsExactly(5_000_000_000L, 5_000_000_000L, 2_500_000_000L, 2_500_000_000L, 1_250_000_000L, 0L);
    }
}
