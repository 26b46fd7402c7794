package org.gridbolt.channel.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.store.InMemoryUtilityStore;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.OrderFlaw;
import org.gridbolt.channel.utility.PriceBoard;
import org.gridbolt.channel.utility.Registration;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/** The utility: its real machine behind a driver and a store, its coins to bump with, and its hands in the world. */
public final class UtilityRig implements ChannelAction.Performer {

    private static final Party SELF = Party.UTILITY;

    private final Post post;
    private final Chain chain;
    private final Purse purse;
    private final UtilityProfile profile;
    private final InMemoryUtilityStore store;
    private final Set<Outpoint> watched = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Sha256Hash, ChannelAction.Publish> published = new HashMap<>();
    private PriceBoard prices = PriceBoard.empty(ChainId.REGTEST);
    private UtilityDriver driver;

    UtilityRig(Post post, EmbeddedRegtest regtest, SlotSchedule schedule) {
        this.post = post;
        this.chain = regtest.connect();
        this.purse = new Purse(Examples.key("utility purse"), regtest, Coin.valueOf(100_000));
        this.profile = new UtilityProfile(
                Examples.bytes32("utility seed"),
                Examples.key("utility node"),
                purse.script(),
                ChainId.REGTEST,
                FeeRate.RELAY);
        OpeningPlan plan = new OpeningPlan(
                Examples.bytes32("nonce"),
                registration(Party.CONSUMER),
                registration(Party.PRODUCER),
                schedule,
                Conditions.DEFAULT);
        this.store = new InMemoryUtilityStore(profile, plan);
        this.driver = UtilityDriver.start(UtilityState.of(profile, plan), store, this);
        post.connect(SELF, (from, message) -> handle(new MessageReceived(from, message)));
    }

    private static Registration registration(Party side) {
        return new Registration(
                Examples.key(side + " node").publicKey(),
                Examples.key(side + " meter").publicKey());
    }

    /** Hands an event in. */
    public void handle(ChannelEvent event) {
        driver.handle(event);
    }

    /** Ends the process and starts another one on what was stored. */
    public void restart() {
        driver = UtilityDriver.resume(store.load().orElseThrow(), store, this);
    }

    public UtilityState state() {
        return driver.state();
    }

    public UtilityProfile profile() {
        return profile;
    }

    /** Announces the price of a slot. */
    public void announce(Slot slot, WattHours demand, Price price) {
        BlockHeight tip = chain.tip().height();
        prices = prices.announce(slot, demand, price, tip, profile.nodeKey());
        follow(new UtilityOrder.PassPrice(prices.newest().orElseThrow()));
    }

    /** Issues tickets. */
    public void issue(List<PlannedUnit> units) {
        follow(new UtilityOrder.IssueTickets(units));
    }

    private void follow(UtilityOrder order) {
        Optional<OrderFlaw> flaw = driver.follow(order);
        flaw.ifPresent(found -> {
            throw new AssertionError(found.message());
        });
    }

    /** Hears of new blocks. */
    public void follow() {
        for (ChainEvent event : chain.poll()) {
            HouseholdRig.news(event).ifPresent(this::handle);
        }
    }

    public void connect(Party party) {
        handle(new ConnectionEvent.Connected(party));
    }

    public <N extends Notice> List<N> notices(Class<N> kind) {
        return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Transaction> published(Purpose purpose) {
        return published.values().stream()
                .filter(publish -> publish.purpose() == purpose)
                .map(ChannelAction.Publish::transaction)
                .toList();
    }

    @Override
    public void send(ChannelAction.Send action) {
        post.send(SELF, action.to(), action.message());
    }

    @Override
    public void disconnect(ChannelAction.Disconnect action) {
        throw new AssertionError("the utility ends no connection");
    }

    @Override
    public void watch(ChannelAction.Watch action) {
        if (watched.add(action.outpoint())) {
            chain.watch(action.outpoint(), new BlockHeight(0));
        }
    }

    @Override
    public void lookUp(ChannelAction.LookUp action) {
        throw new AssertionError("the utility looks nothing up");
    }

    @Override
    public void signInputs(ChannelAction.SignInputs action) {
        throw new AssertionError("the utility funds nothing");
    }

    @Override
    public void publish(ChannelAction.Publish action) {
        if (published.put(action.transaction().txid(), action) != null) {
            return;
        }
        List<Transaction> transactions = action.anchor().isPresent()
                ? List.of(action.transaction(), purse.bump(action.transaction()))
                : List.of(action.transaction());
        if (chain.submit(transactions) instanceof SubmitResult.Rejected rejected) {
            throw new AssertionError(action.purpose() + ": " + rejected.reason());
        }
    }

    @Override
    public void report(ChannelAction.Report action) {
        notices.add(action.notice());
    }
}
