package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.event.Command;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.WattHours;

/**
 * One channel from its opening to the burial of its last output, under one seed: rough weather for a number of events, then calm
 * until nothing is left to do.
 */
final class Trial {

    /** All of a channel's windows, and the burial, several times over. */
    private static final int SETTLING_BLOCKS_MAX = 700;

    /** Blocks that an honest process is down at most: a household that is away for longer depends on others. */
    private static final int DOWN_MAX = 3;

    private static final int REORG_MAX = 6;
    private static final int NEVER = 400_000_000;
    private static final int BOUNDARIES_MAX = 8;

    private final Logbook record;
    private final Dice dice;
    private final Weather weather;
    private final Street street;
    private final Day day;
    private final Map<Party, Rogue> rogues = new EnumMap<>(Party.class);
    private final Map<Party, BlockHeight> downUntil = new EnumMap<>(Party.class);
    private final Map<Party, Map<String, Bytes>> backups = new EnumMap<>(Party.class);
    private int blindness;
    private int spikeEnds;

    Trial(long seed, Logbook record) {
        this.record = record;
        this.dice = new Dice(seed);
        this.weather = Weather.draw(dice);
        int slots = dice.between(3, 18);
        this.street = new Street(seed, dice, weather, slots, clauses(), record);
        this.day = new Day(street, slots);
        for (Party party : Party.values()) {
            if (weather.of(party) == Conduct.ADVERSARY) {
                Rogue rogue = new Rogue(
                        street, party, day.end().value() - street.tip().value());
                rogues.put(party, rogue);
                street.corrupt(party, rogue);
            }
        }
        record.line(weather.line());
    }

    private Clauses clauses() {
        Clauses usual = Clauses.DEFAULT;
        WattHours tolerance = new WattHours(dice.pick(List.of(0, 0, 50)));
        return new Clauses(
                policy(), tolerance, Coin.valueOf(dice.pick(List.of(0, 0, 7))), usual.fundingFee(), usual.template());
    }

    private PenaltyPolicy policy() {
        PerMille consumers = new PerMille(dice.pick(List.of(0, 0, 250, 1000)));
        return dice.happens(500)
                ? new ForfeitAll(consumers)
                : new Graded(new Fraction(1, dice.between(1, 4)), dice.below(3), consumers);
    }

    /** Runs it: at most so many events of rough weather. */
    void run(long budget) {
        try {
            open();
            while (record.total() < budget && street.tip().isBefore(day.end().plus(new BlockCount(8)))) {
                step();
            }
            settle();
            street.checkEnd();
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException thrown) {
            record.line("THROWN: " + thrown);
            throw new Violation(thrown);
        }
    }

