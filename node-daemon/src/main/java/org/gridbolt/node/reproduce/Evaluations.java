package org.gridbolt.node.reproduce;

import java.util.List;
import java.util.stream.Collectors;

/** All evaluations there are. */
final class Evaluations {

    private Evaluations() {}

    /** @param draws how many random sets stand for one that a paper drew, at least 1 */
    static List<Evaluation> all(int draws) {
        return List.of(
                new TharunEvaluation(draws),
                new KhalidEvaluation(),
                new BoumaizaEvaluation(),
                new CasquicoEvaluation(),
                new AwaisEvaluation());
    }

    /** What the command line calls them. */
    static String words() {
        return all(1).stream().map(evaluation -> evaluation.paper().word()).collect(Collectors.joining(", "));
    }
}
