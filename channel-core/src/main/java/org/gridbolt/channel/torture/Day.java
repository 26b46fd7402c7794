package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.utility.PriceBoard;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * What the owners of the three want, height by height: prices and tickets before each slot, offers, meter readings, folds, and in
 * the end a close. Each of these is a timer that goes off once its height is reached.
 */
final class Day {

    private static final WattHours DEMAND = new WattHours(10_000);
    private static final long PRICE = 10_000L * 1_000_000_000L;

    private final Street street;
    private final Dice dice;
    private final int slots;
    private final Queue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::at).thenComparing(Timer::order));
    private final Map<UnitNumber, Command> readings = new HashMap<>();
    private PriceBoard board = PriceBoard.empty(ChainId.REGTEST);
    private int numbered;
    private int order;

    private record Timer(BlockHeight at, int order, String name, Runnable work) {}

    Day(Street street, int slots) {
        this.street = street;
        this.dice = street.dice();
        this.slots = slots;
        for (int number = 0; number < slots; number++) {
            plan(new Slot(number));
        }
    }

    private void at(int height, String name, Runnable work) {
        timers.add(new Timer(new BlockHeight(height), order++, name, work));
    }

    private void plan(Slot slot) {
        int start = street.schedule().start(slot).value();
        at(start - 3, "the tickets of " + slot, () -> issue(slot, start));
    }

    /** Whether a timer has gone off and waits for its turn. */
    boolean hasDue() {
        Timer next = timers.peek();
        return next != null && !street.tip().isBefore(next.at());
    }

    /** Whether nothing is planned any more. */
    boolean isOver() {
        return timers.isEmpty();
    }

    /** The last slot is over at this height. */
    BlockHeight end() {
        return street.schedule().end(new Slot(slots - 1));
    }

    /** Does what comes next. */
    void doNext() {
        Timer next = timers.remove();
        street.record().line("at " + street.tip().value() + ": " + next.name());
        next.work().run();
    }

    private void issue(Slot slot, int start) {
        Price price = new Price(PRICE / dice.between(1, 4));
        List<PlannedUnit> units = new ArrayList<>();
        int count = dice.between(2, 10);
        for (int i = 0; i < count; i++) {
            units.add(new PlannedUnit(
                    new UnitNumber(++numbered), slot, new WattHours(dice.between(150, 600)), DEMAND, price));
        }
        if (!passPrice(slot, price)) {
            return;
        }
        street.record().count(Logbook.Kind.TIMER);
        if (!order(new UtilityOrder.IssueTickets(units))) {
            return;
        }
        int passed = 1;
        for (PlannedUnit unit : units) {
            at(start - dice.between(2, 3), "the offer of " + unit.number(), () -> offer(unit.number()));
            passed = Math.min(6, passed + dice.below(3));
            at(start + passed, "the reading of " + unit.number(), () -> read(unit, start));
        }
    }

    /** A price that was announced twice would be two histories: the board is the utility's own, and outlives its process. */
    private boolean passPrice(Slot slot, Price price) {
        Node utility = street.node(Party.UTILITY);
        if (!utility.isUp()
                || street.tip().value() >= street.schedule().start(slot).value()) {
            return false;
        }
        board = board.announce(
                slot, DEMAND, price, street.tip(), street.utility().profile().nodeKey());
        return order(new UtilityOrder.PassPrice(board.newest().orElseThrow()));
    }

    private boolean order(UtilityOrder order) {
        return street.node(Party.UTILITY).follow(order);
    }

    private void offer(UnitNumber unit) {
        street.record().count(Logbook.Kind.TIMER);
        street.node(Party.CONSUMER).handle(new Command.Offer(unit));
        if (dice.happens(100)) {
            street.node(dice.pick(List.of(Party.CONSUMER, Party.PRODUCER))).handle(new Command.Fold());
        }
    }

    /** The meter has what it measured, also when the producer's process is not there to take it, or ends over it: then it is asked again. */
    private void read(PlannedUnit unit, int start) {
        Node producer = street.node(Party.PRODUCER);
        if (producer.isUp()) {
            street.record().count(Logbook.Kind.TIMER);
            street.household(Party.PRODUCER)
                    .newest()
                    .ifPresent(channel ->
                            producer.handle(readings.computeIfAbsent(unit.number(), fresh -> measured(channel, unit))));
        }
        if (!producer.isUp() && street.tip().value() < start + 20) {
            at(street.tip().value() + 1, "the reading of " + unit.number(), () -> read(unit, start));
        }
    }

    private Command measured(Channel channel, PlannedUnit unit) {
        boolean fails = dice.happens(street.weather().failure());
        WattHours injected = fails ? new WattHours(dice.below(150)) : unit.energy();
        MeterReading reading = new MeterReading(channel.context().ref(), unit.number(), injected, street.tip());
        return new Command.Measured(Signed.sign(reading, street.keys().key(Party.PRODUCER, "meter")));
    }
}
