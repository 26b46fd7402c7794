package org.gridbolt.node.report;

/** What became of a unit of energy. */
public enum UnitOutcome {
    /** Delivered and paid. */
    SETTLED,
    /** Worth less than the dust limit: never traded. */
    SKIPPED,
    /** Never traded: its ticket was not used, or was refused. */
    LAPSED,
    /** Not delivered, nobody being at fault: its coins went back to the consumer. */
    REFUNDED,
    /** Not delivered by the producer that had accepted it: the utility delivered and has its coins. */
    REPLACED
}
