package org.gridbolt.channel.testing;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;

/**
 * A consumer, a producer and a utility on the chain of a real bitcoind, which alone judges what can confirm. The households are
 * their own machines; the utility is its machine, or does what a test tells it to.
 *
 * @param <U> the utility
 */
public final class StreetOnBitcoind<U> {

    /** Blocks between the opening and slot 0: time to fill the purses, to open and to issue. */
    private static final BlockCount OPENING = new BlockCount(60);

    private static final BlockCount DAY = new BlockCount(2_000);
    private static final Coin PURSE = Coin.valueOf(1_000_000);

    /** The defaults, but for a wallet of the form PLAIN. */
    public static final Conditions PLAIN = new Conditions(
            Windows.DEFAULT,
            Depths.DEFAULT,
            Optional.empty(),
            new Clauses(
                    ForfeitAll.WITHOUT_CONSUMER_SHARE, WattHours.ZERO, Coin.ZERO, FeeRate.RELAY, WalletTemplate.PLAIN));

    private final Post post = new Post();
    private final BitcoindAddress address;
    private final RegtestMiner miner;
    private final Chain view;
    private final SlotSchedule schedule;
    private final U utility;
    private final Consumer<U> utilityFollows;
    private final HouseholdRig consumer;
    private final HouseholdRig producer;
    private final BlockHeight start;
    private final Set<Party> asleep = EnumSet.noneOf(Party.class);

    private interface Seat<U> {
        U of(Post post, SlotSchedule schedule, Supplier<Chain> views, RegtestMiner miner);
    }

    private StreetOnBitcoind(Bitcoind bitcoind, BlockHeight slotZero, Seat<U> seat, Consumer<U> utilityFollows) {
        this(bitcoind, slotZero, DAY, seat, utilityFollows);
    }

    private StreetOnBitcoind(
            Bitcoind bitcoind, BlockHeight slotZero, BlockCount day, Seat<U> seat, Consumer<U> utilityFollows) {
        this.address = address(bitcoind);
        this.miner = connect(address).miner();
        this.view = connect(address);
        this.start = view.tip().height();
        this.schedule = SlotSchedule.of(slotZero, new BlockCount(6), slotZero.plus(day), Windows.DEFAULT);
        this.utility = seat.of(post, schedule, () -> connect(address), miner);
        this.utilityFollows = utilityFollows;
        this.consumer = household(Party.CONSUMER);
        this.producer = household(Party.PRODUCER);
        mine(1);
    }

    private HouseholdRig household(Party party) {
        return new HouseholdRig(party, post, () -> connect(address), miner, PURSE, ScriptedUtility.NODE);
    }

    /** With the utility's own machine. */
    public static StreetOnBitcoind<UtilityRig> withUtility(Bitcoind bitcoind) {
        return withUtility(bitcoind, slotZero(bitcoind));
    }

    /** With the utility's own machine, and slot 0 at that height. */
    public static StreetOnBitcoind<UtilityRig> withUtility(Bitcoind bitcoind, BlockHeight slotZero) {
        return new StreetOnBitcoind<>(bitcoind, slotZero, UtilityRig::new, UtilityRig::follow);
    }

    /** With the utility's own machine, in a channel that expires so many blocks after slot 0. */
    public static StreetOnBitcoind<UtilityRig> expiringAfter(Bitcoind bitcoind, BlockCount life) {
        return new StreetOnBitcoind<>(bitcoind, slotZero(bitcoind), life, UtilityRig::new, UtilityRig::follow);
    }

    /** With the utility's own machine, under other conditions. */
    public static StreetOnBitcoind<UtilityRig> withUtility(Bitcoind bitcoind, Conditions conditions) {
        return new StreetOnBitcoind<>(
                bitcoind,
                slotZero(bitcoind),
                (post, schedule, views, miner) -> new UtilityRig(post, schedule, views, miner, conditions),
                UtilityRig::follow);
    }

    /** With the utility's own machine, under other conditions, and with coins of the utility in the wallet. */
    public static StreetOnBitcoind<UtilityRig> withUtility(Bitcoind bitcoind, Conditions conditions, Coin share) {
        return new StreetOnBitcoind<>(
                bitcoind,
                slotZero(bitcoind),
                (post, schedule, views, miner) -> new UtilityRig(post, schedule, views, miner, conditions, share),
                UtilityRig::follow);
    }

    /** With a utility that does what a test tells it to. */
    public static StreetOnBitcoind<ScriptedUtility> withScript(Bitcoind bitcoind) {
        return new StreetOnBitcoind<>(
                bitcoind,
                slotZero(bitcoind),
                (post, schedule, views, miner) -> new ScriptedUtility(post, schedule),
                scripted -> {});
    }

    /** A first slot that leaves time for an opening. The first coins of a chain take blocks to mature. */
    public static BlockHeight slotZero(Bitcoind bitcoind) {
        var unused = connect(address(bitcoind)).miner().fund(Examples.script("first coins"), Coin.valueOf(1_000));
        return new BlockHeight(bitcoind.height()).plus(OPENING);
    }

