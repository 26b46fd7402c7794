package org.gridbolt.channel.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.event.WalletEvent;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.store.InMemoryUtilityStore;
import org.gridbolt.channel.store.StaleState;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.OrderFlaw;
import org.gridbolt.channel.utility.PreimageKey;
import org.gridbolt.channel.utility.PriceBoard;
import org.gridbolt.channel.utility.Registration;
import org.gridbolt.channel.utility.StoredUtility;
import org.gridbolt.channel.utility.UtilityCodec;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** The utility's own machine, with its driver, its store, its coins, and its hands in the world. */
public final class UtilityRig implements ChannelAction.Performer, UtilityStore {

    private static final Coin FUNDS = Coin.valueOf(100_000);
    private static final Bytes SEED = Examples.bytes32("utility seed");
    private static final Bytes NONCE = Examples.bytes32("nonce");
    private static final WattHours DEMAND = new WattHours(1_000);

    private final Post post;
    private final Supplier<Chain> views;
    private Chain chain;
    private final BlockHeight start;
    private final Purse purse;
    private final UtilityProfile profile;
    private final OpeningPlan plan;
    private final InMemoryMarks marks = new InMemoryMarks();
    private final UtilitySigner keys;
    private final WatchedSigner signer;
    private final UtilityCodec codec;
    private final InMemoryUtilityStore store;
    private final Set<Outpoint> watched = new HashSet<>();
    private final Map<UnitNumber, Ticket> tickets = new HashMap<>();
    private final Map<Sha256Hash, ChannelAction.Publish> published = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<ChannelEvent> heard = new ArrayList<>();
    private final List<Bytes> stored = new ArrayList<>();
    private final Map<String, UtilityState> lived = new TreeMap<>();
    private int entries;
    private final Fuse fuse = new Fuse();
    private UtilityDriver driver;
    private PriceBoard board = PriceBoard.empty(ChainId.REGTEST);

    UtilityRig(Post post, EmbeddedRegtest regtest, SlotSchedule schedule) {
        this(post, schedule, regtest::connect, regtest);
    }

    /** On any regtest chain, of which each process of the utility has a view of its own. */
    UtilityRig(Post post, SlotSchedule schedule, Supplier<Chain> views, RegtestMiner miner) {
        this(post, schedule, views, miner, Conditions.DEFAULT);
    }

    /** With other conditions. */
    UtilityRig(Post post, SlotSchedule schedule, Supplier<Chain> views, RegtestMiner miner, Conditions conditions) {
        this(post, schedule, views, miner, conditions, Coin.ZERO);
    }

    /** With coins of its own in the wallet. */
    UtilityRig(
            Post post,
            SlotSchedule schedule,
            Supplier<Chain> views,
            RegtestMiner miner,
            Conditions conditions,
            Coin share) {
        this.post = post;
        this.views = views;
        this.chain = views.get();
        this.start = chain.tip().height();
        this.purse = new Purse(Examples.key("utility purse"), miner, FUNDS);
        this.keys = new UtilitySigner(ScriptedUtility.NODE.publicKey(), FeeRate.RELAY, SEED, marks);
        this.signer = new WatchedSigner(keys, fuse::boundary);
        this.profile = new UtilityProfile(
                keys, PreimageKey.derive(SEED), ScriptedUtility.NODE, purse.script(), ChainId.REGTEST, FeeRate.RELAY);
        this.plan = new OpeningPlan(
                NONCE,
                registration(Party.CONSUMER),
                registration(Party.PRODUCER),
                schedule,
                conditions,
                share.isZero() ? Optional.empty() : Optional.of(purse.contribution(Party.UTILITY, share)));
        this.codec = new UtilityCodec(profile, plan);
        this.store = new InMemoryUtilityStore(profile, plan);
        this.driver = UtilityDriver.start(UtilityState.of(profile, plan), this, signer, this);
        post.connect(Party.UTILITY, (from, message) -> handle(new MessageReceived(from, message)));
    }

    /** A signer with the same record as the utility's has now, for another course of events. */
    public ChannelSigner signerNow() {
        return new UtilitySigner(ScriptedUtility.NODE.publicKey(), FeeRate.RELAY, SEED, marks.copy());
    }

