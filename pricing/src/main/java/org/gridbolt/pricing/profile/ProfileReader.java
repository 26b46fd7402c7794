package org.gridbolt.pricing.profile;

import org.gridbolt.pricing.Outcome;

/**
 * Reads a profile from comma-separated values.
 *
 * <pre>
 *   hour_start,home1_load_wh,home1_pv_wh,home2_load_wh,home2_pv_wh
 *   2017-02-19T00:00,732,0,1186,0
 *   2017-02-19T01:00,1200,0,1271,0
 * </pre>
 *
 * The text is UTF-8, with or without a byte order mark, its lines end in LF or CRLF. Columns may stand in any order; homes
 * are numbered from 1 without a gap. Rows follow each other hour by hour; cells are whole watt-hours.
 */
public final class ProfileReader {

    /** The most that a home may use or make in an hour: 10 MWh, the work of a large factory. */
    public static final int WATT_HOURS_MAX = 10_000_000;

    /** The largest file that is read. */
    public static final int BYTES_MAX = 64 * 1024 * 1024;

    private ProfileReader() {}

    /** The profile in {@code content}, or its first flaw; {@code file} is how messages call it. */
    public static Outcome<LoadProfile, ProfileFlaw> read(String file, byte[] content) {
        if (content.length > BYTES_MAX) {
            return Outcome.flawed(new FileFlaw.TooLarge(file, content.length, BYTES_MAX));
        }
        return Utf8.decode(file, content).flatMap(text -> new ProfileRows(file).read(text));
    }
}
