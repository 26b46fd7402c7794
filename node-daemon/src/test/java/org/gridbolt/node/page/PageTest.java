package org.gridbolt.node.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void what_is_no_markup_is_escaped() {
        assertThat(Markup.escaped("<script>\"&'")).isEqualTo("&lt;script&gt;&quot;&amp;&#39;");
        StringBuilder text = new StringBuilder();
        Element.of("td", "<b>").set("title", "\"><img>").writeTo(text);
        assertThat(text).hasToString("<td title=\"&quot;&gt;&lt;img&gt;\">&lt;b&gt;</td>");
    }

    @Test
    void a_picture_that_cannot_be_drawn_leaves_a_sentence() {
        String svg = Chart.drawn(() -> {
            throw new InternalError("no <font>");
        });

        assertThat(svg).startsWith("<svg ").contains("No picture").contains("no &lt;font&gt;");
    }
}