    private void open() {
        for (Party party : Party.values()) {
            street.node(party).start();
        }
        street.network().links().forEach(street::join);
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            var share = party == Party.CONSUMER ? Street.CONSUMER_SHARE : Street.PRODUCER_SHARE;
            street.node(party)
                    .handle(new Command.Open(
                            street.keys().keyId(party),
                            street.node(party).coins().contribution(party, share)));
        }
    }

    /** One event, and what may go wrong beside it. */
    private void step() {
        disturb();
        street.catchUp();
        rogues.values().forEach(Rogue::act);
        boolean busy = street.network().isBusy();
        if (busy && !dice.happens(weather.delay())) {
            deliver();
        } else if (day.hasDue()) {
            day.doNext();
        } else {
            mine();
        }
        street.catchUp();
        street.check();
    }

    private void deliver() {
        street.network().next(dice).ifPresent(letter -> {
            record.count(Logbook.Kind.MESSAGE);
            street.deliver(letter);
        });
    }

    private void disturb() {
        if (dice.happens(weather.cut())) {
            Network.Link link = dice.pick(street.network().links());
            street.part(link.ends().get(0), link.ends().get(1));
        }
        if (dice.happens(weather.disorder())) {
            street.network().disorder(dice).ifPresent(what -> record.line("a letter is " + what));
        }
        if (dice.happens(weather.crash())) {
            Node node = street.node(dice.pick(List.of(Party.values())));
            node.light(dice.below(BOUNDARIES_MAX));
        }
        if (dice.happens(weather.silence())) {
            street.node(dice.pick(List.of(Party.values()))).turnSilent();
        }
        if (dice.happens(100)) {
            street.network().links().forEach(street::join);
        }
        fallSilent();
        loseDisk();
    }

    /** A household's disk is gone: it goes on with a backup of the channel, and with its signer's records. */
    private void loseDisk() {
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            Node node = street.node(party);
            if (street.isFunded() && street.isHonest(party) && weather.loss() > 0 && node.isUp()) {
                if (dice.happens(5)) {
                    backups.put(party, node.backup());
                }
                Map<String, Bytes> backup = backups.get(party);
                if (backup != null && dice.happens(weather.loss())) {
                    record.line(party + " loses its disk and goes on with a backup");
                    node.end();
                    node.restore(backup);
                    backups.remove(party);
                }
            }
        }
    }

    /** A party that goes for good goes at some moment. */
    private void fallSilent() {
        for (Party party : Party.values()) {
            Node node = street.node(party);
            if (weather.of(party) == Conduct.SILENT && node.isUp() && dice.happens(3)) {
                record.line(party + " goes for good");
                node.end();
                downUntil.put(party, new BlockHeight(NEVER));
            }
        }
    }

    /** A block, or another past; then the processes that are down come back, and all look. */
    private void mine() {
        record.count(Logbook.Kind.BLOCK);
        if (street.isFunded() && dice.happens(weather.reorg())) {
            reorganise();
        } else if (dice.happens(50)) {
            street.regtest().mineExactly(List.of());
        } else {
            street.regtest().mine(new BlockCount(1));
        }
        street.follow();
        changeClimate();
        record.line("block " + street.tip().value());
        restart(DOWN_MAX);
        look(weather.blind());
        street.countAbsences();
        street.network().links().forEach(link -> {
            if (dice.happens(700)) {
                street.join(link);
            }
        });
    }

    /** Never deeper than the windows survive, and never before the channel. */
    private void reorganise() {
        int deepest = Math.min(REORG_MAX, street.tip().value() - street.start().value() - 1);
        if (deepest < 1) {
            return;
        }
        int depth = dice.between(1, deepest);
        record.line("the newest " + depth + " blocks are replaced");
        street.regtest().reorg(new BlockCount(depth), List.of());
    }

    private void changeClimate() {
        if (street.tip().value() >= spikeEnds) {
            street.climate().rise(FeeRate.RELAY);
            if (dice.happens(weather.spike())) {
                street.climate().rise(new FeeRate(1000 * dice.between(2, 12)));
                spikeEnds = street.tip().value() + dice.between(1, 4);
            }
        }
    }

    private void restart(int longest) {
        for (Party party : Party.values()) {
            Node node = street.node(party);
            if (node.isUp()) {
                downUntil.remove(party);
            } else {
                BlockHeight back = downUntil.computeIfAbsent(
                        party, down -> street.tip().plus(new BlockCount(dice.below(longest + 1))));
                if (!street.tip().isBefore(back)) {
                    record.count(Logbook.Kind.RESTART);
                    record.line(party + " starts again");
                    node.start();
                }
            }
        }
    }

    /** Who looks away sees it later: never for longer than an honest party may. */
    private void look(int blind) {
        for (Party party : Party.values()) {
            if (blindness >= DOWN_MAX || !dice.happens(blind)) {
                street.node(party).lookAtChain();
            }
        }
        blindness = blindness >= DOWN_MAX ? 0 : blindness + 1;
    }

    /** The weather calms down: all who are honest are there, and the chain goes on until they are done. */
    private void settle() {
        record.calm();
        street.climate().rise(FeeRate.RELAY);
        for (Party party : Party.values()) {
            street.node(party).calm();
        }
        for (int block = 0; block < SETTLING_BLOCKS_MAX && !isDone(); block++) {
            restart(0);
            street.network().links().forEach(street::join);
            converse();
            close(block);
            record.count(Logbook.Kind.BLOCK);
            street.regtest().mine(new BlockCount(1));
            street.follow();
            record.line("block " + street.tip().value());
            look(0);
            converse();
            street.check();
        }
    }

    /** Until nobody has anything to say. */
    private void converse() {
        street.catchUp();
        for (int letters = 0; street.network().isBusy(); letters++) {
            if (letters > Network.UNDER_WAY_MAX) {
                record.violation("the machines come to an end", "no end of letters when all is calm");
            }
            deliver();
            street.catchUp();
        }
    }

    private void close(int block) {
        List<Party> honest = new ArrayList<>();
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            if (street.isHonest(party)) {
                honest.add(party);
            }
        }
        Optional<Command> command = switch (block) {
            case 2 -> Optional.of(new Command.CloseTogether());
            case 15 -> Optional.of(new Command.CloseWithout());
            case 40 -> Optional.of(new Command.CloseAlone());
            default -> Optional.empty();
        };
        command.ifPresent(close -> honest.forEach(party -> street.node(party).handle(close)));
        converse();
    }

    private boolean isDone() {
        for (Party party : Party.values()) {
            if (street.isHonest(party) && !street.node(party).place().equals("Closed")) {
                return false;
            }
        }
        return true;
    }
}
