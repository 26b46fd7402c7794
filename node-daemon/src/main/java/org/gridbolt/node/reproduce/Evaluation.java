package org.gridbolt.node.reproduce;

import java.util.function.Consumer;

/** The evaluation of one paper. */
interface Evaluation {

    /** Which paper's. */
    Paper paper();

    /** Runs it; {@code progress} hears what is being done. The same is found each time. */
    Reproduction run(Consumer<String> progress);
}