    /** A view of the chain of {@code bitcoind}, and its miner. */
    public static BitcoindChain connect(Bitcoind bitcoind) {
        return connect(address(bitcoind));
    }

    private static BitcoindAddress address(Bitcoind bitcoind) {
        return new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie()));
    }

    private static BitcoindChain connect(BitcoindAddress address) {
        return BitcoindChain.connect(address, BitcoinNetwork.REGTEST);
    }

    /** Opens the channel. */
    public StreetOnBitcoind<U> open() {
        ask();
        mine(1);
        return this;
    }

    /** Lets both ask for the channel, and everybody answer, until only a block is missing. */
    public void ask() {
        consumer.open(Neighbourhood.CONSUMER_SHARE);
        producer.open(Neighbourhood.PRODUCER_SHARE);
        deliver();
    }

    /** Moves to where units of that slot can be offered. */
    public void moveToOffersOf(Slot slot) {
        moveTo(schedule.start(slot).value() - 3);
    }

    /** Offers a unit and lets everybody answer. */
    public void offer(UnitNumber unit) {
        consumer.handle(new Command.Offer(unit));
        deliver();
    }

    /** Lets every letter arrive. */
    public void deliver() {
        post.deliver();
    }

    /** Mines, and lets everybody who is awake follow. */
    public void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            miner.mine(new BlockCount(1));
            follow();
        }
    }

    private void follow() {
        List<ChainEvent> unused = view.poll();
        if (!asleep.contains(Party.UTILITY)) {
            utilityFollows.accept(utility);
        }
        for (HouseholdRig household : List.of(consumer, producer)) {
            if (!asleep.contains(household.profile().role())) {
                household.follow();
            }
        }
        deliver();
    }

    /** Mines up to that height. */
    public void moveTo(int height) {
        follow();
        mine(Math.max(0, height - view.tip().height().value()));
    }

    /** From now on that party hears of nothing. */
    public void fallAsleep(Party party) {
        asleep.add(party);
        post.holdBack(letter -> asleep.contains(letter.to()));
    }

    /** From now on that party hears of everything again, and first of what it missed. */
    public void wakeUp(Party party) {
        asleep.remove(party);
        post.release();
        post.holdBack(letter -> asleep.contains(letter.to()));
        follow();
    }

    /** Undoes the newest blocks, has {@code instead} mined, and lets everybody who is awake follow. */
    public void reorg(int depth, Transaction... instead) {
        miner.reorg(new BlockCount(depth), List.of(instead));
        follow();
    }

    /** Mines one block with exactly these transactions, whatever the mempool thinks of them. */
    public void mineExactly(Transaction... transactions) {
        miner.mineExactly(List.of(transactions));
        follow();
    }

    /** Moves to where the units of slot 0 can be offered, has the utility's machine issue one, and lets the consumer offer it. */
    public static Ticket offerOne(StreetOnBitcoind<UtilityRig> street, int wh) {
        street.moveToOffersOf(new Slot(0));
        Ticket ticket = street.utility().issue(new Slot(0), 1, wh).get(0);
        street.deliver();
        street.offer(ticket.unit());
        return ticket;
    }

    /** The producer's meter closes its measurement at the end of slot 0; everybody hears of it who has to. */
    public static void measure(StreetOnBitcoind<UtilityRig> street, Ticket ticket, int wh) {
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.producer().measure(ticket.unit(), new WattHours(wh));
        street.deliver();
    }

    /** What the three end with, by what stands in the chain; nothing else is asked. */
    public Settlement settlement() {
        return MinedCoins.settlement(consumer.wallet(), this::spenderOf);
    }

    /** What a block has spent {@code outpoint} with: looked up afresh from the beginning of the street. */
    public Optional<Transaction> spenderOf(Outpoint outpoint) {
        return MinedCoins.spenderOf(outpoint, connect(address), start);
    }

    /** Whether the mempool takes a transaction that pays no fee, with a child that does. */
    public SubmitResult submit(Transaction parent, HouseholdRig payer) {
        return view.submit(List.of(parent, payer.purse().bump(parent)));
    }

    /** Whether the transaction stands in a block, with an output that nobody has spent. */
    public boolean isConfirmed(Transaction transaction) {
        return IntStream.range(0, transaction.outputs().size())
                .mapToObj(index -> view.output(transaction.outpoint(index)))
                .anyMatch(output -> output.filter(found -> found.confirmations().value() > 0)
                        .isPresent());
    }

    /** Whether nothing has ever spent the wallet that both agreed on. */
    public boolean isWalletUnspent() {
        return view.output(consumer.channel().context().outpoint()).isPresent();
    }

    /** The heights of slots. */
    public SlotSchedule schedule() {
        return schedule;
    }

    public Chain view() {
        return view;
    }

    public RegtestMiner miner() {
        return miner;
    }

    public Post post() {
        return post;
    }

    public U utility() {
        return utility;
    }

    public HouseholdRig consumer() {
        return consumer;
    }

    public HouseholdRig producer() {
        return producer;
    }
}
