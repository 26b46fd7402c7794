package org.gridbolt.channel.torture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.Party;

/**
 * The connections between the three. Letters on one connection arrive in the order in which they were sent; when it breaks, both
 * ends hear of it and what was under way is lost.
 */
final class Network {

    /** A letter that waits behind so many is a bug of the machines: they talk in circles. */
    static final int UNDER_WAY_MAX = 5_000;

    private final List<Link> links = List.of(
            new Link(Party.CONSUMER, Party.PRODUCER),
            new Link(Party.CONSUMER, Party.UTILITY),
            new Link(Party.PRODUCER, Party.UTILITY));

    /** The connection of two, and what is under way on it in each direction. */
    static final class Link {

        private final Party one;
        private final Party other;
        private final Deque<Letter> toOther = new ArrayDeque<>();
        private final Deque<Letter> toOne = new ArrayDeque<>();
        private boolean up;

        Link(Party one, Party other) {
            this.one = one;
            this.other = other;
        }

        List<Party> ends() {
            return List.of(one, other);
        }

        boolean isUp() {
            return up;
        }

        private Deque<Letter> towards(Party to) {
            return to == other ? toOther : toOne;
        }

        private boolean joins(Party party, Party another) {
            return (party == one && another == other) || (party == other && another == one);
        }
    }

    List<Link> links() {
        return links;
    }

    Link between(Party one, Party other) {
        return links.stream().filter(link -> link.joins(one, other)).findFirst().orElseThrow();
    }

    /** Joins two. */
    void connect(Link link) {
        link.up = true;
    }

    /** Parts two: what was under way is lost. */
    void cut(Link link) {
        link.up = false;
        link.toOne.clear();
        link.toOther.clear();
    }

    /** Takes a letter; without a connection it is lost. */
    void send(Letter letter) {
        Link link = between(letter.from(), letter.to());
        if (link.up) {
            link.towards(letter.to()).add(letter);
        }
    }

    /** The directions in which something is under way. */
    private List<Deque<Letter>> busy() {
        List<Deque<Letter>> busy = new ArrayList<>();
        for (Link link : links) {
            if (!link.toOther.isEmpty()) {
                busy.add(link.toOther);
            }
            if (!link.toOne.isEmpty()) {
                busy.add(link.toOne);
            }
        }
        return busy;
    }

    /** Whether something is under way. */
    boolean isBusy() {
        return !busy().isEmpty();
    }

    /** How many letters are under way. */
    int underWay() {
        return busy().stream().mapToInt(Deque::size).sum();
    }

    /** The next letter of one of the directions. */
    Optional<Letter> next(Dice dice) {
        List<Deque<Letter>> busy = busy();
        return busy.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(dice.pick(busy).poll());
    }

    /** Loses, doubles or delays the next letter of one of the directions; says what it did. */
    Optional<String> disorder(Dice dice) {
        List<Deque<Letter>> busy = busy();
        if (busy.isEmpty()) {
            return Optional.empty();
        }
        Deque<Letter> direction = dice.pick(busy);
        Letter letter = direction.remove();
        String way = " on its way from " + letter.from() + " to " + letter.to();
        return switch (dice.below(3)) {
            case 0 -> Optional.of("lost" + way);
            case 1 -> {
                direction.addFirst(letter);
                direction.addFirst(letter);
                yield Optional.of("doubled" + way);
            }
            default -> {
                direction.addLast(letter);
                yield Optional.of("overtaken" + way);
            }
        };
    }
}
