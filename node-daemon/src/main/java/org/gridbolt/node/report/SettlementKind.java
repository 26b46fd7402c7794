package org.gridbolt.node.report;

/** How the wallet was paid out. */
public enum SettlementKind {
    /** Both households signed the final balances. */
    COOPERATIVE,
    /** Consumer and utility carried out a ruling against the producer. */
    PENALTY,
    /** A revoked state was published and its publisher's coins were taken. */
    JUSTICE
}
