package org.gridbolt.penalty.fund;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;

/**
 * One slot of the fund: what it received, and how that is shared among those who mined the blocks of the slot after it. Everything
 * follows from what anybody can see, the rulings on chain, the turnover that the utility states, and the coinbases; so anybody can
 * compute it again. The utility signs each page, and each names the one before.
 *
 * <p>Tag: {@code gridbolt/fund-page/1}. Encoding: chain (32); turnover share (4), least payment (8), slot zero (4), slot length (4);
 * slot (4), carried (8); as lists with a count (4): forfeits (channel 32, ruling 32, coins 8, consumer's coins 8); turnover (8);
 * blocks (height 4, script); payments (transaction id 32, script, coins 8); previous (32).
 *
 * @param chain the chain of the blocks
 * @param rule how the fund is run
 * @param slot the slot
 * @param carried what the slot before left, having had no miner to give it to
 * @param income what happened in the slot
 * @param blocks those of the next slot, by rising height; without those that pay nobody
 * @param payments of what miners were owed before this page
 * @param previous the hash of the page before, or {@link Sha256Hash#ZERO_HASH} for the first
 */
public record FundPage(
        ChainId chain,
        FundRule rule,
        Slot slot,
        Coin carried,
        SlotIncome income,
        List<MinedBlock> blocks,
        List<FundPayment> payments,
        Sha256Hash previous)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/fund-page/1");

    private static final int BLOCKS_MAX = 100_000;
    private static final int PAYMENTS_MAX = 100_000;
    private static final FundAccount POOL = new FundAccount.Pool();

    public FundPage {
        blocks = List.copyOf(blocks);
        payments = List.copyOf(payments);
        requireBlocks(rule, slot.next(), blocks);
        if (carried.isNegative()) {
            throw new IllegalArgumentException("no pool to carry on: " + carried.value);
        }
        requireBalance(entries(slot, pool(rule, carried, income), rule, income, blocks, payments));
    }

    private static void requireBlocks(FundRule rule, Slot slot, List<MinedBlock> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            boolean rises =
                    i == 0 || blocks.get(i).height().isAfter(blocks.get(i - 1).height());
            if (!rises || !rule.isIn(slot, blocks.get(i).height())) {
                throw new IllegalArgumentException("not the next block of " + slot + ": " + blocks.get(i));
            }
        }
    }

    /** MUST 6.4: the entries sum to zero. */
    private static void requireBalance(List<FundEntry> entries) {
        Coin sum = entries.stream().map(FundEntry::coins).reduce(Coin.ZERO, Coin::add);
        if (!sum.isZero()) {
            throw new IllegalStateException("the entries sum to " + sum.value + ": " + entries);
        }
    }

    private static Coin pool(FundRule rule, Coin carried, SlotIncome income) {
        return carried.add(rule.incomeOf(income));
    }

    /** What there is to share. */
    public Coin pool() {
        return pool(rule, carried, income);
    }

    /** What each miner of the next slot gets of it. */
    public List<MinerShare> shares() {
        return MinerShare.of(pool(), blocks);
    }

    /** What is left for the slot after: everything, when nobody could be paid. */
    public Coin left() {
        return blocks.isEmpty() ? pool() : Coin.ZERO;
    }

    /** Every coin that moved; together 0. */
    public List<FundEntry> entries() {
        return entries(slot, pool(), rule, income, blocks, payments);
    }

    private static List<FundEntry> entries(
            Slot slot,
            Coin pool,
            FundRule rule,
            SlotIncome income,
            List<MinedBlock> blocks,
            List<FundPayment> payments) {
        List<FundEntry> entries = new ArrayList<>(payments(slot, payments));
        income.forfeits().forEach(forfeit -> entries.addAll(forfeited(slot, forfeit)));
        if (!income.forfeited().isPositive()) {
            entries.addAll(move(slot, new FundAccount.Utility(), POOL, rule.incomeOf(income), "share of the turnover"));
        }
        MinerShare.of(pool, blocks).forEach(share -> entries.addAll(shared(slot, share)));
        return List.copyOf(entries);
    }

    private static List<FundEntry> forfeited(Slot slot, Forfeit forfeit) {
        FundAccount producer = new FundAccount.Producer(forfeit.channel());
        FundAccount consumer = new FundAccount.Consumer(forfeit.channel());
        List<FundEntry> entries = new ArrayList<>(move(slot, producer, POOL, forfeit.pool(), "forfeit"));
        entries.addAll(move(slot, producer, consumer, forfeit.consumerShare(), "consumer's share of the forfeit"));
        return entries;
    }

    private static List<FundEntry> shared(Slot slot, MinerShare share) {
        String reason = share.blocks() + (share.blocks() == 1 ? " block of " : " blocks of ") + slot.next();
        return move(slot, POOL, new FundAccount.Owed(share.miner()), share.coins(), reason);
    }

    private static List<FundEntry> payments(Slot slot, List<FundPayment> payments) {
        return payments.stream()
                .flatMap(paid -> move(
                        slot,
                        new FundAccount.Owed(paid.miner()),
                        new FundAccount.Payment(paid.txid()),
                        paid.coins(),
                        "paid out")
                        .stream())
                .toList();
    }

    private static List<FundEntry> move(Slot slot, FundAccount from, FundAccount to, Coin coins, String reason) {
        return coins.isZero()
                ? List.of()
                : List.of(new FundEntry(slot, from, coins.negate(), reason), new FundEntry(slot, to, coins, reason));
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        writer.hash(chain.genesis());
        rule.writeTo(writer);
        writer.number(slot.number()).coins(carried);
        income.writeTo(writer);
        writer.list(blocks, (out, block) -> block.writeTo(out))
                .list(payments, (out, payment) -> payment.writeTo(out))
                .hash(previous);
    }

    /** Reads the fields. */
    public static FundPage readFrom(CanonicalReader reader) {
        return new FundPage(
                new ChainId(reader.hash()),
                FundRule.readFrom(reader),
                new Slot(reader.number()),
                reader.coins(),
                SlotIncome.readFrom(reader),
                reader.list(BLOCKS_MAX, MinedBlock::readFrom),
                reader.list(PAYMENTS_MAX, FundPayment::readFrom),
                reader.hash());
    }

    /** The page that {@code encoding} spells. */
    public static Outcome<FundPage, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, FundPage::readFrom);
    }
}
