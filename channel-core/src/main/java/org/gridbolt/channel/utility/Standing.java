package org.gridbolt.channel.utility;

import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * Where a unit stands in the versions of one household, as its receipts tell.
 *
 * @param phase whether a version has held it
 * @param since the first version that held it; 0 before any did
 */
record Standing(Phase phase, CommitmentNumber since) {

    /** Whether a version has held a unit. The order is the stored form's and never changes. */
    enum Phase {
        /** No version has held it. */
        NOT_YET,
        /** The newest version holds it. */
        HELD,
        /** A version held it, and the newest does not. */
        GONE
    }

    /** No version has held it. */
    static final Standing NOT_YET = new Standing(Phase.NOT_YET, CommitmentNumber.ZERO);

    /** Where it stands next, when version {@code number} is the newest and holds it or not. */
    Standing next(CommitmentNumber number, boolean held) {
        return switch (phase) {
            case NOT_YET -> held ? new Standing(Phase.HELD, number) : this;
            case HELD -> held ? this : new Standing(Phase.GONE, since);
            case GONE -> held ? new Standing(Phase.HELD, since) : this;
        };
    }

    /** Where it stands when the books fall back to version {@code number}, which holds it or not. */
    Standing backAt(CommitmentNumber number, boolean held) {
        boolean replaced = number.equals(since) && !held;
        if (isNotYet() || replaced || number.isBefore(since)) {
            return NOT_YET;
        }
        return new Standing(held ? Phase.HELD : Phase.GONE, since);
    }

    boolean isNotYet() {
        return phase == Phase.NOT_YET;
    }

    boolean isHeld() {
        return phase == Phase.HELD;
    }

    boolean isGone() {
        return phase == Phase.GONE;
    }
}
