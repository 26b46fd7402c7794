package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridbolt.pricing.UnitNumber;

/**
 * The units that are not done.
 *
 * @param list by rising number
 */
public record Units(List<Unit> list) {

    /** Units that are not done: with more than this the utility has not revealed for long, and counts as absent. */
    public static final int UNITS_MAX = 512;

    /** None. */
    public static final Units NONE = new Units(List.of());

    public Units {
        list = List.copyOf(list);
    }

    /** Whether there is no room for another one. */
    public boolean isFull() {
        return list.size() >= UNITS_MAX;
    }

    /** The unit of that number. */
    public Optional<Unit> find(UnitNumber number) {
        return number.findIn(list, Unit::number);
    }

    /** Those that {@code condition} holds for. */
    public Stream<Unit> those(Predicate<Unit> condition) {
        return list.stream().filter(condition);
    }

    /** The same with one more, of a higher number. */
    public Units plus(Unit unit) {
        List<Unit> longer = new ArrayList<>(list);
        longer.add(unit);
        return new Units(longer);
    }

    /** The same with {@code unit} in the place of the one with its number. */
    public Units with(Unit unit) {
        return each(old -> old.number().equals(unit.number()) ? unit : old);
    }

    /** The same with every unit changed. */
    public Units each(UnaryOperator<Unit> change) {
        return new Units(list.stream().map(change).toList());
    }

    /** The same without those that are done. */
    public Units withoutDone() {
        return list.stream().anyMatch(Unit::isDone)
                ? new Units(those(unit -> !unit.isDone()).toList())
                : this;
    }
}
