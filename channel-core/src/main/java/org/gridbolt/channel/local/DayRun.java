package org.gridbolt.channel.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.ledger.LedgerFlaw;
import org.gridbolt.channel.state.UnitFlaw;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A day of trade, block by block: a slot's units get their price and tickets and are offered before it starts, and flow in its
 * first blocks, before the next slot's are offered. So whoever trades knows how the last slot went.
 */
final class DayRun {

    /** How many blocks before its slot a unit is offered: one more than the last moment. */
    private static final BlockCount LEAD = new BlockCount(3);

    /** In how many blocks of a slot its units flow; with the lead, no more than a slot. */
    private static final int FLOWING = 2;

    private final LocalChannel channel;
    private final Plant plant;
    private final TradeObserver observer;
    private final Deque<SlotTrade> ahead;
    private final Deque<Flow> flows = new ArrayDeque<>();
    private Optional<TradeStop> stopped = Optional.empty();

    /** A unit that was not delivered in full and on which the utility is to rule: nothing is offered until it has ended. */
    private Optional<UnitNumber> disputed = Optional.empty();

    DayRun(LocalChannel channel, TradePlan plan, Plant plant, TradeObserver observer) {
        this.channel = channel;
        this.plant = plant;
        this.observer = observer;
        this.ahead = new ArrayDeque<>(plan.slots());
    }

    /** A unit that was offered, and the height at which its meter is read. */
    private record Flow(PlannedUnit unit, BlockHeight readAt) {}

    /** Whether nothing is left to offer, all that was offered has been read, and no default waits for what becomes of it. */
    boolean isOver() {
        return ahead.isEmpty() && flows.isEmpty() && disputed.isEmpty();
    }

    /** What is due before the next block; after the last of it one more block makes the last units part of the balances. */
    void beforeBlock() {
        settleDispute();
        offerDue();
        readDue();
    }

    /** A block was mined. */
    void afterBlock() {
        observer.onBlock(channel.tip());
    }

    /** Why trade stopped early, if it did. */
    Optional<TradeStop> stopped() {
        return stopped;
    }

    /** The next state has carried the ruling out, and trade goes on; or a penalty ends the channel. */
    private void settleDispute() {
        if (disputed.filter(channel::hasEnded).isPresent()) {
            disputed = Optional.empty();
        } else if (channel.isOver()) {
            disputed.map(TradeStop.NotDelivered::new).ifPresent(this::stop);
            disputed = Optional.empty();
        }
    }

    private void offerDue() {
        while (!ahead.isEmpty() && isDue(ahead.element())) {
            SlotTrade slot = ahead.remove();
            observer.onSlot(slot);
            if (!slot.isSkipped() && disputed.isEmpty()) {
                offer(slot);
            }
        }
    }

    private boolean isDue(SlotTrade slot) {
        return !channel.tip().isBefore(schedule().start(slot.slot()).minus(LEAD));
    }

    private SlotSchedule schedule() {
        return channel.terms().schedule();
    }

    private void offer(SlotTrade slot) {
        List<PlannedUnit> units = slot.units();
        Optional<Flaw> withheld = channel.issue(slot);
        if (withheld.isPresent()) {
            stop(new TradeStop.BelowBond(units.get(0).number(), withheld.get()));
            return;
        }
        for (int place = 0; place < units.size(); place++) {
            Optional<Flaw> refusal = channel.offer(units.get(place).number());
            if (refusal.isPresent()) {
                refused(units.get(place).number(), refusal.get());
                return;
            }
            flows.add(new Flow(units.get(place), readAt(slot, place)));
        }
    }

    /** A slot with more than a state may hold loses the rest of its units; a dry wallet ends the day. */
    private void refused(UnitNumber unit, Flaw reason) {
        observer.onRefused(unit, reason);
        boolean dry = reason instanceof UnitFlaw.NotAllowed notAllowed
                && notAllowed.flaw() instanceof LedgerFlaw.BelowReserve;
        if (dry) {
            stop(new TradeStop.WalletDry(unit, reason));
        }
    }

    private BlockHeight readAt(SlotTrade slot, int place) {
        int passed = 1 + place * FLOWING / slot.units().size();
        return schedule().start(slot.slot()).plus(new BlockCount(passed));
    }

    private void readDue() {
        for (Flow flow : List.copyOf(flows)) {
            if (!channel.tip().isBefore(flow.readAt())) {
                flows.remove(flow);
                read(flow.unit());
            }
        }
    }

    private void read(PlannedUnit unit) {
        observer.onReading(unit);
        WattHours injected = plant.injects(unit);
        channel.read(unit, injected);
        if (injected.compareTo(unit.energy()) < 0) {
            lacking(unit.number());
        }
        channel.missing().ifPresent(gone -> stop(new TradeStop.Gone(unit.number(), gone)));
    }

    /** Where all is forfeited, the channel ends by it. */
    private void lacking(UnitNumber unit) {
        if (channel.terms().clauses().policy() instanceof Graded) {
            disputed = disputed.or(() -> Optional.of(unit));
        } else {
            stop(new TradeStop.NotDelivered(unit));
        }
    }

    private void stop(TradeStop reason) {
        stopped = stopped.or(() -> Optional.of(reason));
        ahead.clear();
    }
}
