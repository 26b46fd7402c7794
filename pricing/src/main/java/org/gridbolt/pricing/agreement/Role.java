package org.gridbolt.pricing.agreement;

/** What somebody is in an agreement (Awais et al., "Blockchain based Secure Energy Marketplace Scheme", section 4.2). */
public enum Role {
    /** Invested in the plant. */
    OWNER,
    /** Has the plant on its premises, uses its energy and sells what is left. */
    PROSUMER,
    /** Buys energy of the plant and has no part in it. */
    CONSUMER,
    /** Carries the energy and may have a rent for that. */
    GRID,
    /** Anybody else that the agreement gives a part to. */
    THIRD_PARTY
}
