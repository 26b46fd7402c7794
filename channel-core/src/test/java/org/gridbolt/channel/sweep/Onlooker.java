package org.gridbolt.channel.sweep;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Purse;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/** A party that takes up a state where it was, and from then on does what its machine says, on its own view of the chain. */
final class Onlooker implements ChannelAction.Performer {

    private final Party self;
    private final Chain chain;
    private final BlockHeight start;
    private final Purse purse;
    private final Map<Party, Onlooker> others;
    private final Consumer<ChannelEvent> machine;
    private final Queue<ChannelEvent> letters = new ArrayDeque<>();
    private final Set<Outpoint> watched = new HashSet<>();
    private final Map<Sha256Hash, List<Transaction>> taken = new HashMap<>();
    private final Map<Purpose, Transaction> wanted = new EnumMap<>(Purpose.class);

    private Onlooker(Party self, Chain chain, Purse purse, Map<Party, Onlooker> others, Machine machine) {
        this.self = self;
        this.chain = chain;
        this.start = chain.tip().height();
        this.purse = purse;
        this.others = others;
        this.machine = machine.resume(this);
        others.put(self, this);
    }

    private interface Machine {
        Consumer<ChannelEvent> resume(Onlooker hands);
    }

    static Onlooker household(
            HouseholdRig rig, ChannelState state, ChannelSigner signer, Chain chain, Map<Party, Onlooker> others) {
        return new Onlooker(
                rig.profile().role(),
                chain,
                rig.purse().copy(),
                others,
                hands -> ChannelDriver.resume(state, next -> {}, signer, hands)::handle);
    }

    static Onlooker utility(
            UtilityState state, ChannelSigner signer, Purse purse, Chain chain, Map<Party, Onlooker> others) {
        return new Onlooker(
                Party.UTILITY,
                chain,
                purse.copy(),
                others,
                hands -> UtilityDriver.resume(state, next -> {}, signer, hands)::handle);
    }

    /** Hears of new blocks. */
    void follow() {
        for (ChainEvent event : chain.poll()) {
            if (event instanceof ChainEvent.BlockDisconnected) {
                taken.clear();
            }
            HouseholdRig.news(event).ifPresent(machine);
        }
    }

    /** A letter for it. */
    void receive(Party from, ChannelMessage message) {
        letters.add(new MessageReceived(from, message));
    }

    /** What it wants in the chain that is for {@code purpose}, if it does. */
    Optional<Transaction> wanted(Purpose purpose) {
        return Optional.ofNullable(wanted.get(purpose));
    }

    /** Reads its letters; whether there were any. */
    boolean read() {
        boolean any = !letters.isEmpty();
        for (ChannelEvent letter = letters.poll(); letter != null; letter = letters.poll()) {
            machine.accept(letter);
        }
        return any;
    }

    @Override
    public void watch(ChannelAction.Watch action) {
        if (watched.add(action.outpoint())) {
            chain.watch(action.outpoint(), start);
        }
    }

    /** Others may be first, and a branch may not be open yet: what the node refuses is offered again when asked for again. */
    @Override
    public void publish(ChannelAction.Publish action) {
        Sha256Hash txid = action.transaction().txid();
        wanted.put(action.purpose(), action.transaction());
        if (!taken.containsKey(txid)) {
            List<Transaction> offer = action.anchor().isPresent()
                    ? List.of(action.transaction(), purse.bump(action.transaction()))
                    : List.of(action.transaction());
            if (chain.submit(offer).isThere()) {
                taken.put(txid, offer);
            }
        }
    }

    @Override
    public void send(ChannelAction.Send action) {
        Onlooker other = others.get(action.to());
        if (other != null) {
            other.receive(self, action.message());
        }
    }

    @Override
    public void lookUp(ChannelAction.LookUp action) {
        Map<Outpoint, CoinFact> facts = new HashMap<>();
        action.outpoints().forEach(outpoint -> facts.put(outpoint, chain.fact(outpoint)));
        letters.add(new ChainNews.CoinsFound(facts));
    }

    @Override
    public void disconnect(ChannelAction.Disconnect action) {}

    @Override
    public void signInputs(ChannelAction.SignInputs action) {}

    @Override
    public void report(ChannelAction.Report action) {}
}
