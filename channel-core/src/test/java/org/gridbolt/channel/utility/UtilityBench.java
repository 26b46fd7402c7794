package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.testing.SigningBench;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * Drives the utility's machine and its two households through a test. Every state it reaches is stored and read back: a state
 * that does not read back as itself fails the test that reached it.
 */
final class UtilityBench {

    static final BlockHeight OPENED = new BlockHeight(110);
    static final SlotSchedule SCHEDULE =
            SlotSchedule.of(new BlockHeight(120), new BlockCount(6), new BlockHeight(2_000), Windows.DEFAULT);

    final Households households;
    final UtilityProfile profile;
    final UtilitySigner signer;
    final OpeningPlan plan;
    final List<ChannelAction> actions = new ArrayList<>();
    private final UtilityCodec codec;
    private PriceBoard prices = PriceBoard.empty(ChainId.REGTEST);
    private UtilityState state;
    private BlockHeight tip = OPENED;
    /** The newest of each state, by its name. */
    final Map<String, UtilityState> lived = new TreeMap<>();

    UtilityBench() {
        this(1, Conditions.DEFAULT);
    }

    UtilityBench(int seed, Conditions conditions) {
        households = new Households(seed);
        signer = new UtilitySigner(
                PrivateKey.of(Households.filled(22)).publicKey(),
                FeeRate.RELAY,
                Households.filled(9),
                new InMemoryMarks());
        profile = new UtilityProfile(
                signer,
                PreimageKey.derive(Households.filled(9)),
                PrivateKey.of(Households.filled(22)),
                Households.payout(Party.UTILITY),
                ChainId.REGTEST,
                FeeRate.RELAY,
                new Sponsorship(Coin.valueOf(5_000), new FeeRate(10_000)));
        plan = new OpeningPlan(
                Households.filled(seed + 50),
                Households.registration(Party.CONSUMER),
                Households.registration(Party.PRODUCER),
                SCHEDULE,
                conditions);
        codec = new UtilityCodec(profile, plan);
        state = UtilityState.of(profile, plan);
    }

    /** A channel that is open and active. */
    static UtilityBench trading() {
        UtilityBench bench = new UtilityBench();
        bench.open();
        return bench;
    }

    void open() {
        openUntold();
        send(Party.CONSUMER, households.receipt(Party.CONSUMER));
        send(Party.PRODUCER, households.receipt(Party.PRODUCER));
    }

    /** Opens the channel; neither household has told of its version 0 yet. */
    void openUntold() {
        tick(OPENED.value());
        send(Party.CONSUMER, households.request(Party.CONSUMER));
        send(Party.PRODUCER, households.request(Party.PRODUCER));
        var terms = sent(Party.CONSUMER, TermsOffered.class).get(0).terms();
        send(Party.CONSUMER, households.opening(terms));
        send(Party.PRODUCER, households.opening(terms));
        step(new Confirmed(Households.WALLET, OPENED));
        tick(OPENED.value());
    }

    private void send(Party from, HouseholdMessage message) {
        step(Households.says(from, message));
    }

    /** The utility's secrets in the channel, which its machine does not have. */
    ChannelSecrets secrets() {
        return ChannelSecrets.derive(Households.filled(9), Party.UTILITY, UtilityProfile.keyId(plan.nonce()));
    }

    UtilityState state() {
        return state;
    }

    UtilityChannel channel() {
        if (state instanceof Settling settling) {
            return settling.channel();
        }
        return ((OpenState) state).channel();
    }

    BlockHeight tip() {
        return tip;
    }

    @CanIgnoreReturnValue
    List<ChannelAction> step(ChannelEvent event) {
        return take(state.step(event));
    }

    void steps(List<MessageReceived> events) {
        events.forEach(this::step);
    }

    @CanIgnoreReturnValue
    List<ChannelAction> follow(UtilityOrder order) {
        return take(state.follow(order).orElseThrow());
    }

    @CanIgnoreReturnValue
    private List<ChannelAction> take(UtilityTransition transition) {
        state = transition.next();
        assertThat(codec.decode(codec.encode(state)).orElseThrow()).isEqualTo(state);
        lived.put(state.name(), state);
        List<ChannelAction> completed = SigningBench.complete(transition.actions(), signer);
        actions.addAll(completed);
        return completed;
    }

    /** Forgets everything but what is stored, and starts again. */
    @CanIgnoreReturnValue
    List<ChannelAction> restart() {
        state = codec.decode(codec.encode(state)).orElseThrow();
        return take(state.resume());
    }

    void tick(int height) {
        tip = new BlockHeight(height);
        step(new Tick(tip, Instant.EPOCH));
    }

    void spent(Transaction spender) {
        step(new Spent(Households.WALLET, spender, tip));
    }

    /** Announces a price and issues tickets of that many watt-hours each for a slot. */
    @CanIgnoreReturnValue
    List<Ticket> issue(int slot, long price, long... wattHours) {
        price(slot, price);
        int first = channel().issued().lastUnit().map(UnitNumber::value).orElse(0) + 1;
        List<PlannedUnit> units = new ArrayList<>();
        for (int i = 0; i < wattHours.length; i++) {
            units.add(unit(first + i, slot, price, wattHours[i]));
        }
        follow(new UtilityOrder.IssueTickets(units));
        List<TicketsIssued> books = sent(Party.PRODUCER, TicketsIssued.class);
        return books.get(books.size() - 1).book().content().tickets();
    }

    static PlannedUnit unit(int number, int slot, long price, long wattHours) {
        return new PlannedUnit(
                new UnitNumber(number),
                new Slot(slot),
                new WattHours(wattHours),
                new WattHours(1_000),
                new Price(price));
    }

    void price(int slot, long price) {
        prices = prices.announce(new Slot(slot), new WattHours(1_000), new Price(price), tip, profile.nodeKey());
        follow(new UtilityOrder.PassPrice(prices.newest().orElseThrow()));
    }

    /** Offers, commits and accepts. */
    void accept(List<Ticket> tickets) {
        steps(households.round(tickets, List.of(), List.of()));
        step(households.accept(tickets.toArray(Ticket[]::new)));
    }

    /** At the slot's end the meter tells what it measured. */
    void measure(Ticket ticket, long wattHours) {
        int end = SCHEDULE.end(ticket.slot()).value();
        if (tip.value() < end) {
            tick(end);
        }
        step(Households.reads(households.measured(ticket, wattHours, tip)));
    }

    void deliver(Ticket ticket) {
        measure(ticket, ticket.energy().value());
    }

    <M extends UtilityMessage> List<M> sent(Party to, Class<M> kind) {
        return actions.stream()
                .filter(action -> action instanceof Send send && send.to() == to)
                .map(action -> ((Send) action).message())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <N extends Notice> List<N> reported(Class<N> kind) {
        return actions.stream()
                .flatMap(action -> action instanceof Report report ? Stream.of(report.notice()) : Stream.empty())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    List<Transaction> published(Purpose purpose) {
        return actions.stream()
                .flatMap(action -> action instanceof Publish publish && publish.purpose() == purpose
                        ? Stream.of(publish.transaction())
                        : Stream.empty())
                .toList();
    }

    /** Why the last step refused what it was told. */
    static List<Flaw> refusals(List<ChannelAction> actions) {
        return actions.stream()
                .flatMap(action -> action instanceof Report report && report.notice() instanceof Notice.Refused refused
                        ? Stream.of(refused.refusal().reason())
                        : Stream.empty())
                .toList();
    }
}
