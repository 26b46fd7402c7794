package org.gridbolt.channel.local;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.broadcast.BroadcastFlaw;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.driver.Sponsor;
import org.gridbolt.channel.driver.SponsorPolicy;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.SlotSchedule;

/** Consumer, producer and utility in one process, and the chain under them. */
final class Three {

    private static final Duration BLOCK = Duration.ofHours(1).dividedBy(LocalSetup.BLOCKS_PER_SLOT);

    private final LocalKeys keys;
    private final LocalSetup setup;
    private final Blocks blocks;
    private final ChainIdentity chain;
    private final Broadcasts broadcasts;
    private final Purses purses;
    private final Table table;
    private final Notices notices = new Notices();
    private final Map<Party, World> worlds = new EnumMap<>(Party.class);
    private final LocalHousehold consumer;
    private final LocalHousehold producer;
    private final LocalUtility utility;
    private final Sponsor sponsor;

    /** Sits all three down, each with what is in its purse. */
    Three(
            RegtestNode node,
            Blocks blocks,
            LocalKeys keys,
            LocalSetup setup,
            SponsorPolicy policy,
            Purses purses,
            SlotSchedule schedule,
            LocalStores stores) {
        this.keys = keys;
        this.setup = setup;
        this.blocks = blocks;
        this.purses = purses;
        Chain view = node.view();
        this.chain = view.identity();
        this.broadcasts = new Broadcasts(view, setup.fees(), purses.all());
        purses.filled().forEach(broadcasts::know);
        Post post = new Post();
        this.table = new Table(post, broadcasts);
        for (Party party : Party.values()) {
            worlds.put(party, new World(party, node.view(), purses.of(party), post));
        }
        this.consumer = new LocalHousehold(keys, setup.clauses().template(), stores, world(Party.CONSUMER));
        this.producer = new LocalHousehold(keys, setup.clauses().template(), stores, world(Party.PRODUCER));
        this.utility = new LocalUtility(
                keys, setup, policy.limits(), schedule, bring(Party.UTILITY), stores, world(Party.UTILITY));
        this.sponsor = new Sponsor(view, purses.of(Party.UTILITY), policy);
        table.seat(world(Party.CONSUMER), consumer::handle);
        table.seat(world(Party.PRODUCER), producer::handle);
        table.seat(world(Party.UTILITY), utility::handle);
        post.open();
        blocks.watch(this::lookAtChain);
    }

    /** Takes what {@code party} funds the channel with out of its purse: of the three, only the utility may bring nothing. */
    private Optional<FundingContribution> bring(Party party) {
        if (party == Party.UTILITY && setup.contributions().utility().isZero()) {
            return Optional.empty();
        }
        FundingContribution contribution = purses.contribution(party);
        world(party).bring(contribution);
        return Optional.of(contribution);
    }

    private World world(Party party) {
        World world = worlds.get(party);
        if (world == null) {
            throw new IllegalStateException("nobody sits there: " + party);
        }
        return world;
    }

    ChainIdentity chain() {
        return chain;
    }

    BlockHeight tip() {
        return blocks.tip();
    }

    Broadcasts broadcasts() {
        return broadcasts;
    }

    Purse purse(Party party) {
        return purses.of(party);
    }

    LocalHousehold household(Party party) {
        return party == Party.CONSUMER ? consumer : producer;
    }

    /** Whom alone {@code script} pays, in a channel with {@code scripts} or in a purse. */
    Optional<Party> ownerOf(Bytes script, ChannelScripts scripts) {
        return Stream.of(Party.values())
                .filter(party -> script.equals(scripts.payouts().of(party))
                        || script.equals(
                                new KeyHashScript(scripts.keys().of(party).balance()).scriptPubKey())
                        || script.equals(purses.of(party).script()))
                .findFirst();
    }

    LocalUtility utility() {
        return utility;
    }

    Notices notices() {
        return notices;
    }

    Effort effort() {
        return table.effort();
    }

    /** Lets both households ask for the channel. */
    void open() {
        for (Party party : new Party[] {Party.CONSUMER, Party.PRODUCER}) {
            FundingContribution contribution = bring(party).orElseThrow();
            world(party).happen(new Command.Open(keys.keyId(party), contribution));
        }
        work();
    }

    /** Lets {@code party} go: from now on it neither hears, nor says, nor does anything. */
    void leave(Party party) {
        table.leave(party);
        work();
    }

    /** Whether {@code party} is there. */
    boolean isThere(Party party) {
        return table.seats(party);
    }

    /** Lets {@code party} take an event, and all do what follows. */
    void happen(Party party, ChannelEvent event) {
        world(party).happen(event);
        work();
    }

    /** Has {@code party} publish a transaction. */
    void publish(Party party, Publish wish) {
        world(party).publish(wish);
        work();
    }

    /** Has {@code cheat} publish the revoked state in which it had most. */
    void publishRevoked(Party cheat) {
        Transaction revoked = household(cheat)
                .bestRevoked()
                .orElseThrow(() -> new IllegalStateException("no state was ever revoked"));
        publish(cheat, new Publish(Purpose.COMMITMENT, revoked, revoked.anchor()));
    }

    /** Has {@code party} publish a transaction whose child pays that much for each virtual byte of both. */
    Optional<BroadcastFlaw> publish(Party party, Publish wish, FeeRate rate) {
        Optional<BroadcastFlaw> flaw = broadcasts.publish(wish, purses.of(party), rate);
        work();
        return flaw;
    }

    /** Undoes the newest blocks; others without any transaction take their place, and all do what follows. */
    void reorganise(BlockCount depth) {
        blocks.reorganise(depth);
    }

    /** Mines that many blocks, one after the other. */
    void mineFor(BlockCount blocks) {
        for (int mined = 0; mined < blocks.value(); mined++) {
            mineBlock();
        }
    }

    /** Mines one block, and lets all do what follows. */
    void mineBlock() {
        blocks.mine();
    }

    private void lookAtChain() {
        table.lookAtChain(Instant.EPOCH.plus(BLOCK.multipliedBy(tip().value())));
        if (isThere(Party.UTILITY)) {
            utility.sponsor(sponsor);
        }
        work();
    }

    /** Lets all work until they are done, and hears what they have to tell. */
    void work() {
        table.work();
        worlds.forEach((party, world) -> world.takeNotices().forEach(notice -> notices.take(party, notice)));
    }
}
