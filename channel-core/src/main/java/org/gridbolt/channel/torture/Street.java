package org.gridbolt.channel.torture;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.chain.embedded.EmbeddedChain;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Windows;

/** The world of one trial: three processes, the network between them, and the chain. It does nothing by itself. */
final class Street {

    static final Coin CONSUMER_SHARE = Coin.valueOf(200_000);
    static final Coin PRODUCER_SHARE = Coin.valueOf(80_000);

    private static final Coin MARGIN = Coin.valueOf(20_000);
    private static final int SLOT_BLOCKS = 6;
    /** Of the 42 blocks of csv, those that reorganisations and dear blocks leave. */
    private static final int ABSENCE_MAX = 30;

    private static final Depths DEPTHS = new Depths(new BlockCount(1), new BlockCount(12), new BlockCount(2));

    private final Dice dice;
    private final Logbook record;
    private final Weather weather;
    private final Keys keys;
    private final EmbeddedRegtest regtest;
    private final EmbeddedChain onlooker;
    private final Climate climate = new Climate();
    private final Network network = new Network();
    private final SlotSchedule schedule;
    private final Map<Party, Account> accounts = new EnumMap<>(Party.class);
    private final Map<Party, Node> nodes = new EnumMap<>(Party.class);
    private final Map<Party, HouseholdRoom> households = new EnumMap<>(Party.class);
    private final UtilityRoom utility;
    private final Map<Party, Map<Class<?>, Integer>> notices = new EnumMap<>(Party.class);
    private final Map<Party, Rogue> rogues = new EnumMap<>(Party.class);
    private final Set<IssuedRuling> rulings = new LinkedHashSet<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Invariant> invariants;
    private final BlockHeight start;
    private boolean funded;

