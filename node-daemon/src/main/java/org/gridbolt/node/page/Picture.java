package org.gridbolt.node.page;

import java.util.regex.Pattern;

/**
 * A picture with what it shows in words and the numbers behind it, so that it says the same to whoever cannot see it.
 *
 * @param id names it on the page
 * @param title what it shows
 * @param words the same in a sentence or two
 * @param svg the drawing, an {@code svg} element
 * @param numbers the numbers it is made of
 */
public record Picture(String id, String title, String words, String svg, Table numbers) {

    private static final Pattern OPENING = Pattern.compile("<svg ");

    /** The picture, its words and its numbers. */
    public Element element() {
        return Element.of(
                        "figure",
                        Element.of("h3", title),
                        Element.of("div", Markup.made(named())).set("class", "scroll"),
                        Element.of("figcaption", words),
                        Element.of("details", Element.of("summary", "The numbers"), numbers.element()))
                .set("id", id);
    }

    /** The drawing, with its name and description for those who hear the page. */
    private String named() {
        String names = "<svg role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-words\" ";
        String opened = OPENING.matcher(svg).replaceFirst(names);
        int inside = opened.indexOf('>') + 1;
        return opened.substring(0, inside)
                + described("title", title)
                + described("desc", words)
                + opened.substring(inside);
    }

    private String described(String element, String text) {
        String suffix = element.equals("title") ? "-title" : "-words";
        return "<" + element + " id=\"" + id + suffix + "\">" + Markup.escaped(text) + "</" + element + ">";
    }
}
