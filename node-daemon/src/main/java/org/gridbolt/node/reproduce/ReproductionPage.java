package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.node.page.Element;
import org.gridbolt.node.page.Page;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.page.Table;

/** The reproductions as one HTML file. */
final class ReproductionPage {

    private ReproductionPage() {}

    /** The page, as it stands in {@code reproduction.html}. */
    static String of(List<Reproduction> reproductions) {
        List<Element> content = new ArrayList<>();
        content.add(Element.of("h1", "What the papers print, and what comes out"));
        content.add(Element.of(
                        "p",
                        "Each evaluation was run again. Beside each printed figure stands ours, and why the two agree or cannot."
                                + " Nothing is fitted to the printed figures: where a paper leaves something open, our reading is"
                                + " said.")
                .set("class", "lead"));
        content.add(contents(reproductions));
        reproductions.forEach(reproduction -> content.add(section(reproduction)));
        return new Page("reproduction", content).html();
    }

    private static Element contents(List<Reproduction> reproductions) {
        Element list = Element.of("ul");
        reproductions.stream()
                .map(Reproduction::paper)
                .forEach(paper -> list.with(Element.of(
                        "li",
                        Element.of("a", paper.shortName() + ": " + paper.subject())
                                .set("href", "#" + paper.word()))));
        return Element.of("nav", list);
    }

    private static Element section(Reproduction reproduction) {
        Paper paper = reproduction.paper();
        return Page.section(
                        paper.shortName() + ": " + paper.subject(),
                        Element.of("p", paper.citation() + ".").set("class", "note"),
                        Element.of("p", reproduction.setting()),
                        findings(reproduction))
                .with(reproduction.pictures().stream().map(Picture::element).toList())
                .set("id", paper.word());
    }

    private static Element findings(Reproduction reproduction) {
        Table table = Table.of("Printed and found", "figure", "where", "printed", "ours", "verdict", "why");
        reproduction
                .findings()
                .forEach(finding -> table.add(
                        finding.figure(),
                        finding.place(),
                        finding.printed(),
                        finding.ours(),
                        finding.verdict().words(),
                        finding.why()));
        return table.element().set("class", "scroll findings");
    }
}
