package org.gridbolt.node.page;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of HTML or SVG, written as both understand it. Text and attributes are escaped here and nowhere else. */
public final class Element implements Markup {

    /** HTML ends these at once. */
    private static final Set<String> WITHOUT_CONTENT = Set.of("meta");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Markup> children = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** An element with that content. */
    public static Element of(String name, Markup... children) {
        return new Element(name).with(children);
    }

    /** An element with that text. */
    public static Element of(String name, String text) {
        return new Element(name).with(Markup.text(text));
    }

    /** Sets an attribute. */
    @CanIgnoreReturnValue
    public Element set(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Sets an attribute. */
    @CanIgnoreReturnValue
    public Element set(String attribute, long value) {
        return set(attribute, String.valueOf(value));
    }

    /** Adds content. */
    @CanIgnoreReturnValue
    public Element with(Markup... more) {
        children.addAll(List.of(more));
        return this;
    }

    /** Adds content. */
    @CanIgnoreReturnValue
    public Element with(List<? extends Markup> more) {
        children.addAll(more);
        return this;
    }

    @Override
    public void writeTo(StringBuilder page) {
        page.append('<').append(name);
        attributes.forEach((attribute, value) -> page.append(' ')
                .append(attribute)
                .append("=\"")
                .append(Markup.escaped(value))
                .append('"'));
        page.append('>');
        if (WITHOUT_CONTENT.contains(name)) {
            return;
        }
        children.forEach(child -> child.writeTo(page));
        page.append("</").append(name).append('>');
    }
}
