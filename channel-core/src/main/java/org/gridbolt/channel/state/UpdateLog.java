package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.UnitNumber;

/**
 * The updates that both households know of and not both newest versions contain yet.
 *
 * @param known how many updates there were in all
 * @param open those that a newest version still lacks, in the order in which they became known
 */
public record UpdateLog(Clock known, List<Entry> open) {

    /** Before any update. */
    public static final UpdateLog EMPTY = new UpdateLog(Clock.START, List.of());

    /** Open updates: an honest household leaves at most two for each unit that may be pending. */
    public static final int OPEN_MAX = 256;

    /** The consumer's before the producer's: a unit is added before it is removed. */
    private static final Comparator<Entry> CAUSAL =
            Comparator.<Entry, Party>comparing(entry -> entry.change().author()).thenComparing(Entry::place);

    /**
     * One update.
     *
     * @param place which of its author's updates it is, from 1
     * @param change what it changes
     */
    public record Entry(int place, Change change) {

        /** Whether something of that clock contains this update. */
        boolean isIn(Clock clock) {
            return place <= clock.of(change.author());
        }
    }

    public UpdateLog {
        open = List.copyOf(open);
    }

    /** The log with one more update. */
    public UpdateLog plus(Change change) {
        Clock next = known.plusOne(change.author());
        List<Entry> entries = new ArrayList<>(open);
        entries.add(new Entry(next.of(change.author()), change));
        return new UpdateLog(next, entries);
    }

    /** Whether the author of the next update has left too many open. */
    public boolean isFull() {
        return open.size() >= OPEN_MAX;
    }

    /** The changes that turn a version of one clock into a version of another, later one. */
    public List<Change> between(Clock from, Clock to) {
        return open.stream()
                .filter(entry -> !entry.isIn(from) && entry.isIn(to))
                .sorted(CAUSAL)
                .map(Entry::change)
                .toList();
    }

    /** The log without what both newest versions contain. */
    public UpdateLog without(Clock contained) {
        List<Entry> left = open.stream().filter(entry -> !entry.isIn(contained)).toList();
        return left.size() == open.size() ? this : new UpdateLog(known, left);
    }

    /** Whether a unit is being added that something of that clock does not contain. */
    public boolean offersAfter(Clock clock) {
        for (Entry entry : open) {
            if (entry.change() instanceof Change.Offered && !entry.isIn(clock)) {
                return true;
            }
        }
        return false;
    }

    /** The units that are being removed as a waived ruling says. */
    public Set<UnitNumber> replaced() {
        return open.stream()
                .map(Entry::change)
                .filter(Change.Replaced.class::isInstance)
                .flatMap(change -> change.units().stream())
                .collect(Collectors.toSet());
    }

    /** Whether the removal of that unit is under way. */
    public boolean removes(UnitNumber unit) {
        return open.stream()
                .map(Entry::change)
                .anyMatch(change -> change.units().contains(unit) && !(change instanceof Change.Offered));
    }

    /** Whether that unit is being added. */
    public boolean adds(UnitNumber unit) {
        return open.stream()
                .map(Entry::change)
                .anyMatch(change -> change.units().contains(unit) && change instanceof Change.Offered);
    }
}
