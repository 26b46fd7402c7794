package org.gridbolt.channel.local;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Disconnect;
import org.gridbolt.channel.action.ChannelAction.LookUp;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.driver.ChainFeed;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.WalletEvent;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FundingContribution;

/**
 * The world as one of the three meets it: what its machine wants done is done here, and what comes of that waits as events
 * until the machine is asked to take them.
 */
final class World implements ChannelAction.Performer {

    private final Party party;
    private final Chain view;
    private final ChainFeed feed;
    private final Purse purse;
    private final Post post;
    private final Deque<ChannelEvent> events = new ArrayDeque<>();
    private final Deque<Publish> publications = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private Optional<FundingContribution> contribution = Optional.empty();

    World(Party party, Chain view, Purse purse, Post post) {
        this.party = party;
        this.view = view;
        this.feed = new ChainFeed(view);
        this.purse = purse;
        this.post = post;
    }

    Party party() {
        return party;
    }

    Purse purse() {
        return purse;
    }

    /** Remembers what this party funds the channel with, for when it has to sign. */
    void bring(FundingContribution brought) {
        contribution = Optional.of(brought);
    }

    /** Lets an event wait for the machine. */
    void happen(ChannelEvent event) {
        events.add(event);
    }

    /** Looks at the chain; what it did waits for the machine. */
    void lookAtChain(Instant now) {
        events.addAll(feed.poll(now));
    }

    /** The next event for the machine. */
    Optional<ChannelEvent> nextEvent() {
        return Optional.ofNullable(events.poll());
    }

    /** Offers to the chain what the machine wants there; a refusal waits for the machine. */
    void publishAll(Broadcasts broadcasts) {
        while (!publications.isEmpty()) {
            Publish wish = publications.remove();
            broadcasts
                    .publish(wish, purse)
                    .ifPresent(flaw -> happen(new ChainNews.Refused(wish.transaction(), flaw.message())));
        }
    }

    /** Whether something waits to be done. */
    boolean isBusy() {
        return !events.isEmpty() || !publications.isEmpty();
    }

    /** What the machine told its owner since this was asked last. */
    List<Notice> takeNotices() {
        List<Notice> told = List.copyOf(notices);
        notices.clear();
        return told;
    }

    @Override
    public void send(Send action) {
        post.send(party, action.to(), action.message());
    }

    @Override
    public void disconnect(Disconnect action) {
        post.reconnect(party, action.party());
    }

    @Override
    public void watch(Watch action) {
        feed.watch(action.outpoint());
    }

    @Override
    public void lookUp(LookUp action) {
        Map<Outpoint, CoinFact> facts = new HashMap<>();
        action.outpoints().forEach(outpoint -> facts.put(outpoint, view.fact(outpoint)));
        happen(new ChainNews.CoinsFound(facts));
    }

    @Override
    public void signInputs(SignInputs action) {
        FundingContribution own =
                contribution.orElseThrow(() -> new IllegalStateException(party + " brought nothing to sign for"));
        happen(new WalletEvent.InputsSigned(action.funding().txid(), purse.witnesses(action.funding(), own)));
    }

    @Override
    public void publish(Publish action) {
        publications.add(action);
    }

    @Override
    public void report(Report action) {
        notices.add(action.notice());
    }
}
