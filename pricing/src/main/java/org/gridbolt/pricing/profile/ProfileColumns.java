package org.gridbolt.pricing.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridbolt.pricing.Outcome;

/**
 * Where each column of a profile stands.
 *
 * @param homes the number of homes
 * @param count the number of columns
 * @param positions the place of each column, from 0
 */
record ProfileColumns(int homes, int count, Map<String, Integer> positions) {

    static final String HOUR_START = "hour_start";

    private static final Pattern HOME_COLUMN = Pattern.compile("home([1-9][0-9]{0,3})_(load|pv)_wh");

    ProfileColumns {
        positions = Map.copyOf(positions);
    }

    static String load(int home) {
        return "home" + home + "_load_wh";
    }

    static String sun(int home) {
        return "home" + home + "_pv_wh";
    }

    /** The columns that this header names, or its first flaw. */
    static Outcome<ProfileColumns, ProfileFlaw> of(String file, List<String> header) {
        Map<String, Integer> positions = new HashMap<>();
        int homes = 1;
        for (String column : header) {
            Matcher home = HOME_COLUMN.matcher(column);
            boolean isHome = home.matches();
            if (!isHome && !column.equals(HOUR_START)) {
                return Outcome.flawed(new FileFlaw.UnknownColumn(file, column));
            }
            if (positions.put(column, positions.size()) != null) {
                return Outcome.flawed(new FileFlaw.DoubledColumn(file, column));
            }
            homes = isHome ? Math.max(homes, Integer.parseInt(home.group(1))) : homes;
        }
        return complete(file, new ProfileColumns(homes, header.size(), positions));
    }

    int positionOf(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalStateException("the header was checked to have " + column);
        }
        return position;
    }

    private static Outcome<ProfileColumns, ProfileFlaw> complete(String file, ProfileColumns columns) {
        if (!columns.positions.containsKey(HOUR_START)) {
            return Outcome.flawed(new FileFlaw.MissingColumn(file, HOUR_START));
        }
        for (int home = 1; home <= columns.homes; home++) {
            for (String column : List.of(load(home), sun(home))) {
                if (!columns.positions.containsKey(column)) {
                    return Outcome.flawed(new FileFlaw.MissingColumn(file, column));
                }
            }
        }
        return Outcome.of(columns);
    }
}
