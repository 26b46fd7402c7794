package org.gridbolt.pricing.profile;

/** What is wrong with a profile as a whole: its encoding, its size, its header. */
public sealed interface FileFlaw extends ProfileFlaw {

    /**
     * There is nothing in it, or nothing below the header.
     *
     * @param file the name of the file
     */
    record Empty(String file) implements FileFlaw {
        @Override
        public String message() {
            return "%s has no rows; give a profile with a header and a row for each hour".formatted(file);
        }
    }

    /**
     * It is larger than any profile.
     *
     * @param file the name of the file
     * @param bytes how large it is
     * @param bytesMax how large it may be
     */
    record TooLarge(String file, int bytes, int bytesMax) implements FileFlaw {
        @Override
        public String message() {
            return "%s has %d bytes; cut it down to at most %d".formatted(file, bytes, bytesMax);
        }
    }

    /**
     * It is not UTF-8.
     *
     * @param file the name of the file
     * @param row the row of the first byte that is wrong
     * @param offset where in the file that byte is, from 0
     * @param wrongByte the byte, 0 to 255
     */
    record NotUtf8(String file, int row, int offset, int wrongByte) implements FileFlaw {
        @Override
        public String message() {
            return "%s, row %d: byte 0x%02X (offset %d) is not UTF-8; save the file as UTF-8"
                    .formatted(file, row, wrongByte, offset);
        }
    }

    /**
     * The header lacks a column.
     *
     * @param file the name of the file
     * @param column the column
     */
    record MissingColumn(String file, String column) implements FileFlaw {
        @Override
        public String message() {
            return "%s, row 1: column %s is missing; the header is hour_start,home1_load_wh,home1_pv_wh and so on"
                    .formatted(file, column);
        }
    }

    /**
     * The header has a column that no profile has.
     *
     * @param file the name of the file
     * @param column the column
     */
    record UnknownColumn(String file, String column) implements FileFlaw {
        @Override
        public String message() {
            return "%s, row 1: column \"%s\" is unknown; the header is hour_start,home1_load_wh,home1_pv_wh and so on"
                    .formatted(file, CellFlaw.excerpt(column));
        }
    }

    /**
     * The header has a column twice.
     *
     * @param file the name of the file
     * @param column the column
     */
    record DoubledColumn(String file, String column) implements FileFlaw {
        @Override
        public String message() {
            return "%s, row 1: column %s is there twice; remove one".formatted(file, column);
        }
    }
}
