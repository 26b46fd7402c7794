package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridbolt.node.Run;
import org.junit.jupiter.api.Test;

class FundCommandTest {

    @Test
    void it_prints_every_coin_in_and_out_of_the_fund() {
        Run run = Run.of("fund --chain embedded");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(run.out())
                .containsPattern("(?m)^ sum  together +0$")
                .containsPattern("(?m)^ +13  producer [0-9a-f]+ +109333  forfeit$")
                .contains("consumer's share of the forfeit", "share of the turnover", "4/4 of unit", "1/4 of unit")
                .containsPattern("PAYOUT +\\d+ +[0-9a-f]{64}");
    }

    @Test
    void as_comma_separated_values_it_sums_to_zero_too() {
        Run run = Run.of("fund --chain embedded --csv");

        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("page,slot,account,coins,reason");
        assertThat(lines.stream().skip(1).mapToLong(line -> Long.parseLong(line.split(",", 5)[3])))
                .hasSizeGreaterThan(50)
                .satisfies(coins -> assertThat(
                                coins.stream().mapToLong(Long::longValue).sum())
                        .isZero());
    }
}