    /** Signers that each begin with the record as it is now, however the utility goes on. */
    public Supplier<ChannelSigner> signersAsOfNow() {
        InMemoryMarks now = marks.copy();
        return () -> new UtilitySigner(ScriptedUtility.NODE.publicKey(), FeeRate.RELAY, SEED, now.copy());
    }

    /** What reads its stored states. */
    public UtilityCodec codec() {
        return codec;
    }

    /** Its signer, on other records. */
    public UtilitySigner signerOn(SignerMarks records) {
        return new UtilitySigner(ScriptedUtility.NODE.publicKey(), FeeRate.RELAY, SEED, records);
    }

    /** The records of its signer. */
    public SignerMarks marks() {
        return marks;
    }

    /** Ends the process; {@code next} goes on in its place, with a store and a signer of its own. */
    public void goOn(UtilityDriver next) {
        fuse.replace();
        driver = next;
    }

    /** What it offers. */
    public OpeningPlan plan() {
        return plan;
    }

    /** Its own coins. */
    public Purse purse() {
        return purse;
    }

    private static Registration registration(Party side) {
        return new Registration(
                Examples.key(side + " node").publicKey(),
                Examples.key(side + " meter").publicKey());
    }

    /** Hands an event in. */
    public void handle(ChannelEvent event) {
        if (fuse.isBurnt()) {
            return;
        }
        heard.add(event);
        try {
            driver.handle(event);
        } catch (Fuse.Crash crash) {
            notices.add(new Notice.Complaint("the process ended"));
        }
    }

    /** Every event that it was handed. */
    public List<ChannelEvent> heard() {
        return Collections.unmodifiableList(heard);
    }

    /** Ends the process and starts another one on what was stored. */
    public void restart() {
        if (fuse.isBurnt()) {
            chain = views.get();
            watched.clear();
        }
        fuse.replace();
        driver = UtilityDriver.resume(store.load().orElseThrow(), this, signer, this);
    }

    /** Ends the process and starts another one on a backup, which may be old. */
    public void restore(UtilityState backup) {
        fuse.replace();
        driver = UtilityDriver.restore(backup, this, signer, this).orElseThrow();
    }

    public void connect(Party party) {
        handle(new ConnectionEvent.Connected(party));
    }

    public UtilityProfile profile() {
        return profile;
    }

    /** Hears of new blocks. */
    public void follow() {
        for (ChainEvent event : chain.poll()) {
            HouseholdRig.news(event).ifPresent(this::handle);
        }
    }

