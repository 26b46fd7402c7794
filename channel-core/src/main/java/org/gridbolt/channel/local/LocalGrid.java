package org.gridbolt.channel.local;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.fund.FundRule;
import org.gridbolt.pricing.TradePlan;

/** The channels of one utility in this process, over one chain and with the same slots, and the utility's slot fund. */
public final class LocalGrid {

    /** Before slot 0, for the opening. */
    private static final BlockCount OPENING = new BlockCount(8);

    /** A day, and what follows from its last slot. */
    private static final int SLOTS = 26;

    /** A payout takes a page, a block and a burial; so many slots are enough for what is paid in two. */
    private static final int SETTLING_SLOTS_MAX = 12;

    /** What pays for a payout's child, and more than what a payout changes. */
    private static final Coin CHILD = Coin.valueOf(20_000);

    private static final BlockCount SLOT = new BlockCount(LocalSetup.BLOCKS_PER_SLOT);

    private final Blocks blocks;
    private final List<LocalChannel> channels = new ArrayList<>();
    private final LocalFund fund;

    private LocalGrid(RegtestNode node, GridSetup setup, List<LocalSetup> setups, LocalStores stores) {
        RegtestMiner miner = node.miner();
        List<Purses> purses = setups.stream()
                .map(channel -> new Purses(keys(channel, setup), channel, miner))
                .toList();
        LocalKeys keys = new LocalKeys(setup.seed(), setup.seed());
        Purse coins = new Purse(keys.key(Party.UTILITY, "payout"));
        Purse children = new Purse(keys.key(Party.UTILITY, "payout children"));
        var treasury = miner.fund(coins.script(), treasury(setup, setups));
        var child = miner.fund(children.script(), CHILD);
        Chain view = node.view();
        BlockHeight slotZero = view.tip().height().plus(OPENING);
        this.blocks = new Blocks(miner, Miners.of(setup.seed()), view, slotZero);
        SlotSchedule schedule = SlotSchedule.of(slotZero, SLOT, slotZero.plus(SLOT.times(SLOTS)), Windows.DEFAULT);
        for (int place = 0; place < setups.size(); place++) {
            LocalSetup channel = setups.get(place);
            LocalKeys own = keys(channel, setup);
            Three three = new Three(node, blocks, own, channel, setup.sponsor(), purses.get(place), schedule, stores);
            channels.add(new LocalChannel(this, own, three));
        }
        FundRule rule = new FundRule(setup.turnoverShare(), setup.leastPayment(), slotZero, SLOT);
        this.fund = new LocalFund(node, setup, rule, channels, coins, children);
        fund.know(treasury.transaction());
        fund.know(child.transaction());
        blocks.watch(fund::onTip);
    }

    private static LocalKeys keys(LocalSetup channel, GridSetup setup) {
        return new LocalKeys(channel.seed(), setup.seed());
    }

    /** The share of all that consumers can ever spend; what is forfeited comes with the rulings. */
    private static Coin treasury(GridSetup setup, List<LocalSetup> channels) {
        return channels.stream()
                .map(channel -> channel.contributions().total())
                .map(setup.turnoverShare()::floorOf)
                .reduce(CHILD, Coin::add);
    }

    /** Opens all channels, each of another seed, and mines until units can be offered in all of them. */
    public static LocalGrid open(RegtestNode node, GridSetup setup, List<LocalSetup> channels) {
        return open(node, setup, channels, LocalStores.IN_MEMORY);
    }

    /** Opens all channels as above; what the parties have is kept in {@code stores}. */
    public static LocalGrid open(RegtestNode node, GridSetup setup, List<LocalSetup> channels, LocalStores stores) {
        if (channels.stream().map(LocalSetup::seed).distinct().count() < channels.size()) {
            throw new IllegalArgumentException("two channels of one seed would have the same keys");
        }
        LocalGrid grid = new LocalGrid(node, setup, channels, stores);
        grid.channels.forEach(channel -> channel.three().open());
        grid.channels.forEach(channel -> channel.mineUntil(channel.three().notices()::areAllActive, "to open"));
        return grid;
    }

    /** Its channels, in the order in which they were asked for. */
    public List<LocalChannel> channels() {
        return List.copyOf(channels);
    }

    /** The utility's fund, which pays miners. */
    public LocalFund fund() {
        return fund;
    }

    /** Mines one block, and lets all do what follows from it. */
    public void mineBlock() {
        blocks.mine();
    }

    /**
     * A channel's day.
     *
     * @param channel one of the grid
     * @param plan what is to be traded
     * @param plant what really flows
     * @param observer who watches
     */
    public record Day(LocalChannel channel, TradePlan plan, Plant plant, TradeObserver observer) {}

    /**
     * Trades all these days at the same time, block by block, each as {@link LocalChannel#trade} does; returns why each stopped
     * early, if it did.
     */
    @CanIgnoreReturnValue
    public List<Optional<TradeStop>> trade(List<Day> days) {
        List<DayRun> runs = days.stream().map(day -> day.channel().day(day)).toList();
        while (!runs.stream().allMatch(DayRun::isOver)) {
            List<DayRun> going = runs.stream().filter(run -> !run.isOver()).toList();
            going.forEach(DayRun::beforeBlock);
            mineBlock();
            going.forEach(DayRun::afterBlock);
        }
        days.forEach(day -> day.channel().dayIsOver());
        return runs.stream().map(DayRun::stopped).toList();
    }

    /**
     * Mines until all that the fund received is in its ledger and paid to miners; it gives up when the utility's coins do not
     * cover that. What is too little for an output stays owed.
     */
    public void settleFund() {
        for (int mined = 0; mined < SLOT.value() * SETTLING_SLOTS_MAX && !fund.isSettled(); mined++) {
            mineBlock();
        }
    }
}
