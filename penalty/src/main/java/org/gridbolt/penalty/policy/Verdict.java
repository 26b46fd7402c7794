package org.gridbolt.penalty.policy;

/** What the utility finds about one pending unit. The order is the encoding's and never changes. */
public enum Verdict {
    /** The producer delivered: the unit's coins are its own. */
    DELIVERED,
    /** The producer accepted and did not deliver: the utility is paid for the energy, and the producer forfeits. */
    DEFAULT,
    /** Nobody's fault: the unit's coins go back to the consumer. */
    CANCELLED
}
