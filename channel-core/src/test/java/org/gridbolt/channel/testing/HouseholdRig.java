package org.gridbolt.channel.testing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.broadcast.Broadcaster;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.event.WalletEvent;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signer.HouseholdSigner;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.state.Acceptable;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.channel.store.StaleState;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** One household: its driver, its store, its coins, and its hands in the world. */
public final class HouseholdRig implements ChannelAction.Performer {

    /** One step: from a state, on an event, to a state. */
    public record Step(String from, String event, String to) {}

    private static final FeePolicy FEES = new FeePolicy(
            FeeRate.RELAY, new FeeRate(100_000), Coin.valueOf(50_000), new BlockCount(3), new BlockCount(3));

    private final Party role;
    private final HouseholdProfile profile;
    private final Post post;
    private final Supplier<Chain> views;
    private Chain chain;
    private final BlockHeight start;
    private final Purse purse;
    private Broadcaster broadcaster;
    private final Bytes seed;
    private CheckedStore store;
    private InMemoryMarks marks = new InMemoryMarks();
    private HouseholdSigner keys;
    private WatchedSigner signer;
    private final Set<Outpoint> watched = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Sha256Hash, ChannelAction.Publish> published = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<ChannelEvent> heard = new ArrayList<>();
    private final NavigableMap<CommitmentNumber, Funded> past = new TreeMap<>();
    private Optional<FundedWallet> wallet = Optional.empty();
    private final Fuse fuse = new Fuse();
    /** What is answered while a process starts. */
    private final List<ChannelEvent> answers = new ArrayList<>();

    private ChannelDriver driver;
    private boolean starting;
    private boolean confused;
    private boolean old;

    HouseholdRig(Party role, Post post, EmbeddedRegtest regtest, Coin funds, PrivateKey utility) {
        this(role, post, regtest::connect, regtest, funds, utility);
    }

    /** On any regtest chain, of which each process of this household has a view of its own. */
    HouseholdRig(Party role, Post post, Supplier<Chain> views, RegtestMiner miner, Coin funds, PrivateKey utility) {
        this.role = role;
        this.post = post;
        this.views = views;
        this.chain = views.get();
        this.start = chain.tip().height();
        PrivateKey purseKey = Examples.key(role + " purse");
        this.purse = new Purse(purseKey, miner, funds);
        this.seed = Examples.bytes32(role + " seed");
        this.keys = newSigner(role, seed, utility.publicKey(), purse.script(), marks);
        this.signer = new WatchedSigner(keys, fuse::boundary);
        this.profile = new HouseholdProfile(
                role,
                keys,
                Examples.key(role + " node"),
                Examples.key(role + " meter").publicKey(),
                purse.script(),
                utility.publicKey(),
                ChainId.REGTEST,
                Acceptable.DEFAULT.with(WalletTemplate.PLAIN));
        this.broadcaster = new Broadcaster(chain, purse, FEES);
        this.store = new CheckedStore(profile);
        this.driver = ChannelDriver.start(new New(profile, Set.of()), this::save, signer, this);
        post.connect(role, (from, message) -> handle(new MessageReceived(from, message)));
    }

    private static HouseholdSigner newSigner(
            Party role, Bytes seed, PublicKey utility, Bytes payout, SignerMarks marks) {
        return new HouseholdSigner(
                new HouseholdSigner.Owner(role, utility, payout, Acceptable.DEFAULT.feeRate()), seed, marks);
    }

    /** A signer with the same record as this household's has now, for another course of events. */
    public ChannelSigner signerNow() {
        return newSigner(role, seed, profile.utility(), purse.script(), marks.copy());
    }

    /** Signers that each begin with the record as it is now, however this household goes on. */
    public Supplier<ChannelSigner> signersAsOfNow() {
        InMemoryMarks now = marks.copy();
        return () -> newSigner(role, seed, profile.utility(), purse.script(), now.copy());
    }

    /** Asks for a channel with that share of the wallet. */
    public void open(Coin share) {
        open(purse.contribution(role, share));
    }

    /** Asks for a channel, funded like that. */
    public void open(FundingContribution contribution) {
        handle(new Command.Open(keyId(), contribution));
    }

