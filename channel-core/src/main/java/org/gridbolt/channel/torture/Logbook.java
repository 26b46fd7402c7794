package org.gridbolt.channel.torture;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.multisig.Party;

/** What happened in a trial: counted always, written down only for whoever reads it. */
final class Logbook {

    /** What counts as one event. */
    enum Kind {
        MESSAGE,
        BLOCK,
        TIMER,
        CRASH,
        RESTART
    }

    private final Consumer<String> reader;
    private final boolean read;
    private final Map<Kind, Long> events = new EnumMap<>(Kind.class);
    private final Map<String, Long> covered = new TreeMap<>();
    private long rough = -1;

    /** One that nobody reads. */
    Logbook() {
        this.reader = line -> {};
        this.read = false;
    }

    /** One whose lines {@code reader} gets. */
    Logbook(Consumer<String> reader) {
        this.reader = reader;
        this.read = true;
    }

    /** One more event. */
    void count(Kind kind) {
        events.merge(kind, 1L, Long::sum);
    }

    /** Something that the reader of a transcript wants to know. */
    void line(String line) {
        reader.accept(line);
    }

    /** Whether somebody reads. */
    boolean isRead() {
        return read;
    }

    /** A machine in {@code state} takes an event. */
    void event(Party party, String state, ChannelEvent event) {
        String role = party == Party.UTILITY ? "utility" : "household";
        covered.merge(role + " " + state + " " + kindOf(event), 1L, Long::sum);
    }

    static String kindOf(ChannelEvent event) {
        return event instanceof MessageReceived received
                ? received.message().kind()
                : event.getClass().getSimpleName();
    }

    /** How many events so far. */
    long total() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** From here on the weather is calm. */
    void calm() {
        rough = total();
        line("calm");
    }

    /** How many events the rough weather had, so far or until it was calm. */
    long rough() {
        return rough < 0 ? total() : rough;
    }

    /** How many of each kind. */
    Map<Kind, Long> events() {
        return events;
    }

    /** How often each kind of event met each state. */
    Map<String, Long> covered() {
        return covered;
    }

    /** What must never happen has happened. */
    void violation(String invariant, String what) {
        line("VIOLATION of " + invariant + ": " + what);
        throw new Violation(invariant, what);
    }
}
