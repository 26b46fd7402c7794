package org.gridbolt.pricing.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridbolt.pricing.Outcome;

/**
 * The rows of a profile, read one after the other until the first flaw.
 *
 * <p>The text is already in memory: an {@link IOException} here can only mean that it is not comma-separated values. No
 * sound cell spans lines, so up to the first flaw a record's number is the number of its line.
 */
final class ProfileRows {

    private final String file;

    ProfileRows(String file) {
        this.file = file;
    }

    Outcome<LoadProfile, ProfileFlaw> read(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            return read(parser);
        } catch (IOException e) {
            return Outcome.flawed(new RowFlaw.NotCsv(file, 1));
        }
    }

    private Outcome<LoadProfile, ProfileFlaw> read(CSVParser parser) {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                return Outcome.flawed(new FileFlaw.Empty(file));
            }
            return ProfileColumns.of(file, records.next().toList())
                    .flatMap(columns -> readHours(records, new HourCells(file, columns)));
        } catch (UncheckedIOException e) {
            return Outcome.flawed(new RowFlaw.NotCsv(file, Math.toIntExact(parser.getRecordNumber() + 1)));
        }
    }

    private Outcome<LoadProfile, ProfileFlaw> readHours(Iterator<CSVRecord> records, HourCells cells) {
        List<ProfileHour> hours = new ArrayList<>();
        while (records.hasNext()) {
            Outcome<ProfileHour, ProfileFlaw> next = readHour(records.next(), cells, hours);
            if (next.flaw().isPresent()) {
                return Outcome.flawed(next.flaw().get());
            }
            next.value().ifPresent(hours::add);
        }
        return hours.isEmpty() ? Outcome.flawed(new FileFlaw.Empty(file)) : Outcome.of(new LoadProfile(file, hours));
    }

    private Outcome<ProfileHour, ProfileFlaw> readHour(CSVRecord row, HourCells cells, List<ProfileHour> before) {
        return cells.read(row)
                .flatMap(hour -> before.isEmpty()
                        ? Outcome.of(hour)
                        : following(before.get(before.size() - 1).start(), hour, HourCells.rowOf(row)));
    }

    private Outcome<ProfileHour, ProfileFlaw> following(LocalDateTime previous, ProfileHour hour, int row) {
        return misplaced(previous, hour.start(), row)
                .<Outcome<ProfileHour, ProfileFlaw>>map(Outcome::flawed)
                .orElse(Outcome.of(hour));
    }

    private Optional<RowFlaw> misplaced(LocalDateTime previous, LocalDateTime found, int row) {
        LocalDateTime expected = previous.plusHours(1);
        if (found.equals(expected)) {
            return Optional.empty();
        }
        if (found.equals(previous)) {
            return Optional.of(new RowFlaw.DoubledHour(file, row, found));
        }
        return Optional.of(
                found.isBefore(previous)
                        ? new RowFlaw.OutOfOrder(file, row, previous, found)
                        : new RowFlaw.Gap(file, row, expected, found));
    }
}
