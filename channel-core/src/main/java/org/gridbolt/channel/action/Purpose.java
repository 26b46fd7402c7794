package org.gridbolt.channel.action;

/** What a transaction of a channel is for. */
public enum Purpose {
    /** Makes the wallet. */
    FUNDING,
    /** One household's version of a state. */
    COMMITMENT,
    /** The cooperative close. */
    CLOSE,
    /** Carries out a ruling on what a household did. */
    PENALTY,
    /** The arbitrated close: carries out a ruling in the absence of a household. */
    ARBITRATED,
    /** Takes what the publisher of a revoked state owns in it. */
    JUSTICE,
    /** Takes an output of a confirmed commitment by one of its branches. */
    CLAIM,
    /** Pays miners what the fund owes them. */
    PAYOUT,
    /** A child that pays for a transaction without a fee. */
    BUMP
}
