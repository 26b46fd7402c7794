package org.gridbolt.node.report;

/** What a transaction is for. */
public enum TransactionPurpose {
    /** Fills the wallet. */
    FUNDING,
    /** A state of the channel, published by one household alone. */
    COMMITMENT,
    /** Pays the wallet out as both households agreed. */
    CLOSE,
    /** Pays the wallet out as the utility ruled on a default. */
    PENALTY,
    /** Pays the wallet out as the newest state says, by one household and the utility, the other household being gone. */
    ARBITRATED,
    /** Takes the coins of who published a revoked state. */
    JUSTICE,
    /** Takes an output of a commitment by one of its branches. */
    CLAIM,
    /** Pays miners what the utility's fund owes them. */
    PAYOUT,
    /** The child that pays the fee of a transaction without one. */
    BUMP
}
