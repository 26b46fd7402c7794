package org.gridbolt.channel.state;

import org.gridbolt.channel.action.Purpose;

/** What spent the wallet, and so what this household has to do. */
public enum SpendKind {
    /** COOP: the close that both signed. Nothing is left to claim. */
    COOPERATIVE(Purpose.CLOSE),
    /** RULED: the penalty of a ruling that its evidence proves. Nothing is left to claim. */
    PENALTY(Purpose.PENALTY),
    /** ARBITRATED: the newest state as one household and the utility divide it, the other one missing. Nothing is left to claim. */
    ARBITRATED(Purpose.ARBITRATED),
    /** CLOSING_LOCAL: a version of this household. Its balance opens after the dispute window. */
    OWN_VERSION(Purpose.COMMITMENT),
    /** CLOSING_REMOTE: a version of the peer that is not revoked. */
    PEER_VERSION(Purpose.COMMITMENT),
    /** JUSTICE: a version that the peer had revoked. All that the peer has in it is this household's. */
    REVOKED_VERSION(Purpose.COMMITMENT),
    /** ROGUE: the utility and one household, without a ruling that this household knows. */
    ROGUE(Purpose.PENALTY);

    private final Purpose purpose;

    SpendKind(Purpose purpose) {
        this.purpose = purpose;
    }

    /** What the spender was made for. */
    public Purpose purpose() {
        return purpose;
    }
}
