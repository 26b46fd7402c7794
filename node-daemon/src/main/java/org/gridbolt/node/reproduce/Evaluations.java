package org.gridbolt.node.reproduce;

import java.util.List;
import java.util.stream.Collectors;

/** All evaluations there are. */
final class Evaluations {

    private Evaluations() {}

    static List<Evaluation> all() {
        return List.of(new AwaisEvaluation());
    }

    /** What the command line calls them. */
    static String words() {
        return all().stream().map(evaluation -> evaluation.paper().word()).collect(Collectors.joining(", "));
    }
}
