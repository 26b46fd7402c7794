package org.gridbolt.channel.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.multisig.Party;

/** The connections between the three: messages arrive in the order in which they were sent, one after the other. */
final class Post {

    private final Map<Party, Consumer<ChannelEvent>> receivers = new EnumMap<>(Party.class);
    private final Deque<Letter> letters = new ArrayDeque<>();
    private int revocations;

    private record Letter(Party from, Party to, ChannelMessage message) {

        boolean isBetween(Party one, Party other) {
            return (from == one && to == other) || (from == other && to == one);
        }
    }

    /** What comes for {@code party} goes to {@code receiver}. */
    void connect(Party party, Consumer<ChannelEvent> receiver) {
        receivers.put(party, receiver);
    }

    /** Tells everybody of everybody else. */
    void open() {
        receivers.forEach((party, receiver) -> receivers.keySet().stream()
                .filter(other -> other != party)
                .forEach(other -> receiver.accept(new ConnectionEvent.Connected(other))));
    }

    /** Takes a message; it arrives with a later {@link #deliverNext}. */
    void send(Party from, Party to, ChannelMessage message) {
        if (message instanceof RevokeAndAck) {
            revocations++;
        }
        if (receivers.containsKey(to)) {
            letters.add(new Letter(from, to, message));
        }
    }

    /** Ends the connection between two, if both are there, which loses what was under way, and makes it again. */
    void reconnect(Party one, Party other) {
        letters.removeIf(letter -> letter.isBetween(one, other));
        if (!receivers.containsKey(one) || !receivers.containsKey(other)) {
            return;
        }
        tell(one, new ConnectionEvent.Disconnected(other));
        tell(other, new ConnectionEvent.Disconnected(one));
        tell(one, new ConnectionEvent.Connected(other));
        tell(other, new ConnectionEvent.Connected(one));
    }

    /** Ends all connections of {@code party} for good: what was under way to it or from it is lost. */
    void leave(Party party) {
        receivers.remove(party);
        letters.removeIf(letter -> letter.from() == party || letter.to() == party);
        receivers.values().forEach(receiver -> receiver.accept(new ConnectionEvent.Disconnected(party)));
    }

    /** Delivers the oldest message, if there is one. */
    void deliverNext() {
        Letter letter = letters.poll();
        if (letter != null) {
            tell(letter.to(), new MessageReceived(letter.from(), letter.message()));
        }
    }

    private void tell(Party party, ChannelEvent event) {
        Consumer<ChannelEvent> receiver = receivers.get(party);
        if (receiver != null) {
            receiver.accept(event);
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
