package org.gridbolt.channel.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.multisig.Party;

/** The connections between the three: messages arrive in the order in which they were sent, one after the other. */
final class Post {

    /** More messages than any exchange between two blocks takes: beyond it two machines talk in circles. */
    private static final int LETTERS_MAX = 100_000;

    private final Map<Party, BiConsumer<Party, ChannelMessage>> receivers = new EnumMap<>(Party.class);
    private final Deque<Letter> letters = new ArrayDeque<>();
    private int revocations;

    private record Letter(Party from, Party to, ChannelMessage message) {}

    /** Delivers to {@code party} by {@code receiver}, which hears of the sender and the message. */
    void connect(Party party, BiConsumer<Party, ChannelMessage> receiver) {
        receivers.put(party, receiver);
    }

    /** Takes a message; it arrives with the next {@link #deliver}. */
    void send(Party from, Party to, ChannelMessage message) {
        if (message instanceof RevokeAndAck) {
            revocations++;
        }
        letters.add(new Letter(from, to, message));
    }

    /** Delivers until nobody has anything to say. */
    void deliver() {
        for (int delivered = 0; !letters.isEmpty(); delivered++) {
            if (delivered > LETTERS_MAX) {
                throw new IllegalStateException("no end of messages, the last one " + letters.peekLast());
            }
            Letter letter = letters.remove();
            BiConsumer<Party, ChannelMessage> receiver = receivers.get(letter.to());
            if (receiver != null) {
                receiver.accept(letter.from(), letter.message());
            }
        }
    }

    /** Whether a message is under way. */
    boolean isBusy() {
        return !letters.isEmpty();
    }

    /** Whole commitment rounds so far: in each, both households revoked a state. */
    int rounds() {
        return revocations / 2;
    }
}
