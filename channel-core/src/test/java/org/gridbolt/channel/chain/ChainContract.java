package org.gridbolt.channel.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.ChainEvent.BlockConnected;
import org.gridbolt.channel.chain.ChainEvent.BlockDisconnected;
import org.gridbolt.channel.chain.ChainEvent.Confirmed;
import org.gridbolt.channel.chain.ChainEvent.Spent;
import org.gridbolt.channel.chain.ChainEvent.Unspent;
import org.gridbolt.channel.chain.RegtestMiner.Funded;
import org.gridbolt.channel.chain.SubmitResult.Accepted;
import org.gridbolt.channel.chain.SubmitResult.AlreadyKnown;
import org.gridbolt.channel.chain.SubmitResult.Rejected;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;

/** What every chain must do, whoever judges: each implementation runs these tests. */
abstract class ChainContract {

    private static final Coin AMOUNT = Coin.valueOf(100_000);
    private static final BlockCount ONE = new BlockCount(1);

    /** A new view. */
    abstract Chain chain();

    /** The power over what it views. */
    abstract RegtestMiner miner();

    private final Puzzle puzzle = Puzzle.next();

    private Funded funded() {
        return miner().fund(puzzle.scriptPubKey(), AMOUNT);
    }

    private static void catchUp(Chain chain) {
        List<ChainEvent> ignored = chain.poll();
    }

    private static BlockHeight above(ChainTip tip) {
        return tip.height().plus(ONE);
    }

    @Test
    void it_is_on_regtest() {
        assertThat(chain().identity().network()).isEqualTo(BitcoinNetwork.REGTEST);
    }

    @Test
    void mined_blocks_are_told_in_their_order() {
        Chain chain = chain();
        List<ChainTip> mined = miner().mine(new BlockCount(3));
        assertThat(chain.poll())
                .isEqualTo(mined.stream().map(BlockConnected::new).toList());
        assertThat(chain.tip()).isEqualTo(mined.get(2));
        assertThat(chain.poll()).isEmpty();
    }

    @Test
    void a_view_stands_still_until_it_is_polled() {
        Chain chain = chain();
        ChainTip before = chain.tip();
        miner().mine(ONE);
        assertThat(chain.tip()).isEqualTo(before);
    }

    @Test
    void a_funded_output_is_there_with_one_confirmation() {
        Chain chain = chain();
        Funded funded = funded();
        assertThat(funded.outpoint()).isEqualTo(funded.transaction().outpoint(0));
        assertThat(chain.output(funded.outpoint()))
                .contains(new ChainOutput(new TxOutput(AMOUNT, puzzle.scriptPubKey()), ONE, false));
    }

    @Test
    void an_output_that_never_was_is_not_there() {
        assertThat(chain().output(new Outpoint(puzzle.nowhere(), 0))).isEmpty();
    }

    @Test
    void an_output_that_the_mempool_spends_is_no_longer_there_and_what_replaces_it_is_unconfirmed() {
        Chain chain = chain();
        Funded funded = funded();
        Transaction spend = puzzle.spend(funded.outpoint(), AMOUNT, Coin.valueOf(1_000));
        assertThat(chain.submit(List.of(spend))).isEqualTo(new Accepted());
        assertThat(chain.output(funded.outpoint())).isEmpty();
        ChainOutput output = chain.output(spend.outpoint(0)).orElseThrow();
        assertThat(output.isConfirmed()).isFalse();
        miner().mine(ONE);
        assertThat(chain.output(spend.outpoint(0)).orElseThrow().confirmations())
                .isEqualTo(ONE);
    }

    @Test
    void what_spends_an_output_in_the_mempool_is_found_until_a_block_has_it() {
        Chain chain = chain();
        Funded funded = funded();
        assertThat(chain.unconfirmedSpender(funded.outpoint())).isEmpty();
        Transaction spend = puzzle.spend(funded.outpoint(), AMOUNT, Coin.valueOf(1_000));
        assertThat(chain.submit(List.of(spend))).isEqualTo(new Accepted());
        assertThat(chain.unconfirmedSpender(funded.outpoint())).contains(spend);
        miner().mine(ONE);
        assertThat(chain.unconfirmedSpender(funded.outpoint())).isEmpty();
        assertThat(chain.unconfirmedSpender(new Outpoint(puzzle.nowhere(), 0))).isEmpty();
    }

    @Test
    void who_mined_a_block_is_told_by_its_coinbase() {
        Chain chain = chain();
        ChainTip block = miner().mineTo(puzzle.scriptPubKey());
        Transaction coinbase = chain.coinbase(block.height()).orElseThrow();
        assertThat(coinbase.isCoinbase()).isTrue();
        assertThat(coinbase.outputs().get(0).script()).isEqualTo(puzzle.scriptPubKey());
        assertThat(chain.coinbase(above(block))).isEmpty();
    }

