package org.gridbolt.node.terminal;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as a person reads them: grouped by thousands, the same in every locale. */
public final class Figures {

    private Figures() {}

    /** As {@code 14,020}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As {@code 7,812.5}: one decimal place, for people. */
    public static String rounded(BigDecimal number) {
        return String.format(Locale.ROOT, "%,.1f", number);
    }

    /** As {@code +1,234}, {@code -1,234} or {@code 0}. */
    public static String signed(long number) {
        return number == 0 ? "0" : String.format(Locale.ROOT, "%+,d", number);
    }

    /** As {@code 1 unit} or {@code 58 units}. */
    public static String counted(long number, String thing) {
        return grouped(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** The first {@code size} characters, or all. */
    public static String cut(String text, int size) {
        return text.length() > size ? text.substring(0, size) : text;
    }
}
