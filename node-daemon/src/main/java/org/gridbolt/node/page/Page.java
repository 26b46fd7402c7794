package org.gridbolt.node.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One HTML file: no script, no font, no picture and no style from anywhere else.
 *
 * @param title what the browser's tab shows, after the project's name
 * @param content what is on it, from top to bottom
 */
public record Page(String title, List<Element> content) {

    private static final String STYLE = "page.css";

    /** The browser is told to fetch nothing, so that a mistake here cannot make it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    public Page {
        content = List.copyOf(content);
    }

    /** A part of a page, under a title. */
    public static Element section(String title, Markup... content) {
        return Element.of("section", Element.of("h2", title)).with(content);
    }

    /** The page as it stands in its file. */
    public String html() {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
        Element.of("html", head(), Element.of("body", Element.of("main").with(content)))
                .set("lang", "en")
                .writeTo(page);
        return page.append('\n').toString();
    }

    private Element head() {
        return Element.of(
                "head",
                Element.of("meta").set("charset", "utf-8"),
                Element.of("meta").set("http-equiv", "Content-Security-Policy").set("content", POLICY),
                Element.of("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"),
                Element.of("meta").set("name", "color-scheme").set("content", "light dark"),
                Element.of("title", "Gridbolt: " + title),
                Element.of("style", Markup.made(style())));
    }

    private static String style() {
        try (InputStream content = Page.class.getResourceAsStream(STYLE)) {
            if (content == null) {
                throw new IllegalStateException("the jar lacks " + STYLE);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
