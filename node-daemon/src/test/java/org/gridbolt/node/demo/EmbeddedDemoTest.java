package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

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
}
