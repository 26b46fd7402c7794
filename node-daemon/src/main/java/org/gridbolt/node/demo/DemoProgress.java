package org.gridbolt.node.demo;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.TradeObserver;
import org.gridbolt.channel.local.TradeStop;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.Progress;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitNumber;

/** Tells how far the day is: one moving line on a terminal, elsewhere a line a slot. */
final class DemoProgress implements TradeObserver {

    private static final int BAR = 24;

    private final Progress progress;
    private final TradePlan plan;
    private int ended;
    private long coins;
    private String slot = "";
    private Optional<UnitNumber> turning = Optional.empty();
    private Runnable turn = () -> {};

    DemoProgress(Progress progress, TradePlan plan) {
        this.progress = progress;
        this.plan = plan;
    }

    void opening() {
        progress.moving("opening the channel ...");
    }

    void opened(LocalChannel channel) {
        progress.kept("open:  a wallet of "
                + Figures.counted(channel.wallet().value().getValue(), "coin") + " at "
                + channel.wallet().outpoint());
    }

    @Override
    public void onSlot(SlotTrade next) {
        slot = hour(next.slot().number()) + "  "
                + Figures.counted(next.units().size(), "unit") + " of "
                + Figures.grouped(next.energy().value()) + " Wh at "
                + Figures.rounded(new BigDecimal(next.price().toDecimalString())) + " coins/kWh";
        progress.kept("slot:  " + slot);
    }

    private static String hour(int number) {
        return "%02d:00".formatted(number);
    }

    @Override
    public void onRefused(UnitNumber unit, Flaw reason) {
        progress.kept("stop:  " + unit + " was refused: " + reason.message());
    }

    @Override
    public void onUnit(UnitNumber unit, UnitOutcome outcome, Coin paid) {
        ended++;
        coins += outcome == UnitOutcome.SETTLED ? paid.getValue() : 0;
    }

    @Override
    public void onBlock(BlockHeight tip) {
        progress.moving(
                bar() + "  " + ended + " of " + Figures.counted(plan.units().size(), "unit") + ", "
                        + Figures.counted(coins, "coin") + ", block " + Figures.grouped(tip.value()));
    }

    private String bar() {
        int filled = plan.units().isEmpty() ? 0 : BAR * ended / plan.units().size();
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    /** Does {@code what} when the meter is about to be read for {@code unit}. */
    void atReading(UnitNumber unit, Runnable what) {
        turning = Optional.of(unit);
        turn = what;
    }

    @Override
    public void onReading(PlannedUnit unit) {
        if (turning.filter(unit.number()::equals).isPresent()) {
            turn.run();
        }
    }

    void reorganised(BlockCount undone) {
        progress.kept("reorg: the close is undone with " + Figures.counted(undone.value(), "block")
                + ", and waits to be mined again");
    }

    void paying() {
        progress.moving("paying miners out of the fund ...");
    }

    void settling(Optional<TradeStop> stopped) {
        stopped.filter(reason -> !(reason instanceof TradeStop.WalletDry))
                .ifPresent(reason -> progress.kept("stop:  " + reason.sentence()));
        progress.moving("settling ...");
    }
}
