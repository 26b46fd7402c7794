package org.gridbolt.channel.sweep;

import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * Something that a household, alone or together with the utility, can do to the other.
 *
 * @param cheat who publishes a version of its own
 * @param version which, past or present
 * @param moment when
 * @param watch who looks
 * @param past whether the miners stay with it
 */
record Attack(Party cheat, CommitmentNumber version, Moment moment, Watch watch, Past past) {

    /** When the version is published. */
    enum Moment {
        /** At once. */
        BEFORE_D1,
        /** When every pending unit's d1 has passed, with nobody at the chain until then. */
        AFTER_D1
    }

    /** Who looks at the chain. */
    enum Watch {
        /** The victim and the utility. */
        BOTH,
        /** The utility alone: the victim comes back when all is over. */
        TOWER,
        /** The victim alone: the utility is with the cheat, and silent. */
        VICTIM
    }

    /** What the miners make of it. */
    enum Past {
        /** They stay with it. */
        KEPT,
        /** The first answers are mined; then a reorganisation puts the newest version of the victim in the place of all. */
        REWRITTEN_BY_VICTIM,
        /** The first answers are mined; then a reorganisation puts another version of the cheat in the place of all. */
        REWRITTEN_BY_CHEAT
    }

    Party victim() {
        return cheat.peer();
    }

    @Override
    public String toString() {
        return cheat + " publishes version " + version.value() + " " + moment + ", watched by " + watch + ", past "
                + past;
    }
}