    /** Announces a price of 10 coins per Wh and issues tickets of {@code count} units of {@code wh} each. */
    public List<Ticket> issue(Slot slot, int count, int wh) {
        Price price = new Price(10_000L * 1_000_000_000L);
        announce(slot, DEMAND, price);
        int before = tickets.size();
        List<PlannedUnit> units = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            units.add(new PlannedUnit(new UnitNumber(before + i), slot, new WattHours(wh), DEMAND, price));
        }
        issue(units);
        return units.stream().map(unit -> ticket(unit.number())).toList();
    }

    /** Announces the price of a slot. */
    public void announce(Slot slot, WattHours demand, Price price) {
        board = board.announce(slot, demand, price, chain.tip().height(), profile.nodeKey());
        follow(new UtilityOrder.PassPrice(board.newest().orElseThrow()));
    }

    /** Issues tickets. */
    public void issue(List<PlannedUnit> units) {
        follow(new UtilityOrder.IssueTickets(units));
    }

    private void follow(UtilityOrder order) {
        wouldFollow(order).ifPresent(flaw -> {
            throw new AssertionError(flaw.message());
        });
    }

    /** Gives an order; why it is not followed, if it is not. */
    public Optional<OrderFlaw> wouldFollow(UtilityOrder order) {
        return driver.follow(order);
    }

    /** The ticket of a unit. */
    public Ticket ticket(UnitNumber unit) {
        Ticket ticket = tickets.get(unit);
        if (ticket == null) {
            throw new AssertionError("no ticket of " + unit);
        }
        return ticket;
    }

    /** The producer's meter tells what was fed in for a unit. */
    public void measure(ChannelRef channel, UnitNumber unit, WattHours injected) {
        MeterReading reading =
                new MeterReading(channel, unit, injected, chain.tip().height());
        handle(new MessageReceived(
                Party.PRODUCER, new MeterReported(Signed.sign(reading, Examples.key("PRODUCER meter")))));
    }

    /** Its secrets in the channel. */
    public ChannelSecrets secrets() {
        return ChannelSecrets.derive(SEED, Party.UTILITY, UtilityProfile.keyId(NONCE));
    }

    /** The state. */
    public UtilityState state() {
        return driver.state();
    }

    /** The newest of each state that was ever durable, by its name. */
    public Map<String, UtilityState> lived() {
        return Collections.unmodifiableMap(lived);
    }

    /** Every state that was ever made durable, as bytes, with the history beside it. */
    public List<Bytes> stored() {
        return Collections.unmodifiableList(stored);
    }

    /** What it asked to publish for that purpose. */
    public List<Transaction> published(Purpose purpose) {
        return published.values().stream()
                .filter(action -> action.purpose() == purpose)
                .map(ChannelAction.Publish::transaction)
                .toList();
    }

    /** What it was told, of that kind. */
    public <N extends Notice> List<N> notices(Class<N> kind) {
        return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void save(UtilityState next) throws IOException {
        fuse.boundary();
        if (StaleState.of(next, keys.standing(UtilityProfile.keyId(NONCE))).isPresent()) {
            throw new AssertionError("behind its own signer: " + next.name());
        }
        StoredUtility form = codec.encode(next);
        if (!codec.decode(form).orElseThrow().equals(next)) {
            throw new AssertionError("does not read back as itself: " + next.name());
        }
        store.save(next);
        lived.put(next.name(), next);
        stored.add(form.head());
        stored.addAll(form.journal().since(Math.min(entries, form.journal().size())));
        entries = form.journal().size();
    }

    /** Ends the process at the boundary after so many others: each save, letter and publication begins with one. */
    public void crashAfter(int boundaries) {
        fuse.light(boundaries);
    }

    /** Whether it has ended that way; until it is started again it hears of nothing. */
    public boolean hasCrashed() {
        return fuse.isBurnt();
    }

    /** Lights no fuse any more. */
    public void calmDown() {
        fuse.replace();
    }

    @Override
    public void send(ChannelAction.Send action) {
        fuse.boundary();
        if (action.message() instanceof TicketsIssued issued) {
            issued.book().content().tickets().forEach(ticket -> tickets.put(ticket.unit(), ticket));
        }
        post.send(Party.UTILITY, action.to(), action.message());
    }

    @Override
    public void disconnect(ChannelAction.Disconnect action) {
        notices.add(new Notice.Complaint("disconnects " + action.party()));
    }

    @Override
    public void watch(ChannelAction.Watch action) {
        if (watched.add(action.outpoint())) {
            chain.watch(action.outpoint(), start);
        }
    }

    @Override
    public void lookUp(ChannelAction.LookUp action) {
        Map<Outpoint, CoinFact> facts = new HashMap<>();
        action.outpoints().forEach(outpoint -> facts.put(outpoint, chain.fact(outpoint)));
        handle(new ChainNews.CoinsFound(facts));
    }

    @Override
    public void signInputs(ChannelAction.SignInputs action) {
        List<List<Bytes>> witnesses = purse.witnesses(action.funding());
        handle(new WalletEvent.InputsSigned(action.funding().txid(), witnesses));
    }

    @Override
    public void publish(ChannelAction.Publish action) {
        fuse.boundary();
        boolean again = published.put(action.transaction().txid(), action) != null;
        if (again && action.anchor().isPresent()) {
            return;
        }
        List<Transaction> transactions = action.anchor().isPresent()
                ? List.of(action.transaction(), purse.bump(action.transaction()))
                : List.of(action.transaction());
        if (chain.submit(transactions) instanceof SubmitResult.Rejected rejected && !again) {
            throw new AssertionError(action.purpose() + ": " + rejected.reason());
        }
    }

    @Override
    public void report(ChannelAction.Report action) {
        if (action.notice() instanceof Notice.SigningRefused refused) {
            throw new AssertionError(refused.refusal().message());
        }
        notices.add(action.notice());
    }
}
