package org.gridbolt.node.page;

/** A piece of a page. */
@FunctionalInterface
public interface Markup {

    /** Appends it. */
    void writeTo(StringBuilder page);

    /** Text, as it is meant to be read. */
    static Markup text(String text) {
        return page -> page.append(escaped(text));
    }

    /** Markup that this program made. */
    static Markup made(String markup) {
        return page -> page.append(markup);
    }

    /** Text in which nothing is markup, within quotes as outside of them. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int place = 0; place < text.length(); place++) {
            char sign = text.charAt(place);
            switch (sign) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(sign);
            }
        }
        return safe.toString();
    }
}
