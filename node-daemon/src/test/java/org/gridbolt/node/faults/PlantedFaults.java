package org.gridbolt.node.faults;

import java.util.List;
import java.util.stream.Stream;

/** All of them, from the keys up to the node. */
final class PlantedFaults {

    static final List<Fault> ALL = Stream.of(
                    MultisigFaults.ALL,
                    PenaltyFaults.ALL,
                    OpeningFaults.ALL,
                    TradingFaults.ALL,
                    DisputeFaults.ALL,
                    UtilityFaults.ALL,
                    SignerFaults.ALL,
                    StoreFaults.ALL)
            .flatMap(List::stream)
            .toList();

    private PlantedFaults() {}
}
