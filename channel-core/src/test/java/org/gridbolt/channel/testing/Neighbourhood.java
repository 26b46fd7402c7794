package org.gridbolt.channel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.event.Command;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A consumer, a producer and a utility, with letters between them and a chain that judges every transaction by the script
 * interpreter. Every step of every test passes through a store that holds decode(encode(state)) to the state.
 */
public final class Neighbourhood {

    public static final Coin CONSUMER_SHARE = Coin.valueOf(200_000);
    public static final Coin PRODUCER_SHARE = Coin.valueOf(80_000);

    private static final int SLOT_ZERO = 140;

    private final EmbeddedRegtest regtest = new EmbeddedRegtest(1);
    private final Chain view = regtest.connect();
    private final Post post = new Post();
    private final ScriptedUtility utility;
    private final Coin consumerShare;
    private final Coin producerShare;
    private final HouseholdRig consumer;
    private final HouseholdRig producer;

    public Neighbourhood() {
        this(CONSUMER_SHARE, PRODUCER_SHARE);
    }

    /** With other shares of the wallet. */
    public Neighbourhood(Coin consumerShare, Coin producerShare) {
        this.consumerShare = consumerShare;
        this.producerShare = producerShare;
        SlotSchedule schedule = SlotSchedule.of(
                new BlockHeight(SLOT_ZERO), new BlockCount(6), new BlockHeight(SLOT_ZERO + 2000), Windows.DEFAULT);
        utility = new ScriptedUtility(post, schedule);
        consumer = new HouseholdRig(Party.CONSUMER, post, regtest, consumerShare.multiply(2), ScriptedUtility.NODE);
        producer = new HouseholdRig(Party.PRODUCER, post, regtest, producerShare.multiply(2), ScriptedUtility.NODE);
        mine(1);
    }

    /** With an active channel. */
    public static Neighbourhood withChannel() {
        Neighbourhood neighbourhood = new Neighbourhood();
        neighbourhood.openChannel();
        return neighbourhood;
    }

    /** With an active channel and tickets of {@code count} units of {@code wh} each, in slot 0, which may be offered now. */
    public static Neighbourhood withTickets(int count, int wh) {
        Neighbourhood neighbourhood = withChannel();
        neighbourhood.issue(new Slot(0), count, wh);
        return neighbourhood;
    }

    public void openChannel() {
        consumer.open(consumerShare);
        producer.open(producerShare);
        deliver();
        mine(1);
        deliver();
    }

    /** Moves to where units of {@code slot} can be offered, and issues tickets at 10 coins per Wh. */
    public List<UnitNumber> issue(Slot slot, int count, int wh) {
        moveTo(SLOT_ZERO + 6 * slot.number() - 3);
        utility.announce(slot, new Price(10_000L * 1_000_000_000L), view.tip().height());
        List<UnitNumber> units = utility.issue(slot, Collections.nCopies(count, new WattHours(wh)));
        deliver();
        return units;
    }

    /** Offers a unit and lets everybody answer. */
    public void offer(int unit) {
        consumer.handle(new Command.Offer(new UnitNumber(unit)));
        deliver();
    }

    /** The utility reveals a unit and everybody hears of it. */
    public void reveal(int unit) {
        utility.deliver(new UnitNumber(unit));
        deliver();
    }

    /** Lets every letter arrive. */
    public void deliver() {
        post.deliver();
    }

    /** Mines, and lets everybody follow. */
    public void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            List<ChainTip> mined = regtest.mine(new BlockCount(1));
            assertThat(mined).hasSize(1);
            follow();
        }
    }

    /** Lets everybody hear of the chain and answer. */
    public void follow() {
        List<ChainEvent> unused = view.poll();
        consumer.follow();
        producer.follow();
        deliver();
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

    public ScriptedUtility utility() {
        return utility;
    }

    public HouseholdRig consumer() {
        return consumer;
    }

    public HouseholdRig producer() {
        return producer;
    }

    public HouseholdRig household(Party party) {
        return party == Party.CONSUMER ? consumer : producer;
    }
}
