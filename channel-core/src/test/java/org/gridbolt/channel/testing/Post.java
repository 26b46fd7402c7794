package org.gridbolt.channel.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.multisig.Party;

/** The letters between the three, as bytes: each is encoded on its way and must decode to itself. A test may hold some back. */
public final class Post {

    private static final int LETTERS_MAX = 20_000;

    /** A message on its way. */
    public record Letter(Party from, Party to, ChannelMessage message) {}

    private final Map<Party, BiConsumer<Party, ChannelMessage>> doors = new EnumMap<>(Party.class);
    private final Deque<Letter> letters = new ArrayDeque<>();
    private final List<Letter> delivered = new ArrayList<>();
    private final List<Letter> held = new ArrayList<>();
    private final List<Letter> sent = new ArrayList<>();
    private Predicate<Letter> holdsBack = letter -> false;

    void connect(Party party, BiConsumer<Party, ChannelMessage> door) {
        doors.put(party, door);
    }

    /** Takes a letter. */
    public void send(Party from, Party to, ChannelMessage message) {
        Letter letter = new Letter(from, to, message);
        letters.add(letter);
        sent.add(letter);
    }

    /** Keeps back, from now on, the letters that {@code condition} holds for. */
    public void holdBack(Predicate<Letter> condition) {
        holdsBack = condition;
    }

    /** Holds nothing back any more; what was held is lost. */
    public void loseHeld() {
        held.clear();
        holdsBack = letter -> false;
    }

    /** Holds nothing back any more; what was held is delivered next. */
    public void release() {
        holdsBack = letter -> false;
        for (int i = held.size() - 1; i >= 0; i--) {
            letters.addFirst(held.get(i));
        }
        held.clear();
    }

    /** What is held back. */
    public List<Letter> held() {
        return List.copyOf(held);
    }

    /** Takes out the first of what is held back. */
    public Optional<Letter> takeHeld() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.remove(0));
    }

    /** All messages of that kind that a party ever sent. */
    public <M extends ChannelMessage> List<M> sent(Class<M> kind, Party from) {
        return sent.stream()
                .filter(letter -> letter.from() == from && kind.isInstance(letter.message()))
                .map(letter -> kind.cast(letter.message()))
                .toList();
    }

    /** Every letter that anybody ever sent to {@code party}. */
    public List<Letter> sentTo(Party party) {
        return sent.stream().filter(letter -> letter.to() == party).toList();
    }

    /** Loses everything on its way between the two. */
    public void lose(Party one, Party other) {
        letters.removeIf(letter -> isBetween(letter, one, other));
        held.removeIf(letter -> isBetween(letter, one, other));
    }

    private static boolean isBetween(Letter letter, Party one, Party other) {
        return EnumSet.of(letter.from(), letter.to()).equals(EnumSet.of(one, other));
    }

    /** Delivers one letter. */
    public Optional<Letter> deliverOne() {
        Letter letter = letters.poll();
        if (letter == null) {
            return Optional.empty();
        }
        if (holdsBack.test(letter)) {
            held.add(letter);
            return Optional.of(letter);
        }
        delivered.add(letter);
        ChannelMessage arrived =
                MessageCodec.decode(MessageCodec.encode(letter.message())).orElseThrow();
        if (!arrived.equals(letter.message())) {
            throw new AssertionError("does not read back as itself: " + letter);
        }
        Objects.requireNonNull(doors.get(letter.to())).accept(letter.from(), arrived);
        return Optional.of(letter);
    }

    /** Delivers until nobody has anything to say. */
    public void deliver() {
        for (int count = 0; deliverOne().isPresent(); count++) {
            if (count > LETTERS_MAX) {
                throw new AssertionError("no end of letters; the last: " + letters.peekLast());
            }
        }
    }

    /** All letters of that kind that arrived. */
    public <M extends ChannelMessage> List<M> delivered(Class<M> kind, Party to) {
        return delivered.stream()
                .filter(letter -> letter.to() == to && kind.isInstance(letter.message()))
                .map(letter -> kind.cast(letter.message()))
                .toList();
    }

    /** Forgets what arrived. */
    public void forget() {
        delivered.clear();
    }
}
