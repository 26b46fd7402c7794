package org.gridbolt.penalty.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.payoutScript;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;

class FundPropertyTest {

    private static final long COINS_MAX = 2_100_000_000_000_000L;

    @Property(tries = 300)
    void shares_are_whole_coins_together_the_pool_and_within_one_of_the_proportion(
            @ForAll @LongRange(max = COINS_MAX) long pool,
            @ForAll @IntRange(min = 1, max = 50) int blocks,
            @ForAll Random random) {
        List<MinedBlock> mined = blocks(0, blocks, random, 5);
        List<MinerShare> shares = MinerShare.of(Coin.valueOf(pool), mined);

        assertThat(sum(shares)).isEqualTo(Coin.valueOf(pool));
        for (MinerShare share : shares) {
            BigInteger exact = BigInteger.valueOf(pool).multiply(BigInteger.valueOf(share.blocks()));
            BigInteger given = BigInteger.valueOf(share.coins().value).multiply(BigInteger.valueOf(blocks));
            assertThat(exact.subtract(given).abs()).isLessThan(BigInteger.valueOf(blocks));
        }
    }

    /** A miner that spreads its blocks over many names is paid a coin more at most for each name. */
    @Property(tries = 300)
    void many_names_win_no_more_than_a_coin_each(
            @ForAll @LongRange(max = COINS_MAX) long pool,
            @ForAll @IntRange(min = 2, max = 50) int blocks,
            @ForAll Random random) {
        List<MinedBlock> honest = blocks(0, blocks, random, 3);
        Miner one = honest.get(0).miner();
        List<MinedBlock> split = new ArrayList<>();
        for (MinedBlock block : honest) {
            boolean own = block.miner().equals(one);
            split.add(own ? new MinedBlock(block.height(), miner(100 + split.size())) : block);
        }
        List<Miner> names = split.stream()
                .map(MinedBlock::miner)
                .filter(miner ->
                        honest.stream().noneMatch(block -> block.miner().equals(miner)))
                .toList();
        Coin before = share(MinerShare.of(Coin.valueOf(pool), honest), List.of(one));
        Coin after = share(MinerShare.of(Coin.valueOf(pool), split), names);

        assertThat(after.subtract(before)).isLessThanOrEqualTo(Coin.valueOf(names.size()));
    }

    @Property(tries = 100)
    void any_ledger_sums_to_zero_at_every_page(@ForAll @IntRange(min = 1, max = 20) int slots, @ForAll Random random) {
        FundRule rule = FundRule.of(new PerMille(random.nextInt(1001)), new BlockHeight(10), new BlockCount(4));
        FundLedger ledger = FundLedger.open(ChainId.REGTEST, rule, new Slot(0));
        for (int slot = 0; slot < slots; slot++) {
            List<FundPayment> payments = random.nextBoolean() ? List.of() : payments(ledger, random);
            FundPage page = ledger.draft(income(random), blocks(14 + 4 * slot, random.nextInt(5), random, 3), payments);
            ledger = ledger.with(page).orElseThrow();
            assertThat(ledger.balances().values().stream().reduce(Coin.ZERO, Coin::add))
                    .isEqualTo(Coin.ZERO);
            assertThat(ledger.owed().values()).allMatch(Coin::isPositive);
            assertThat(FundPage.decode(page.encode()).value()).contains(page);
        }
    }

    private static SlotIncome income(Random random) {
        List<Forfeit> forfeits = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            long coins = random.nextInt(1_000_000);
            forfeits.add(new Forfeit(
                    new ChannelId(hash(random)),
                    hash(random),
                    Coin.valueOf(coins),
                    Coin.valueOf(coins * random.nextInt(1001) / 1000)));
        }
        return new SlotIncome(forfeits, Coin.valueOf(random.nextInt(1_000_000)));
    }

    private static List<FundPayment> payments(FundLedger ledger, Random random) {
        Sha256Hash txid = hash(random);
        return ledger.payable().stream()
                .map(output -> FundPayment.of(txid, output))
                .toList();
    }

    private static List<MinedBlock> blocks(int from, int count, Random random, int miners) {
        List<MinedBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new MinedBlock(new BlockHeight(from + i), miner(random.nextInt(miners))));
        }
        return blocks;
    }

    private static Miner miner(int number) {
        return new Miner(payoutScript("miner " + number));
    }

    private static Sha256Hash hash(Random random) {
        byte[] bytes = new byte[Sha256Hash.LENGTH];
        random.nextBytes(bytes);
        return Sha256Hash.wrap(Bytes.of(bytes).toArray());
    }

    private static Coin share(List<MinerShare> shares, List<Miner> miners) {
        return sum(
                shares.stream().filter(share -> miners.contains(share.miner())).toList());
    }

    private static Coin sum(List<MinerShare> shares) {
        return shares.stream().map(MinerShare::coins).reduce(Coin.ZERO, Coin::add);
    }
}