    /** Hands an event in. */
    public void handle(ChannelEvent event) {
        if (fuse.isBurnt()) {
            return;
        }
        if (starting) {
            answers.add(event);
            return;
        }
        heard.add(event);
        steps.add(new Step(
                driver.state().name(), kindOf(event), wouldStep(event).next().name()));
        try {
            driver.handle(event);
        } catch (Fuse.Crash crash) {
            return;
        }
        driver.failure().ifPresent(failure -> {
            throw new AssertionError(failure);
        });
        if (driver.state() instanceof Funded funded) {
            wallet = wallet.or(() -> Optional.of(funded.channel().context().wallet()));
            past.put(funded.channel().commitments().own().number(), funded);
        }
    }

    /** The newest state of each own version that it ever had: what a cheat would have kept. */
    public NavigableMap<CommitmentNumber, Funded> past() {
        return Collections.unmodifiableNavigableMap(past);
    }

    private static String kindOf(ChannelEvent event) {
        return event instanceof MessageReceived received
                ? received.message().kind()
                : event.getClass().getSimpleName();
    }

    private void save(ChannelState next) throws IOException {
        fuse.boundary();
        store.save(next);
        if (!confused && !old && StaleState.of(next, keys.standing(keyId())).isPresent()) {
            throw new AssertionError("behind its own signer: " + next.name());
        }
    }

    /** Every event that it was handed. */
    public List<ChannelEvent> heard() {
        return Collections.unmodifiableList(heard);
    }

    /** The newest of each state that was ever durable, by its name. */
    public Map<String, ChannelState> lived() {
        return store.lived();
    }

    /** Every step that it made. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Ends the process and starts another one on what was stored. */
    public void restart() {
        if (fuse.isBurnt()) {
            chain = views.get();
            watched.clear();
            broadcaster = new Broadcaster(chain, purse, FEES);
        }
        fuse.replace();
        starting = true;
        driver = store.isEmpty()
                ? ChannelDriver.start(new New(profile, Set.of()), this::save, signer, this)
                : ChannelDriver.resume(store.load(), this::save, signer, this);
        starting = false;
        List<ChannelEvent> first = List.copyOf(answers);
        answers.clear();
        first.forEach(this::handle);
    }

    /** Starts again where nothing is left, on what was recovered. */
    public void recover(ChannelState recovered) {
        store = new CheckedStore(profile);
        marks = new InMemoryMarks();
        keys = newSigner(role, seed, profile.utility(), purse.script(), marks);
        signer = new WatchedSigner(keys, fuse::boundary);
        restore(recovered);
    }

    /** Its signer, on other records. */
    public HouseholdSigner signerOn(SignerMarks records) {
        return newSigner(role, seed, profile.utility(), purse.script(), records);
    }

    /** The records of its signer. */
    public SignerMarks marks() {
        return marks;
    }

    /** Ends the process; {@code next} goes on in its place, with a store and a signer of its own. */
    public void goOn(ChannelDriver next) {
        fuse.replace();
        driver = next;
    }

    /** Starts again on a backup. */
    public void restore(ChannelState backup) {
        old = true;
        driver = ChannelDriver.restore(backup, this::save, signer, this);
    }

    /** The state. */
    public ChannelState state() {
        return driver.state();
    }

    /** Puts another state in the place of this one: a backup, or a household that cheats. */
    public void replaceState(ChannelState other) {
        confused = true;
        driver = ChannelDriver.start(other, next -> {}, signer, this);
    }

    /** The channel, in any state that has one. */
    public Channel channel() {
        ChannelState state = driver.state();
        if (state instanceof Reconnecting reconnecting) {
            return reconnecting.inner().channel();
        }
        if (state instanceof Resolving resolving) {
            return resolving.before().channel();
        }
        return ((Funded) state).channel();
    }

    /** Its secrets in the channel, as a thief who has its seed would have them. */
    public ChannelSecrets secrets() {
        return ChannelSecrets.derive(Examples.bytes32(role + " seed"), role, keyId());
    }

    /** The key id that it draws for its channel. */
    public KeyId keyId() {
        return new KeyId(Examples.bytes32(role + " key id").slice(0, KeyId.SIZE));
    }

    /** The wallet, in any state after the opening. */
    public FundedWallet wallet() {
        return wallet.orElseThrow();
    }

