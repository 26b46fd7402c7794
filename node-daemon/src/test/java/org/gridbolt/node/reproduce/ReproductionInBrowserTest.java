package org.gridbolt.node.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridbolt.node.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reproductions, as a browser shows them from the file. */
class ReproductionInBrowserTest {

    @TempDir
    Path folder;

    @Test
    void every_paper_is_reached_from_the_top_and_its_pictures_and_figures_are_seen() throws IOException {
        List<Reproduction> all = Evaluations.all(5).stream()
                .map(evaluation -> evaluation.run(step -> {}))
                .toList();
        Path file = Files.writeString(folder.resolve(ReproduceCommand.PAGE), ReproductionPage.of(all));
        List<String> complaints = new ArrayList<>();
        List<String> requests = new ArrayList<>();
        try (Chromium chromium = Chromium.start("ReproductionInBrowserTest");
                Page page = chromium.browser().newPage(new NewPageOptions().setViewportSize(1_100, 900))) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(file.toUri().toString());

            for (Reproduction one : all) {
                page.locator("nav a[href='#" + one.paper().word() + "']").click();
                assertThat(page.locator("#" + one.paper().word() + " h2").boundingBox().y)
                        .as("%s is scrolled to", one.paper())
                        .isBetween(-2.0, 450.0);
                assertThat(page.locator("#" + one.paper().word() + " .findings tbody tr")
                                .count())
                        .isEqualTo(one.findings().size());
            }
            for (ElementHandle picture : page.querySelectorAll("figure svg")) {
                BoundingBox box = picture.boundingBox();
                assertThat(box.width).isGreaterThan(500);
                assertThat(box.height).isGreaterThan(150);
                assertThat(picture.querySelectorAll("path, polyline, line")).hasSizeGreaterThan(5);
            }
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("the page is no wider than the window")
                    .isEqualTo(true);
        }
        assertThat(complaints).isEmpty();
        assertThat(requests).containsExactly(file.toUri().toString());
    }
}
