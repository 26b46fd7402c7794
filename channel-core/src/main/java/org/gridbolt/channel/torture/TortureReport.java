package org.gridbolt.channel.torture;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What trials came to.
 *
 * @param trials how many
 * @param events how many events of each kind: a message delivered, a block, a timer, a crash or a restart
 * @param pairs how often each kind of event met each kind of state, by "role state event"
 * @param failure what must never happen and did, if it did
 * @param transcript what happened, of a trial that was run to be read
 */
public record TortureReport(
        long trials,
        Map<String, Long> events,
        Map<String, Long> pairs,
        Optional<TortureFailure> failure,
        List<String> transcript) {

    static final TortureReport EMPTY = new TortureReport(0, Map.of(), Map.of(), Optional.empty(), List.of());

    public TortureReport {
        events = Collections.unmodifiableMap(new TreeMap<>(events));
        pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
        transcript = List.copyOf(transcript);
    }

    static TortureReport of(Logbook record) {
        Map<String, Long> events = new TreeMap<>();
        record.events().forEach((kind, count) -> events.put(kind.name().toLowerCase(java.util.Locale.ROOT), count));
        return new TortureReport(1, events, record.covered(), Optional.empty(), List.of());
    }

    /** How many events in all. */
    public long total() {
        return events.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Both together. */
    public TortureReport plus(TortureReport other) {
        return new TortureReport(
                trials + other.trials,
                sum(events, other.events),
                sum(pairs, other.pairs),
                failure.or(other::failure),
                List.of());
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new TreeMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    TortureReport failing(TortureFailure found) {
        return new TortureReport(trials, events, pairs, Optional.of(found), transcript);
    }

    TortureReport read(List<String> lines) {
        return new TortureReport(trials, events, pairs, failure, lines);
    }
}
