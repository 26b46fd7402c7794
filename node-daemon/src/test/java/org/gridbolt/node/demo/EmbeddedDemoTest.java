package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedDemoTest extends DemoContract {

    @Override
    String chain() {
        return "--chain embedded";
    }

    @Test
    void the_report_says_embedded() {
        assertThat(honest().at("/chain/kind").asText()).isEqualTo("embedded");
    }

    @Test
    void the_readme_shows_what_the_demo_prints() throws IOException {
        Path readme = Path.of(System.getProperty("gridbolt.root"), "README.md");

        assertThat(honest().printed().lines()).containsSubsequence(settlementOf(Files.readAllLines(readme)));
    }

    /** The block between the fences that begins with the energy. */
    private static List<String> settlementOf(List<String> lines) {
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("  energy "))
                .findFirst()
                .orElseThrow());
        List<String> block = lines.subList(first, lines.size());
        return block.subList(0, block.indexOf("```"));
    }
}
