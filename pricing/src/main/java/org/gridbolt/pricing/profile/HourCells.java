package org.gridbolt.pricing.profile;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.CellFlaw.Kind;

/** The cells of one row, each held against what its column may say. */
final class HourCells {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[0-9]*[.,][0-9]+|[0-9]+[.,]");

    /** Longer than the largest number, so that no text is too long to be parsed. */
    private static final int DIGITS_MAX = 18;

    private final String file;
    private final ProfileColumns columns;

    HourCells(String file, ProfileColumns columns) {
        this.file = file;
        this.columns = columns;
    }

    static int rowOf(CSVRecord row) {
        return Math.toIntExact(row.getRecordNumber());
    }

    Outcome<ProfileHour, ProfileFlaw> read(CSVRecord row) {
        if (row.size() != columns.count()) {
            return Outcome.flawed(new RowFlaw.WrongNumberOfCells(file, rowOf(row), row.size(), columns.count()));
        }
        return start(row).flatMap(start -> homes(row).map(homes -> new ProfileHour(start, homes)));
    }

    private Outcome<LocalDateTime, ProfileFlaw> start(CSVRecord row) {
        String text = row.get(columns.positionOf(ProfileColumns.HOUR_START));
        if (text.isEmpty()) {
            return flawed(row, ProfileColumns.HOUR_START, text, Kind.EMPTY);
        }
        return parseHour(text)
                .<Outcome<LocalDateTime, ProfileFlaw>>map(Outcome::of)
                .orElseGet(() -> flawed(row, ProfileColumns.HOUR_START, text, Kind.NOT_AN_HOUR));
    }

    private static Optional<LocalDateTime> parseHour(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, HOUR)).filter(hour -> hour.getMinute() == 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Outcome<List<HomeHour>, ProfileFlaw> homes(CSVRecord row) {
        List<HomeHour> homes = new ArrayList<>();
        for (int number = 1; number <= columns.homes(); number++) {
            Outcome<HomeHour, ProfileFlaw> home = home(row, number);
            if (home.flaw().isPresent()) {
                return Outcome.flawed(home.flaw().get());
            }
            home.value().ifPresent(homes::add);
        }
        return Outcome.of(homes);
    }

    private Outcome<HomeHour, ProfileFlaw> home(CSVRecord row, int number) {
        return energy(row, ProfileColumns.load(number))
                .flatMap(load -> energy(row, ProfileColumns.sun(number)).map(sun -> new HomeHour(load, sun)));
    }

    private Outcome<WattHours, ProfileFlaw> energy(CSVRecord row, String column) {
        String text = row.get(columns.positionOf(column));
        Optional<Kind> flaw = flawOf(text);
        return flaw.isPresent()
                ? flawed(row, column, text, flaw.get())
                : Outcome.of(new WattHours(Long.parseLong(text)));
    }

    private static Optional<Kind> flawOf(String text) {
        if (DIGITS.matcher(text).matches()) {
            boolean fits = text.length() <= DIGITS_MAX && Long.parseLong(text) <= ProfileReader.WATT_HOURS_MAX;
            return fits ? Optional.empty() : Optional.of(Kind.TOO_LARGE);
        }
        return Optional.of(kindOfNoWholeNumber(text));
    }

    private static Kind kindOfNoWholeNumber(String text) {
        if (text.isEmpty()) {
            return Kind.EMPTY;
        }
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        boolean fraction = FRACTION.matcher(digits).matches();
        if (negative && (fraction || DIGITS.matcher(digits).matches())) {
            return Kind.NEGATIVE;
        }
        return fraction ? Kind.FRACTION : Kind.NOT_A_NUMBER;
    }

    private <T> Outcome<T, ProfileFlaw> flawed(CSVRecord row, String column, String text, Kind kind) {
        return Outcome.flawed(new CellFlaw(file, rowOf(row), column, text, kind));
    }
}