    Street(long seed, Dice dice, Weather weather, int slots, Clauses clauses, Logbook record) {
        this.dice = dice;
        this.record = record;
        this.weather = weather;
        this.keys = new Keys(seed);
        this.regtest = new EmbeddedRegtest(seed);
        this.onlooker = regtest.connect();
        Map<Party, Coins> coins = new EnumMap<>(Party.class);
        coins.put(Party.CONSUMER, coins(Party.CONSUMER, CONSUMER_SHARE.add(MARGIN)));
        coins.put(Party.PRODUCER, coins(Party.PRODUCER, PRODUCER_SHARE.add(MARGIN)));
        coins.put(Party.UTILITY, coins(Party.UTILITY, MARGIN));
        var unused = onlooker.poll();
        this.start = tip();
        BlockHeight slotZero = tip().plus(new BlockCount(10));
        this.schedule = SlotSchedule.of(
                slotZero,
                new BlockCount(SLOT_BLOCKS),
                slotZero.plus(new BlockCount(SLOT_BLOCKS * slots + 2)),
                Windows.DEFAULT);
        for (Party party : Party.values()) {
            accounts.put(party, new Account(party, record));
        }
        this.utility = new UtilityRoom(
                keys,
                schedule,
                new Conditions(Windows.DEFAULT, DEPTHS, Optional.empty(), clauses),
                account(Party.UTILITY),
                isHonest(Party.UTILITY));
        nodes.put(Party.UTILITY, new Node(Party.UTILITY, this, purse(coins, Party.UTILITY), utility));
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            HouseholdRoom room = new HouseholdRoom(party, keys, account(party), isHonest(party));
            households.put(party, room);
            nodes.put(party, new Node(party, this, purse(coins, party), room));
        }
        this.invariants = Invariant.all();
    }

    private static Coins purse(Map<Party, Coins> coins, Party party) {
        return Optional.ofNullable(coins.get(party)).orElseThrow();
    }

    private Coins coins(Party party, Coin funds) {
        return new Coins(keys.key(party, "purse"), regtest, funds, climate);
    }

    /** Whether nobody may lose what {@code party} is due: one that falls silent is, until then. */
    boolean isHonest(Party party) {
        return weather.of(party) == Conduct.HONEST;
    }

    /** Whether {@code party} was never without the chain for so long that its claims came too late. */
    boolean seesChain(Party party) {
        return node(party).longestAbsence() < ABSENCE_MAX;
    }

    /** After a block: who did not see it. */
    void countAbsences() {
        nodes.values().forEach(Node::blockCame);
    }

    Dice dice() {
        return dice;
    }

    Logbook record() {
        return record;
    }

    Weather weather() {
        return weather;
    }

    Keys keys() {
        return keys;
    }

    EmbeddedRegtest regtest() {
        return regtest;
    }

    Climate climate() {
        return climate;
    }

    Network network() {
        return network;
    }

    SlotSchedule schedule() {
        return schedule;
    }

    /** The block before the channel. */
    BlockHeight start() {
        return start;
    }

    Account account(Party party) {
        return Optional.ofNullable(accounts.get(party)).orElseThrow();
    }

    Node node(Party party) {
        return Optional.ofNullable(nodes.get(party)).orElseThrow();
    }

    HouseholdRoom household(Party party) {
        return Optional.ofNullable(households.get(party)).orElseThrow();
    }

    UtilityRoom utility() {
        return utility;
    }

    /** The newest block. */
    BlockHeight tip() {
        return onlooker.tip().height();
    }

    /** The time, as a clock that is right shows it: ten minutes a block. */
    Instant now() {
        return Instant.EPOCH.plusSeconds(600L * tip().value());
    }

    /** Moves the onlooker on to the newest block. */
    void follow() {
        var unused = onlooker.poll();
        funded = seesWallet();
    }

    /** A new view of the chain. */
    View view() {
        return new View(regtest.connect(), climate);
    }

    /** Every ruling that was ever sent and that its evidence proves. */
    Set<IssuedRuling> rulings() {
        return rulings;
    }

    /** Does something once the process that asks for it is done with its step. */
    void later(Runnable work) {
        waiting.add(work);
    }

    /** Does what was put off until now. */
    void catchUp() {
        int count = waiting.size();
        for (int i = 0; i < count; i++) {
            waiting.remove().run();
        }
    }

    /** From now on {@code rogue} has a hand in everything that {@code party} sends. */
    void corrupt(Party party, Rogue rogue) {
        rogues.put(party, rogue);
    }

    /** Takes a letter to be delivered. */
    void post(Letter letter, ChannelMessage message) {
        invariants.forEach(invariant -> invariant.onSent(this, letter, message));
        if (message instanceof RulingIssued issued && letter.from() == Party.UTILITY) {
            IssuedRuling.of(issued.file(), utility.profile().nodeKey().publicKey())
                    .ifPresent(rulings::add);
        }
        Rogue rogue = rogues.get(letter.from());
        List<Letter> letters = rogue == null ? List.of(letter) : rogue.tamper(letter);
        letters.forEach(network::send);
        if (network.underWay() > Network.UNDER_WAY_MAX) {
            record.violation("the machines come to an end", "no end of letters; the last is " + message.kind());
        }
    }

    /** Delivers a letter. Bytes that are no message end there: whoever decodes refuses them. */
    void deliver(Letter letter) {
        MessageCodec.decode(letter.bytes()).value().ifPresent(message -> {
            if (record.isRead()) {
                record.line(letter.from() + " -> " + letter.to() + " " + brief(message));
            }
            node(letter.to()).handle(new MessageReceived(letter.from(), message));
        });
    }

    private static String brief(ChannelMessage message) {
        String text = message.toString();
        return message.kind() + " " + (text.length() > 240 ? text.substring(0, 240) + "..." : text);
    }

    /** Ends the connection of two, and tells both. */
    void part(Party one, Party other) {
        Network.Link link = network.between(one, other);
        if (link.isUp()) {
            network.cut(link);
            record.line(one + " and " + other + " are parted");
            later(() -> {
                node(one).handle(new ConnectionEvent.Disconnected(other));
                node(other).handle(new ConnectionEvent.Disconnected(one));
            });
        }
    }

    /** Joins two that are there. */
    void join(Network.Link link) {
        Party one = link.ends().get(0);
        Party other = link.ends().get(1);
        if (!link.isUp() && node(one).isUp() && node(other).isUp()) {
            network.connect(link);
            record.line(one + " and " + other + " are joined");
            node(one).handle(new ConnectionEvent.Connected(other));
            node(other).handle(new ConnectionEvent.Connected(one));
        }
    }

    /** The process of {@code party} has ended. */
    void ended(Party party) {
        record.count(Logbook.Kind.CRASH);
        for (Party other : Party.values()) {
            if (other != party && network.between(party, other).isUp()) {
                network.cut(network.between(party, other));
                later(() -> node(other).handle(new ConnectionEvent.Disconnected(party)));
            }
        }
    }

    /** Whether the wallet stands in the chain. */
    boolean isFunded() {
        return funded;
    }

    private boolean seesWallet() {
        return List.of(Party.CONSUMER, Party.PRODUCER).stream()
                .flatMap(party -> household(party).newest().stream())
                .map(channel -> channel.context().outpoint().txid())
                .anyMatch(txid -> regtest.confirmed().stream()
                        .anyMatch(transaction -> transaction.txid().equals(txid)));
    }

    /** A party's machine told it something. */
    void told(Party party, Notice notice) {
        notices.computeIfAbsent(party, unused -> new HashMap<>()).merge(notice.getClass(), 1, Integer::sum);
    }

    /** How often a party was told something of that kind. */
    int told(Party party, Class<? extends Notice> kind) {
        return notices.getOrDefault(party, Map.of()).getOrDefault(kind, 0);
    }

    /** Looks for what must never be, after an event. */
    void check() {
        invariants.forEach(invariant -> invariant.afterEvent(this));
    }

    /** Looks for what must never be, once everything has settled. */
    void checkEnd() {
        invariants.forEach(invariant -> invariant.atEnd(this));
    }
}
