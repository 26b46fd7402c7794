package org.gridbolt.node.report;

/** How the wallet was paid out. */
public enum SettlementKind {
    /** Both households signed the final balances. */
    COOPERATIVE("in agreement"),
    /** Consumer and utility carried out a ruling against the producer. */
    PENALTY("by a penalty"),
    /** A revoked state was published and its publisher's coins were taken. */
    JUSTICE("by justice on a revoked state"),
    /** One household published its newest state, and each took what was its own. */
    UNILATERAL("by one household alone"),
    /** One household and the utility settled the newest state without the other. */
    ARBITRATED("by arbitration");

    private final String words;

    SettlementKind(String words) {
        this.words = words;
    }

    /** How, for people. */
    public String words() {
        return words;
    }
}
