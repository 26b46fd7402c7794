package org.gridbolt.channel.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.gridbolt.multisig.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has to remember for ever and never changes again, as bytes in the order in which it came: the terms, the
 * ticket books, the units that ended. A store appends what is new and need not write the rest again, so a step of a long
 * channel costs what a step of a short one does.
 */
public final class Journal {

    /** Nothing yet. */
    public static final Journal EMPTY = new Journal(null, Bytes.EMPTY, 0);

    private final @Nullable Journal before;
    private final Bytes last;
    private final int size;

    private Journal(@Nullable Journal before, Bytes last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    /** The journal of these entries. */
    public static Journal of(List<Bytes> entries) {
        Journal journal = EMPTY;
        for (Bytes entry : entries) {
            journal = journal.plus(entry);
        }
        return journal;
    }

    /** The journal with one more entry. */
    public Journal plus(Bytes entry) {
        return new Journal(this, entry, Math.addExact(size, 1));
    }

    /** What the opening came to, of the journal of a channel. */
    Agreement agreement() {
        Journal first = this;
        while (first.before != null && first.before.size > 0) {
            first = first.before;
        }
        if (!(JournalEntry.decode(first.last) instanceof JournalEntry.Agreed agreed)) {
            throw new IllegalStateException("a journal that does not begin with an agreement");
        }
        return agreed.agreement();
    }

    /** How many entries there are. */
    public int size() {
        return size;
    }

    /** The entries after the first {@code count}, in their order. */
    public List<Bytes> since(int count) {
        Deque<Bytes> entries = new ArrayDeque<>();
        Journal at = this;
        while (at.size > count && at.before != null) {
            entries.addFirst(at.last);
            at = at.before;
        }
        return new ArrayList<>(entries);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Journal journal) || journal.size != size) {
            return false;
        }
        return this == journal || since(0).equals(journal.since(0));
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, last);
    }

    @Override
    public String toString() {
        return "Journal of " + size + " entries";
    }
}
