package org.gridbolt.pricing.profile;

import java.time.LocalDateTime;

/** What is wrong with a row of a profile as a whole: its cells, or its place among the hours. */
public sealed interface RowFlaw extends ProfileFlaw {

    /** The row. */
    int row();

    /**
     * The row is not comma-separated values.
     *
     * @param file the name of the file
     * @param row the row
     */
    record NotCsv(String file, int row) implements RowFlaw {
        @Override
        public String message() {
            return "%s, row %d: the quotation marks do not match; write the cells without any".formatted(file, row);
        }
    }

    /**
     * The row has more or fewer cells than the header.
     *
     * @param file the name of the file
     * @param row the row
     * @param cells how many it has
     * @param columns how many the header has
     */
    record WrongNumberOfCells(String file, int row, int cells, int columns) implements RowFlaw {
        @Override
        public String message() {
            return "%s, row %d: %d cells where the header has %d columns; complete the row"
                    .formatted(file, row, cells, columns);
        }
    }

    /**
     * Hours are missing before the row.
     *
     * @param file the name of the file
     * @param row the row
     * @param expected the hour that should stand there
     * @param found the hour that does
     */
    record Gap(String file, int row, LocalDateTime expected, LocalDateTime found) implements RowFlaw {
        @Override
        public String message() {
            return "%s, row %d, column hour_start: %s where %s should follow; add the missing hours"
                    .formatted(file, row, found, expected);
        }
    }

    /**
     * The row's hour is that of the row before.
     *
     * @param file the name of the file
     * @param row the row
     * @param hour the hour
     */
    record DoubledHour(String file, int row, LocalDateTime hour) implements RowFlaw {
        @Override
        public String message() {
            return "%s, row %d, column hour_start: %s is there twice; remove one of the rows"
                    .formatted(file, row, hour);
        }
    }

    /**
     * The row's hour is before that of the row above.
     *
     * @param file the name of the file
     * @param row the row
     * @param previous the hour above
     * @param found the row's hour
     */
    record OutOfOrder(String file, int row, LocalDateTime previous, LocalDateTime found) implements RowFlaw {
        @Override
        public String message() {
            return "%s, row %d, column hour_start: %s comes after %s; sort the rows by hour"
                    .formatted(file, row, found, previous);
        }
    }
}
