package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridbolt.node.Chromium;
import org.gridbolt.node.terminal.Figures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a default, as a browser shows it from the file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {

    /** What WCAG 2.2 asks of text, level AA. */
    private static final double CONTRAST_MIN = 4.5;

    private static final String CONTRASTS = """
            () => {
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b]
                .map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = element => {
                for (let e = element; e; e = e.parentElement) {
                  const colour = parts(getComputedStyle(e).backgroundColor);
                  if (colour.length < 4 || colour[3] > 0) return colour;
                }
                return [255, 255, 255];
              };
              const found = {};
              for (const e of document.querySelectorAll('h1,h2,h3,p,dt,dd,figcaption,caption,th,td,summary,.graph text')) {
                const style = getComputedStyle(e);
                const ink = e.namespaceURI.endsWith('svg') ? style.fill : style.color;
                const pair = [light(parts(ink)), light(behind(e))].sort((x, y) => y - x);
                const name = e.tagName + '.' + (e.getAttribute('class') || '');
                const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
                found[name] = Math.min(found[name] || 99, contrast);
              }
              return found;
            }
            """;

    /** Rows of the graph in which the words run into the coins, or out of the box. */
    private static final String OVERLAPS = """
            () => [...document.querySelectorAll('.graph g.spends, .graph g.pays')]
              .filter(row => {
                const [words, coins] = [...row.querySelectorAll('text')].map(text => text.getBBox());
                return words.x + words.width + 4 > coins.x;
              })
              .map(row => row.textContent)
            """;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Chromium chromium;
    private DemoResult result;
    private Path file;

    @BeforeAll
    void run(@TempDir Path folder) {
        chromium = Chromium.start("ReportInBrowserTest");
        result = DemoResult.of(folder, "--chain embedded --scenario default");
        file = folder.resolve("report.html");
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Page open(NewPageOptions options) {
        Page page = chromium.browser().newPage(options);
        page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(file.toUri().toString());
        return page;
    }

    private Page open() {
        return open(new NewPageOptions().setViewportSize(1_100, 900));
    }

    @Test
    void it_opens_without_a_complaint_and_asks_for_nothing_but_the_file() {
        complaints.clear();
        requests.clear();
        try (Page page = open()) {
            assertThat(page.title()).isEqualTo("Gridbolt: default, 2017-02-19");
            page.locator("summary").all().forEach(summary -> summary.click());
            assertThat(page.locator("details[open]").count()).isEqualTo(5);
        }
        assertThat(complaints).isEmpty();
        assertThat(requests).containsExactly(file.toUri().toString());
    }

    @Test
    void every_number_and_name_of_the_json_report_stands_in_it() {
        try (Page page = open()) {
            String text = page.textContent("main");
            List<String> values = new ArrayList<>();
            collect("", result.at(""), values);

            assertThat(values).hasSizeGreaterThan(200);
            assertThat(values).allSatisfy(value -> assertThat(text).contains(value));
        }
    }

    /** All values but the serialised transactions. */
    private static void collect(String name, JsonNode node, List<String> values) {
        if (node.isContainerNode()) {
            node.properties().forEach(field -> collect(field.getKey(), field.getValue(), values));
            if (node.isArray()) {
                node.forEach(element -> collect(name, element, values));
            }
        } else if (!name.equals("hex")) {
            values.add(
                    node.isIntegralNumber() && !name.matches("[abc]") ? Figures.grouped(node.asLong()) : node.asText());
        }
    }

    @Test
    void the_pictures_are_pictures() {
        try (Page page = open()) {
            assertThat(page.locator("svg[role=img]").count()).isEqualTo(5);
            assertThat(page.locator("#balances svg path").count()).isGreaterThan(10);
            assertThat(page.locator(".graph .box").count())
                    .isEqualTo((int) result.transactions().count());
            assertThat(page.locator("svg[role=img]").all()).allSatisfy(svg -> {
                assertThat(svg.boundingBox().width).isGreaterThan(300);
                assertThat(svg.boundingBox().height).isGreaterThan(100);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void text_stands_out_from_what_is_behind_it(ColorScheme scheme) {
        try (Page page = open(new NewPageOptions().setColorScheme(scheme))) {
            @SuppressWarnings("unchecked") // the script returns such an object
            Map<String, Number> contrasts = (Map<String, Number>) page.evaluate(CONTRASTS);

            assertThat(contrasts).hasSizeGreaterThan(8);
            assertThat(contrasts)
                    .allSatisfy((element, contrast) ->
                            assertThat(contrast.doubleValue()).as(element).isGreaterThanOrEqualTo(CONTRAST_MIN));
        }
    }

    @Test
    void no_words_run_into_the_coins_beside_them() {
        try (Page page = open()) {
            assertThat((List<?>) page.evaluate(OVERLAPS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1100", "760", "360"})
    void the_page_itself_never_scrolls_sideways(int width) {
        try (Page page = open(new NewPageOptions().setViewportSize(width, 800))) {
            page.locator("summary").all().forEach(summary -> summary.click());
            Object wide = page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(((Number) wide).intValue()).isLessThanOrEqualTo(width);
        }
    }
}