    @Test
    void a_coinbase_is_mature_after_a_hundred_blocks() {
        Chain chain = chain();
        ChainTip block = miner().mine(ONE).get(0);
        catchUp(chain);
        Outpoint coinbase = coinbaseOf(block);
        miner().mine(new BlockCount(98));
        assertThat(chain.output(coinbase).orElseThrow().isMature()).isFalse();
        assertThat(chain.output(coinbase).orElseThrow().coinbase()).isTrue();
        miner().mine(ONE);
        assertThat(chain.output(coinbase).orElseThrow().isMature()).isTrue();
    }

    /** The first transaction of {@code block}. */
    abstract Outpoint coinbaseOf(ChainTip block);

    @Test
    void a_transaction_offered_twice_is_known() {
        Chain chain = chain();
        Transaction spend = puzzle.spend(funded().outpoint(), AMOUNT, Coin.valueOf(1_000));
        assertThat(chain.submit(List.of(spend))).isEqualTo(new Accepted());
        assertThat(chain.submit(List.of(spend))).isEqualTo(new AlreadyKnown());
        miner().mine(ONE);
        assertThat(chain.submit(List.of(spend))).isEqualTo(new AlreadyKnown());
    }

    @Test
    void a_wrong_witness_is_refused() {
        Transaction spend = puzzle.spend(funded().outpoint(), AMOUNT, Coin.valueOf(1_000));
        assertRefused(puzzle.withWrongWitness(spend), RejectCause.SCRIPT);
    }

    @Test
    void a_transaction_without_fee_is_refused_alone() {
        assertRefused(puzzle.spend(funded().outpoint(), AMOUNT, Coin.ZERO), RejectCause.FEE_TOO_LOW);
    }

    @Test
    void an_input_that_does_not_exist_is_refused() {
        Outpoint nowhere = new Outpoint(puzzle.nowhere(), 0);
        assertRefused(puzzle.spend(nowhere, AMOUNT, Coin.valueOf(1_000)), RejectCause.INPUTS_MISSING_OR_SPENT);
    }

    @Test
    void a_lock_time_of_the_next_block_is_too_early_and_of_the_tip_is_not() {
        Chain chain = chain();
        Transaction spend = puzzle.spend(funded().outpoint(), AMOUNT, Coin.valueOf(1_000));
        catchUp(chain);
        int next = chain.tip().height().value() + 1;
        assertRefused(puzzle.withLockTime(spend, next), RejectCause.NOT_YET_FINAL);
        assertThat(chain.submit(List.of(puzzle.withLockTime(spend, next - 1)))).isEqualTo(new Accepted());
    }

