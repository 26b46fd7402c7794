package org.gridbolt.pricing.profile;

/**
 * What is wrong with one cell of a profile.
 *
 * @param file the name of the file
 * @param row the row
 * @param column the column
 * @param text what stands there
 * @param kind what is wrong with it
 */
public record CellFlaw(String file, int row, String column, String text, Kind kind) implements ProfileFlaw {

    private static final int TEXT_MAX = 40;

    /** The ways in which a cell can be wrong. */
    public enum Kind {
        /** Nothing stands there. */
        EMPTY("the cell is empty; give whole watt-hours, 0 when there were none"),
        /** It is no number. */
        NOT_A_NUMBER("is no number; give whole watt-hours"),
        /** It is no whole number. */
        FRACTION("is no whole number; round it to watt-hours"),
        /** It is below zero. */
        NEGATIVE("is negative; load and sun are each 0 or more"),
        /** No home uses or makes so much in an hour. */
        TOO_LARGE("is too large; give at most " + ProfileReader.WATT_HOURS_MAX + " Wh for a home and hour"),
        /** It is not the beginning of an hour. */
        NOT_AN_HOUR("is not the beginning of an hour; write it like 2017-02-19T13:00");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String message() {
        String cell = kind == Kind.EMPTY ? "" : "\"" + excerpt(text) + "\" ";
        return "%s, row %d, column %s: %s%s".formatted(file, row, column, cell, kind.words);
    }

    /** The beginning of a text from outside, fit to stand in a line of a message. */
    static String excerpt(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX) + "...";
    }
}
