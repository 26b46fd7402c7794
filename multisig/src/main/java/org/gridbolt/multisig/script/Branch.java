package org.gridbolt.multisig.script;

/** The name of a way to spend an output of a channel. */
public enum Branch {
    /** The wallet, by A and B: commitments and the cooperative close. */
    CONSUMER_AND_PRODUCER,
    /** The wallet, by A and U: a penalty, or A's arbitrated close. */
    CONSUMER_AND_UTILITY,
    /** The wallet, by B and U: B's arbitrated close. */
    PRODUCER_AND_UTILITY,
    /** An output of a revoked version: by the revoked secret and the victim, or the utility for it. */
    JUSTICE,
    /** A balance, by the party it belongs to. */
    OWNER,
    /** B's balance, by A and U after a default. */
    ARBITRATION,
    /** A pending unit, by B with the preimage. */
    DELIVERED,
    /** A pending unit, by U after its deadline. */
    REPLACED,
    /** A pending unit, by A after U's time. */
    REFUNDED
}
