package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/**
 * The units that have not ended.
 *
 * @param list by rising number
 */
public record UnitFiles(List<UnitFile> list) {

    /** None. */
    public static final UnitFiles NONE = new UnitFiles(List.of());

    public UnitFiles {
        list = List.copyOf(list);
    }

    /** The file of that unit, if it has not ended. */
    public Optional<UnitFile> find(UnitNumber unit) {
        return unit.findIn(list, UnitFile::number);
    }

    Stream<UnitFile> those(Predicate<UnitFile> condition) {
        return list.stream().filter(condition);
    }

    UnitFiles plus(List<Ticket> tickets, int book) {
        Stream<UnitFile> issued = tickets.stream().map(ticket -> UnitFile.issued(ticket, book));
        return new UnitFiles(Stream.concat(list.stream(), issued).toList());
    }

    UnitFiles with(UnitFile changed) {
        return each(file -> file.number().equals(changed.number()) ? changed : file);
    }

    UnitFiles each(UnaryOperator<UnitFile> change) {
        return new UnitFiles(list.stream().map(change).toList());
    }

    UnitFiles without(UnitFile ended) {
        return new UnitFiles(
                those(file -> !file.number().equals(ended.number())).toList());
    }
}
