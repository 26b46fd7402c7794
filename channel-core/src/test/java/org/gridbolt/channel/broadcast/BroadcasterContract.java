package org.gridbolt.channel.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.broadcast.Broadcaster.Trouble;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a transaction without a fee gets into the chain, and what its owner is told when it does not; on either chain. */
abstract class BroadcasterContract {

    private static final FeeRate MOST = new FeeRate(20_000);
    private static final int PATIENCE = 3;
    private static final FeePolicy POLICY =
            new FeePolicy(FeeRate.RELAY, MOST, Coin.valueOf(30_000), new BlockCount(3), new BlockCount(PATIENCE));
    private static final Coin WALLET = Coin.valueOf(300_000);

    private final Puzzle puzzle = Puzzle.next();
    private final PuzzlePurse purse = new PuzzlePurse();
    private Broadcaster broadcaster = new Broadcaster(new SilentChain(), purse, POLICY);
    private Outpoint wallet = Outpoint.NONE;

    abstract Chain chain();

    abstract RegtestMiner miner();

    @BeforeEach
    void fund() {
        broadcaster = new Broadcaster(chain(), purse, POLICY);
        wallet = miner().fund(puzzle.scriptPubKey(), WALLET).outpoint();
    }

    /** A reserve of coins behind puzzles. */
    private final class PuzzlePurse implements Reserve {

        private final List<Outpoint> coins = new ArrayList<>();
        private final List<Transaction> sent = new ArrayList<>();
        private Coin value = Coin.ZERO;

        void fill(Coin coin) {
            value = coin;
            coins.add(miner().fund(puzzle.scriptPubKey(), coin).outpoint());
        }

        @Override
        public Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins) {
            return coins.stream().findFirst().flatMap(coin -> {
                Transaction free = child(parent, coin, Coin.ZERO);
                Coin fee = rate.feeFor(parent.vsize() + free.vsize());
                boolean pays = !fee.isGreaterThan(mostCoins) && fee.isLessThan(value.subtract(Coin.valueOf(330)));
                return pays ? Optional.of(child(parent, coin, fee)) : Optional.empty();
            });
        }

        @Override
        public void gone(Outpoint coin) {
            coins.remove(coin);
        }

        Transaction lastCoinFor(Transaction parent, FeeRate rate) {
            Outpoint coin = coins.get(coins.size() - 1);
            Transaction free = child(parent, coin, Coin.ZERO);
            return child(parent, coin, rate.feeFor(parent.vsize() + free.vsize()));
        }

        private Transaction child(Transaction parent, Outpoint coin, Coin fee) {
            return new Transaction(
                    Transaction.TRUC,
                    List.of(TxInput.unsigned(parent.outpoint(1), 0xffff_fffdL), puzzle.input(coin)),
                    List.of(new TxOutput(value.subtract(fee), puzzle.scriptPubKey())),
                    0);
        }

        @Override
        public void sent(Transaction child) {
            sent.add(child);
        }