    /** The producer's meter closes its measurement of a unit now. */
    public void measure(UnitNumber unit, WattHours injected) {
        MeterReading reading = new MeterReading(
                channel().context().ref(), unit, injected, chain.tip().height());
        handle(new Command.Measured(Signed.sign(reading, Examples.key(role + " meter"))));
    }

    public HouseholdProfile profile() {
        return profile;
    }

    public Purse purse() {
        return purse;
    }

    /** What {@code event} would lead to, without anything happening. */
    public Transition wouldStep(ChannelEvent event) {
        return driver.state().step(event);
    }

    /** What a message of {@code from} would lead to, without anything happening. */
    public Transition wouldReceive(Party from, ChannelMessage message) {
        return wouldStep(new MessageReceived(from, message));
    }

    /** Publishes an old version of this household: the cheat. */
    public Transaction cheat(Channel old) {
        Transaction version = signed(old);
        SubmitResult result = chain.submit(List.of(version, purse.bump(version)));
        if (!result.isThere()) {
            throw new AssertionError(result);
        }
        return version;
    }

    /** The signer, with an account of all that it released. */
    public WatchedSigner signer() {
        return signer;
    }

    /** The own version of that state, signed by both, whatever its signer would say. */
    public Transaction signed(Channel state) {
        return new SigningOrder.OwnVersion(
                        state.context().deed(),
                        state.ownVersion(),
                        state.commitments().own().signature())
                .fulfil(secrets());
    }

    /** What the household was told, of that kind. */
    public <N extends Notice> List<N> notices(Class<N> kind) {
        return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What it asked to publish, in any order. */
    public List<ChannelAction.Publish> published() {
        return List.copyOf(published.values());
    }

    /** What it asked to publish for that purpose, in any order. */
    public List<Transaction> published(Purpose purpose) {
        return published.values().stream()
                .filter(action -> action.purpose() == purpose)
                .map(ChannelAction.Publish::transaction)
                .toList();
    }

    /** What the node refused. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Hears of new blocks. */
    public void follow() {
        for (ChainEvent event : chain.poll()) {
            news(event).ifPresent(this::handle);
            if (event instanceof ChainEvent.BlockConnected && !fuse.isBurnt()) {
                hear(broadcaster.onTip());
            }
        }
    }

    /** What {@code event} is to a machine. */
    public static Optional<ChainNews> news(ChainEvent event) {
        if (event instanceof ChainEvent.BlockConnected block) {
            return Optional.of(new ChainNews.Tick(block.block().height(), Instant.EPOCH));
        }
        if (event instanceof ChainEvent.Confirmed found) {
            return Optional.of(
                    new ChainNews.Confirmed(found.outpoint(), found.block().height()));
        }
        if (event instanceof ChainEvent.Unconfirmed lost) {
            return Optional.of(new ChainNews.Unconfirmed(lost.outpoint()));
        }
        if (event instanceof ChainEvent.Spent spent) {
            return Optional.of(new ChainNews.Spent(
                    spent.outpoint(), spent.spender(), spent.block().height()));
        }
        return event instanceof ChainEvent.Unspent unspent
                ? Optional.of(new ChainNews.Unspent(unspent.outpoint()))
                : Optional.empty();
    }

    public void connect(Party party) {
        handle(new ConnectionEvent.Connected(party));
    }

    public void disconnected(Party party) {
        handle(new ConnectionEvent.Disconnected(party));
    }

    /** Ends the process at the boundary after so many others: each save, order to the signer, letter and publication begins with one. */
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
        post.send(role, action.to(), action.message());
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
        published.put(action.transaction().txid(), action);
        hear(broadcaster.publish(action));
    }

    private void hear(List<Broadcaster.Trouble> troubles) {
        for (Broadcaster.Trouble trouble : troubles) {
            String line = trouble.wish().purpose() + ": " + trouble.flaw().message();
            if (!refusals.contains(line)) {
                refusals.add(line);
            }
        }
    }

    /** An honest node never asks its signer for what it refuses. */
    @Override
    public void report(ChannelAction.Report action) {
        if (action.notice() instanceof Notice.SigningRefused refused && !confused) {
            throw new AssertionError(refused.refusal().message());
        }
        notices.add(action.notice());
    }
}
