package org.gridbolt.channel.action;

/** How a unit ended. */
public enum UnitOutcome {
    /** Delivered and paid. */
    SETTLED,
    /** The slot's whole trade is worth less than the dust limit: no unit was made of it. */
    SKIPPED,
    /** The ticket was never offered before its height passed. */
    LAPSED,
    /** The coins went back to the consumer, nobody being at fault. */
    REFUNDED,
    /** The producer defaulted and the utility delivered in its stead. */
    REPLACED
}