        Transaction newest() {
            return sent.get(sent.size() - 1);
        }
    }

    /** Of version 3, with all coins in one output, the {@code salt} telling it from others, and an anchor. */
    private Publish version(int salt) {
        Transaction transaction = new Transaction(
                Transaction.TRUC,
                List.of(puzzle.input(wallet)),
                List.of(
                        new TxOutput(WALLET, puzzle.scriptPubKey()),
                        new TxOutput(Coin.ZERO, AnchorScript.ANCHOR.scriptPubKey())),
                salt);
        return new Publish(Purpose.COMMITMENT, transaction, Optional.of(transaction.outpoint(1)));
    }

    /** A block that has nothing of the mempool. */
    private List<Trouble> emptyBlock() {
        miner().mineExactly(List.of());
        return broadcaster.onTip();
    }

    private boolean isConfirmed(Transaction transaction) {
        return chain().output(transaction.outpoint(0))
                .filter(output -> output.isConfirmed())
                .isPresent();
    }

    @Test
    void it_comes_in_with_a_child_and_is_mined() {
        purse.fill(Coin.valueOf(50_000));
        Publish version = version(0);
        assertThat(broadcaster.publish(version)).isEmpty();
        miner().mine(new BlockCount(1));

        assertThat(broadcaster.onTip()).isEmpty();
        assertThat(isConfirmed(version.transaction())).isTrue();
        assertThat(purse.sent).hasSize(1);
    }

    @Test
    void a_child_that_is_stuck_is_replaced_by_one_that_pays_twice_as_much_and_never_sooner() {
        purse.fill(Coin.valueOf(50_000));
        Publish version = version(0);
        assertThat(broadcaster.publish(version)).isEmpty();
        Transaction first = purse.newest();
        for (int block = 1; block < PATIENCE; block++) {
            assertThat(emptyBlock()).isEmpty();
        }
        assertThat(purse.sent).hasSize(1);

        assertThat(emptyBlock()).isEmpty();

        assertThat(purse.sent).hasSize(2);
        Coin paidFirst = Coin.valueOf(50_000).subtract(first.outputTotal());
        Coin paidThen = Coin.valueOf(50_000).subtract(purse.newest().outputTotal());
        assertThat(paidThen).isBetween(paidFirst.multiply(2).subtract(Coin.SATOSHI), paidFirst.multiply(2));
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(purse.newest())).isTrue();
    }

    @Test
    void at_the_cap_nothing_more_is_paid_and_the_owner_is_told() {
        purse.fill(Coin.valueOf(50_000));
        assertThat(broadcaster.publish(version(0))).isEmpty();
        List<Trouble> troubles = new ArrayList<>();
        for (int block = 0; block < 10 * PATIENCE; block++) {
            troubles.addAll(emptyBlock());
        }

        assertThat(troubles).extracting(Trouble::flaw).containsOnly(new BroadcastFlaw.CapReached(MOST));
        Transaction newest = purse.newest();
        Coin most = MOST.feeFor(version(0).transaction().vsize() + newest.vsize());
        assertThat(Coin.valueOf(50_000).subtract(newest.outputTotal())).isEqualTo(most);
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(newest)).isTrue();
    }

    @Test
    void an_empty_reserve_is_told_and_filled_later_it_pays() {
        Publish version = version(0);
        assertThat(broadcaster.publish(version))
                .extracting(Trouble::flaw)
                .hasSize(1)
                .hasOnlyElementsOfType(BroadcastFlaw.ReserveSpent.class);

        purse.fill(Coin.valueOf(50_000));
        assertThat(broadcaster.onTip()).isEmpty();
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(version.transaction())).isTrue();
    }

    /** The other version is there, with a child that pays ten times the least: it is outbid at once. */
    @Test
    void another_transaction_in_its_place_is_outbid_within_the_cap() {
        purse.fill(Coin.valueOf(50_000));
        purse.fill(Coin.valueOf(50_000));
        Publish other = version(1);
        Transaction rich = purse.lastCoinFor(other.transaction(), new FeeRate(10_000));
        assertThat(chain().submit(List.of(other.transaction(), rich)).isThere()).isTrue();

        Publish version = version(0);
        assertThat(broadcaster.publish(version)).isEmpty();

        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(version.transaction())).isTrue();
    }

    @Test
    void one_that_bids_above_the_cap_is_not_outbid_and_nothing_else_happens() {
        purse.fill(Coin.valueOf(50_000));
        purse.fill(Coin.valueOf(50_000));
        Publish other = version(1);
        Transaction rich = purse.lastCoinFor(other.transaction(), new FeeRate(90_000));
        assertThat(chain().submit(List.of(other.transaction(), rich)).isThere()).isTrue();

        assertThat(broadcaster.publish(version(0)))
                .extracting(Trouble::flaw)
                .containsExactly(new BroadcastFlaw.CapReached(MOST));
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(other.transaction())).isTrue();
        assertThat(broadcaster.onTip()).isEmpty();
    }

    /** Whoever keeps the reserve spent the first of its coins on something else. */
    @Test
    void a_coin_of_the_reserve_that_is_spent_is_passed_over() {
        purse.fill(Coin.valueOf(50_000));
        purse.fill(Coin.valueOf(50_000));
        Outpoint first = purse.coins.get(0);
        miner().mineExactly(List.of(puzzle.spend(first, Coin.valueOf(50_000), Coin.valueOf(1_000))));
        Publish version = version(0);

        assertThat(broadcaster.publish(version)).isEmpty();

        assertThat(purse.coins).doesNotContain(first);
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(version.transaction())).isTrue();
    }

    @Test
    void what_no_block_may_have_is_told_with_the_nodes_words() {
        purse.fill(Coin.valueOf(50_000));
        Publish good = version(0);
        Publish bad = new Publish(Purpose.COMMITMENT, puzzle.withWrongWitness(good.transaction()), good.anchor());

        assertThat(broadcaster.publish(bad))
                .extracting(Trouble::flaw)
                .hasOnlyElementsOfType(BroadcastFlaw.Refused.class);
    }

    /** Of two claims of one output by one party the later counts. */
    @Test
    void a_later_offer_takes_the_place_of_an_earlier_one() {
        purse.fill(Coin.valueOf(50_000));
        purse.fill(Coin.valueOf(50_000));
        Publish first = version(0);
        Publish second = version(1);
        assertThat(broadcaster.publish(first)).isEmpty();
        assertThat(broadcaster.publish(second)).isEmpty();

        assertThat(broadcaster.isOffering(first.transaction().txid())).isFalse();
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(second.transaction())).isTrue();
    }

    @Test
    void what_a_reorganisation_takes_back_is_offered_again() {
        purse.fill(Coin.valueOf(50_000));
        Publish version = version(0);
        assertThat(broadcaster.publish(version)).isEmpty();
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(version.transaction())).isTrue();

        miner().reorg(new BlockCount(1), List.of());
        assertThat(broadcaster.onTip()).isEmpty();
        miner().mine(new BlockCount(1));
        assertThat(isConfirmed(version.transaction())).isTrue();
    }

    @Test
    void a_chain_that_does_not_answer_is_told_and_asked_again() {
        SilentChain silent = new SilentChain();
        Broadcaster unheard = new Broadcaster(silent, purse, POLICY);

        assertThat(unheard.publish(version(0)))
                .extracting(Trouble::flaw)
                .hasOnlyElementsOfType(BroadcastFlaw.ChainSilent.class);
        assertThat(unheard.onTip()).hasSize(1);
        assertThat(unheard.isOffering(version(0).transaction().txid())).isTrue();
    }
}
