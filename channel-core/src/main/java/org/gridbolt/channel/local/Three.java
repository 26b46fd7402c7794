package org.gridbolt.channel.local;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.broadcast.BroadcastFlaw;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.chain.RegtestMiner;
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
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;

/** Consumer, producer and utility in one process, and the chain under them. */
final class Three {

    /** Before slot 0, for the opening. */
    private static final BlockCount OPENING = new BlockCount(8);

    /** A day, and what follows from its last slot. */
    private static final int SLOTS = 26;

    private static final Duration BLOCK = Duration.ofHours(1).dividedBy(LocalSetup.BLOCKS_PER_SLOT);

    private final LocalSetup setup;
    private final RegtestMiner miner;
    private final Chain view;
    private final Broadcasts broadcasts;
    private final Purses purses;
    private final Table table;
    private final Notices notices = new Notices();
    private final Map<Party, World> worlds = new EnumMap<>(Party.class);
    private final LocalHousehold consumer;
    private final LocalHousehold producer;
    private final LocalUtility utility;

    /** Fills the purses of all three from {@code node} and sits them down. */
    Three(RegtestNode node, LocalSetup setup) {
        this.setup = setup;
        this.miner = node.miner();
        this.broadcasts = new Broadcasts(node.view(), setup.fees());
        this.purses = new Purses(setup, miner, broadcasts::know);
        this.view = node.view();
        Post post = new Post();
        this.table = new Table(post, broadcasts);
        for (Party party : Party.values()) {
            worlds.put(party, new World(party, node.view(), purses.of(party), post));
        }
        this.consumer = new LocalHousehold(setup, world(Party.CONSUMER));
        this.producer = new LocalHousehold(setup, world(Party.PRODUCER));
        this.utility = new LocalUtility(setup, schedule(), bring(Party.UTILITY), world(Party.UTILITY));
        table.seat(world(Party.CONSUMER), consumer::handle);
        table.seat(world(Party.PRODUCER), producer::handle);
        table.seat(world(Party.UTILITY), utility::handle);
        post.open();
    }

    private SlotSchedule schedule() {
        BlockHeight slotZero = tip().plus(OPENING);
        BlockCount slot = new BlockCount(LocalSetup.BLOCKS_PER_SLOT);
        return SlotSchedule.of(slotZero, slot, slotZero.plus(slot.times(SLOTS)), Windows.DEFAULT);
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
        return view.identity();
    }

    BlockHeight tip() {
        return view.tip().height();
    }

    Broadcasts broadcasts() {
        return broadcasts;
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
            world(party).happen(new Command.Open(setup.keyId(party), contribution));
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

    /** Has {@code party} publish a transaction whose child pays that much for each virtual byte of both. */
    Optional<BroadcastFlaw> publish(Party party, Publish wish, FeeRate rate) {
        Optional<BroadcastFlaw> flaw = broadcasts.publish(wish, purses.of(party), rate);
        work();
        return flaw;
    }

    /** Undoes the newest blocks; others without any transaction take their place, and all do what follows. */
    void reorganise(BlockCount depth) {
        miner.reorg(depth, List.of());
        lookAtChain();
    }

    /** Mines that many blocks, one after the other. */
    void mineFor(BlockCount blocks) {
        for (int mined = 0; mined < blocks.value(); mined++) {
            mineBlock();
        }
    }

    /** Mines one block, and lets all do what follows. */
    void mineBlock() {
        miner.mine(new BlockCount(1));
        lookAtChain();
    }

    private void lookAtChain() {
        var ignored = view.poll();
        table.lookAtChain(Instant.EPOCH.plus(BLOCK.multipliedBy(tip().value())));
        work();
    }

    /** Lets all work until they are done, and hears what they have to tell. */
    void work() {
        table.work();
        worlds.forEach((party, world) -> world.takeNotices().forEach(notice -> notices.take(party, notice)));
    }
}
