package org.gridbolt.channel.testing;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** The three real machines, with letters between them and a chain that judges every transaction. */
public final class Town {

    public static final SlotSchedule SCHEDULE =
            SlotSchedule.of(new BlockHeight(150), new BlockCount(6), new BlockHeight(3_000), Windows.DEFAULT);

    private static final WattHours DEMAND = new WattHours(10_000);

    private final EmbeddedRegtest regtest = new EmbeddedRegtest(1);
    private final Chain view = regtest.connect();
    private final Post post = new Post();
    private final UtilityRig utility;
    private final HouseholdRig consumer;
    private final HouseholdRig producer;
    private int units;

    /** Before anybody has asked for a channel. */
    public Town(Conditions conditions) {
        this(conditions, SCHEDULE);
    }

    private Town(Conditions conditions, SlotSchedule schedule) {
        this.utility = new UtilityRig(post, schedule, regtest::connect, regtest, conditions);
        this.consumer = household(Party.CONSUMER);
        this.producer = household(Party.PRODUCER);
    }

    private HouseholdRig household(Party role) {
        return new HouseholdRig(
                role, post, regtest, Coin.valueOf(1_000_000), utility.profile().nodeKey());
    }

    /** With an active channel. */
    public static Town withChannel() {
        return withChannel(Conditions.DEFAULT);
    }

    /** With an active channel under other conditions. */
    public static Town withChannel(Conditions conditions) {
        Town town = new Town(conditions, SCHEDULE);
        town.open();
        return town;
    }

    /** Before anybody has asked for a channel. */
    public static Town withoutChannel() {
        return withoutChannel(Conditions.DEFAULT, SCHEDULE);
    }

    /** The same under other conditions, with other heights. */
    public static Town withoutChannel(Conditions conditions, SlotSchedule schedule) {
        return new Town(conditions, schedule);
    }

    /** What the three end with, by what stands in the chain; nothing else is asked. */
    public Settlement settlement() {
        return MinedCoins.settlement(
                consumer.wallet(), outpoint -> MinedCoins.spenderOf(outpoint, regtest.connect(), new BlockHeight(0)));
    }

    /** Both households ask for a channel, and the funding is mined. */
    public void open() {
        mine(1);
        consumer.open(Neighbourhood.CONSUMER_SHARE);
        producer.open(Neighbourhood.PRODUCER_SHARE);
        deliver();
        mine(1);
    }

    /** Announces the price of a slot and issues tickets for it; the numbers of the units. */
    public List<UnitNumber> issue(Slot slot, Price price, int... wattHours) {
        moveTo(SCHEDULE.start(slot).value() - 3);
        utility.announce(slot, DEMAND, price);
        List<PlannedUnit> planned = new ArrayList<>();
        for (int energy : wattHours) {
            planned.add(new PlannedUnit(new UnitNumber(++units), slot, new WattHours(energy), DEMAND, price));
        }
        utility.issue(planned);
        deliver();
        return planned.stream().map(PlannedUnit::number).toList();
    }

    /** The consumer offers a unit; everybody answers. */
    public void offer(UnitNumber unit) {
        consumer.handle(new Command.Offer(unit));
        deliver();
    }

    /** At the end of the slot the producer's meter tells what it measured. */
    public void measure(ChannelRef channel, Slot slot, UnitNumber unit, int wattHours) {
        moveTo(SCHEDULE.end(slot).value());
        MeterReading reading = new MeterReading(channel, unit, new WattHours(wattHours), tip());
        PrivateKey meter = Examples.key(Party.PRODUCER + " meter");
        post.send(Party.PRODUCER, Party.UTILITY, new MeterReported(Signed.sign(reading, meter)));
        deliver();
    }

    public void deliver() {
        post.deliver();
    }

    public void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            List<ChainTip> unused = regtest.mine(new BlockCount(1));
            follow();
        }
    }

    public void follow() {
        List<ChainEvent> unused = view.poll();
        utility.follow();
        consumer.follow();
        producer.follow();
        deliver();
    }

    /** Mines while one household hears of nothing. */
    public void mineWithout(Party sleeper, int blocks) {
        for (int i = 0; i < blocks; i++) {
            List<ChainTip> unused = regtest.mine(new BlockCount(1));
            List<ChainEvent> ignored = view.poll();
            utility.follow();
            (sleeper == Party.CONSUMER ? producer : consumer).follow();
        }
    }

    public void moveTo(int height) {
        while (tip().value() < height) {
            mine(1);
        }
    }

    public BlockHeight tip() {
        return view.tip().height();
    }

    public EmbeddedRegtest regtest() {
        return regtest;
    }

    public Chain view() {
        return view;
    }

    public Post post() {
        return post;
    }

    public UtilityRig utility() {
        return utility;
    }

    public HouseholdRig consumer() {
        return consumer;
    }

    public HouseholdRig producer() {
        return producer;
    }
}