    private void assertRefused(Transaction transaction, RejectCause cause) {
        assertThat(chain().submit(List.of(transaction))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.txid()).isEqualTo(transaction.txid());
            assertThat(rejected.cause()).as(rejected.reason()).isEqualTo(cause);
        });
    }

    @Test
    void a_parent_without_fee_comes_in_with_its_child() {
        Chain chain = chain();
        Transaction parent = puzzle.zeroFeeParent(funded().outpoint(), AMOUNT);
        Transaction child = puzzle.childOf(parent, Coin.valueOf(2_000));
        assertThat(chain.submit(List.of(parent))).isInstanceOf(Rejected.class);
        assertThat(chain.submit(List.of(parent, child))).isEqualTo(new Accepted());
        assertThat(chain.submit(List.of(parent, child))).isEqualTo(new AlreadyKnown());
        miner().mine(ONE);
        assertThat(chain.output(child.outpoint(0)).orElseThrow().isConfirmed()).isTrue();
    }

    @Test
    void a_package_whose_parent_is_confirmed_is_its_child() {
        Chain chain = chain();
        Transaction parent = puzzle.zeroFeeParent(funded().outpoint(), AMOUNT);
        miner().mineExactly(List.of(parent));
        Transaction child = puzzle.childOf(parent, Coin.valueOf(2_000));
        assertThat(chain.submit(List.of(parent, child))).isEqualTo(new Accepted());
    }

    @Test
    void a_child_that_pays_too_little_brings_its_parent_down() {
        Transaction parent = puzzle.zeroFeeParent(funded().outpoint(), AMOUNT);
        Transaction child = puzzle.childOf(parent, Coin.valueOf(5));
        assertThat(chain().submit(List.of(parent, child)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.cause())
                                .as(rejected.reason())
                                .isEqualTo(RejectCause.FEE_TOO_LOW));
    }

    @Test
    void a_better_paying_package_replaces_the_one_it_conflicts_with() {
        Chain chain = chain();
        Outpoint wallet = funded().outpoint();
        Transaction first = puzzle.zeroFeeParent(wallet, AMOUNT);
        Transaction second = puzzle.otherZeroFeeParent(wallet, AMOUNT);
        assertThat(chain.submit(List.of(first, puzzle.childOf(first, Coin.valueOf(2_000)))))
                .isEqualTo(new Accepted());
        assertThat(chain.submit(List.of(second, puzzle.childOf(second, Coin.valueOf(2_000)))))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.cause())
                                .as(rejected.reason())
                                .isEqualTo(RejectCause.CONFLICT));
        assertThat(chain.submit(List.of(second, puzzle.childOf(second, Coin.valueOf(8_000)))))
                .isEqualTo(new Accepted());
        assertThat(chain.output(first.outpoint(0))).isEmpty();
        assertThat(chain.output(second.outpoint(1))).isPresent();
    }

    @Test
    void who_makes_and_who_spends_a_watched_output_is_told() {
        Chain chain = chain();
        Funded funded = funded();
        Transaction spend = puzzle.spend(funded.outpoint(), AMOUNT, Coin.valueOf(1_000));
        catchUp(chain);
        chain.watch(spend.outpoint(0), above(chain.tip()));
        chain.watch(funded.outpoint(), above(chain.tip()));
        assertThat(chain.submit(List.of(spend))).isEqualTo(new Accepted());
        ChainTip block = miner().mine(ONE).get(0);
        assertThat(chain.poll())
                .containsExactly(
                        new Spent(funded.outpoint(), spend, block),
                        new Confirmed(spend.outpoint(0), spend.outputs().get(0), block),
                        new BlockConnected(block));
    }

    @Test
    void watching_late_misses_nothing() {
        Chain chain = chain();
        Funded funded = funded();
        Transaction spend = puzzle.spend(funded.outpoint(), AMOUNT, Coin.valueOf(1_000));
        ChainTip block = miner().mineExactly(List.of(spend));
        catchUp(chain);
        chain.watch(funded.outpoint(), funded.block().height());
        assertThat(chain.poll())
                .containsExactly(
                        new Confirmed(
                                funded.outpoint(),
                                funded.transaction().outputs().get(0),
                                funded.block()),
                        new Spent(funded.outpoint(), spend, block));
        assertThat(chain.poll()).isEmpty();
    }

    @Test
    void a_forgotten_outpoint_is_told_of_no_more() {
        Chain chain = chain();
        Funded funded = funded();
        chain.watch(funded.outpoint(), funded.block().height());
        chain.forget(funded.outpoint());
        assertThat(chain.poll()).containsExactly(new BlockConnected(funded.block()));
    }

    @Test
    void a_reorg_undoes_blocks_and_a_spend_returns_to_the_mempool() {
        Chain chain = chain();
        Funded funded = funded();
        Transaction spend = puzzle.spend(funded.outpoint(), AMOUNT, Coin.valueOf(1_000));
        chain.watch(funded.outpoint(), above(funded.block()));
        ChainTip first = miner().mineExactly(List.of(spend));
        ChainTip second = miner().mine(ONE).get(0);
        catchUp(chain);
        ChainTip tip = miner().reorg(new BlockCount(2), List.of());
        List<ChainEvent> events = chain.poll();
        assertThat(events)
                .hasSize(6)
                .startsWith(
                        new BlockDisconnected(second),
                        new Unspent(funded.outpoint(), first),
                        new BlockDisconnected(first))
                .endsWith(new BlockConnected(tip));
        assertThat(tip.height()).isEqualTo(above(second));
        assertThat(chain.output(spend.outpoint(0)).orElseThrow().isConfirmed()).isFalse();
        ChainTip again = miner().mine(ONE).get(0);
        assertThat(chain.poll()).containsExactly(new Spent(funded.outpoint(), spend, again), new BlockConnected(again));
    }

    @Test
    void a_reorg_can_mine_another_spend_instead() {
        Chain chain = chain();
        Funded funded = funded();
        chain.watch(funded.outpoint(), above(funded.block()));
        Transaction spend = puzzle.zeroFeeParent(funded.outpoint(), AMOUNT);
        Transaction other = puzzle.otherZeroFeeParent(funded.outpoint(), AMOUNT);
        ChainTip undone = miner().mineExactly(List.of(spend));
        catchUp(chain);
        ChainTip tip = miner().reorg(ONE, List.of(other));
        List<ChainEvent> events = chain.poll();
        assertThat(events)
                .hasSize(5)
                .startsWith(new Unspent(funded.outpoint(), undone), new BlockDisconnected(undone))
                .endsWith(new BlockConnected(tip));
        assertThat(events.get(2))
                .isEqualTo(new Spent(funded.outpoint(), other, events.get(2).block()));
        assertThat(chain.output(spend.outpoint(0))).isEmpty();
    }

    @Test
    void a_block_with_a_wrong_witness_is_not_mined() {
        Transaction spend = puzzle.withWrongWitness(puzzle.spend(funded().outpoint(), AMOUNT, Coin.ZERO));
        assertThatThrownBy(() -> miner().mineExactly(List.of(spend))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_estimate_is_absent_or_within_reason() {
        assertThat(chain().estimate(new BlockCount(6))).isNotInstanceOf(FeeEstimate.Absurd.class);
    }
}
