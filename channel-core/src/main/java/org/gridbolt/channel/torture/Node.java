package org.gridbolt.channel.torture;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.broadcast.Broadcaster;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.driver.ChainFeed;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.WalletEvent;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CoinFact;

/**
 * The process of one party: its machine, its disk, its view of the chain, and its hands in the world. It can end anywhere and
 * start again on what its disk kept.
 */
final class Node implements ChannelAction.Performer {

    private static final FeePolicy FEES = FeePolicy.DEFAULT;

    private final Party party;
    private final Street street;
    private final Fuse fuse = new Fuse();
    private final Disk disk = new Disk(fuse);
    private final Disk marks = new Disk(fuse);
    private final Coins coins;
    private final MachineRoom room;
    private final BlockHeight since;
    private final int skew;
    private final Deque<ChannelEvent> inbox = new ArrayDeque<>();
    private Inside inside;
    private boolean lostItsDisk;
    private int absence;
    private int longestAbsence;

    /** Starts machines on what a disk holds. */
    interface MachineRoom {

        /** One that was never there before, or goes on with what it stored. */
        Machine start(Disk disk, Disk marks, ChannelAction.Performer hands);

        /** One that goes on with a backup. */
        Machine restore(Disk disk, Disk marks, ChannelAction.Performer hands);
    }

    /** What ends with a process. */
    private static final class Inside {

        private final View view;
        private final ChainFeed feed;
        private final Broadcaster broadcaster;
        private Optional<Machine> machine = Optional.empty();

        Inside(View view, BlockHeight since, Coins coins) {
            this.view = view;
            this.feed = new ChainFeed(view, since);
            this.broadcaster = new Broadcaster(view, coins, FEES);
        }
    }

    Node(Party party, Street street, Coins coins, MachineRoom room) {
        this.party = party;
        this.street = street;
        this.coins = coins;
        this.room = room;
        this.since = street.tip();
        int most = street.weather().skew();
        this.skew = most == 0 ? 0 : street.dice().between(-most, most);
        this.inside = new Inside(street.view(), since, coins);
    }

    Party party() {
        return party;
    }

    Coins coins() {
        return coins;
    }

    /** Whether the process runs. */
    boolean isUp() {
        return inside.machine.isPresent();
    }

    /** The name of the machine's state. */
    String state() {
        return inside.machine.map(Machine::state).orElse("down");
    }

    /** The class of the machine's state: unlike its name it need not be worked out. */
    String place() {
        return inside.machine.map(Machine::place).orElse("down");
    }

    /** The machine, while it runs. */
    Optional<Machine> machine() {
        return inside.machine;
    }

    /** Ends the process after so many boundaries of what it does next. */
    void light(int boundaries) {
        fuse.light(boundaries);
    }

    /** Lights no fuse any more. */
    void calm() {
        fuse.putOut();
        inside.view.fallSilent(false);
    }

    /** A block came, which it sees or not. */
    void blockCame() {
        absence = isUp() && !inside.view.isSilent() ? 0 : absence + 1;
        longestAbsence = Math.max(longestAbsence, absence);
    }

    /** For how many blocks in a row it saw none, at the most. */
    int longestAbsence() {
        return longestAbsence;
    }

    /** Its node does not answer for a while, or answers again. */
    void turnSilent() {
        inside.view.fallSilent(!inside.view.isSilent());
    }

    /** Starts the process on what the disk kept. */
    void start() {
        run(() -> inside.machine = Optional.of(room.start(disk, marks, this)));
        pump();
    }

    /** What the disk holds now, as a backup. */
    Map<String, Bytes> backup() {
        return disk.backup();
    }

    /** Whether it ever went on with a backup. */
    boolean hasLostItsDisk() {
        return lostItsDisk;
    }

    /** Puts another past in the place of what the disk holds. */
    void replaceDisk(Map<String, Bytes> past) {
        disk.restore(past);
    }

    /** Starts the process on a backup: of the channel, never of the signer's records. */
    void restore(Map<String, Bytes> backup) {
        disk.restore(backup);
        lostItsDisk = true;
        fuse.putOut();
        run(() -> inside.machine = Optional.of(room.restore(disk, marks, this)));
        pump();
    }

    /** Hands an event in. */
    void handle(ChannelEvent event) {
        if (isUp()) {
            inbox.add(event);
            pump();
        }
    }

    /** Gives the utility's machine an order; whether it was followed. */
    boolean follow(UtilityOrder order) {
        if (!(inside.machine.orElse(null) instanceof Machine.Utility utility)) {
            return false;
        }
        boolean[] followed = {false};
        run(() -> followed[0] = utility.driver().follow(order).isEmpty());
        pump();
        return followed[0];
    }

    private void pump() {
        for (ChannelEvent event = inbox.poll(); event != null && isUp(); event = inbox.poll()) {
            ChannelEvent next = event;
            street.record().event(party, place(), next);
            run(() -> inside.machine.orElseThrow().handle(next));
            inside.machine
                    .flatMap(Machine::failure)
                    .ifPresent(failure -> street.record().violation("no machine stops", party + ": " + failure));
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (PowerCut end) {
            end();
        }
    }

    /** The process ends here and now. */
    void end() {
        street.record().line(party + " ends");
        fuse.putOut();
        disk.cut(street.dice());
        marks.cut(street.dice());
        inbox.clear();
        inside = new Inside(street.view(), since, coins);
        street.ended(party);
    }

    /** Looks at the chain. */
    void lookAtChain() {
        if (!isUp() || inside.view.isSilent()) {
            return;
        }
        Instant now = street.now().plusSeconds(skew);
        for (ChainNews news : inside.feed.poll(now)) {
            handle(news);
            if (!isUp()) {
                return;
            }
            if (news instanceof ChainNews.Tick) {
                complain(inside.broadcaster.onTip());
            }
        }
    }

    @Override
    public void send(ChannelAction.Send action) {
        fuse.boundary();
        street.post(new Letter(party, action.to(), MessageCodec.encode(action.message())), action.message());
    }

    @Override
    public void disconnect(ChannelAction.Disconnect action) {
        street.part(party, action.party());
    }

    @Override
    public void watch(ChannelAction.Watch action) {
        inside.feed.watch(action.outpoint());
    }

    @Override
    public void lookUp(ChannelAction.LookUp action) {
        Map<Outpoint, CoinFact> facts = new HashMap<>();
        try {
            action.outpoints().forEach(outpoint -> facts.put(outpoint, inside.view.fact(outpoint)));
            inbox.add(new ChainNews.CoinsFound(facts));
        } catch (ChainUnavailable silent) {
            street.later(() -> {
                if (isUp()) {
                    lookUp(action);
                    pump();
                }
            });
        }
    }

    @Override
    public void signInputs(ChannelAction.SignInputs action) {
        inbox.add(new WalletEvent.InputsSigned(action.funding().txid(), coins.witnesses(action.funding())));
    }

    @Override
    public void publish(ChannelAction.Publish action) {
        fuse.boundary();
        street.record()
                .line(party + " publishes " + action.purpose() + " "
                        + action.transaction().txid());
        List<Broadcaster.Trouble> troubles = inside.broadcaster.publish(action);
        complain(troubles);
    }

    private void complain(List<Broadcaster.Trouble> troubles) {
        troubles.forEach(trouble -> street.record()
                .line(party + ": " + trouble.wish().purpose() + ": "
                        + trouble.flaw().message()));
    }

    @Override
    public void report(ChannelAction.Report action) {
        Notice notice = action.notice();
        street.record().line(party + ": " + notice);
        street.told(party, notice);
    }
}
