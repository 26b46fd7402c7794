package org.gridbolt.channel.sweep;

import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * Something that a household, alone or together with another party, can do to the rest.
 *
 * @param cheat who publishes a version of its own
 * @param version which, past or present
 * @param moment when
 * @param watch who looks
 * @param past whether the miners stay with it
 * @param stage what was under way
 */
record Attack(Party cheat, CommitmentNumber version, Moment moment, Watch watch, Past past, Stage stage) {

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
        VICTIM,
        /** The utility alone, and for ever: the other household is in it, and does nothing about it. */
        COALITION
    }

    /** What was under way when the version was published. */
    enum Stage {
        /** Trade. */
        TRADING,
        /** A ruling is issued; the consumer's signature on the penalty has not reached the utility. */
        RULED,
        /** The penalty stands in a block, which a reorganisation replaces by one that has the version. */
        PENALTY_MINED
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

    /** The household that the cheat does it to, or with. */
    Party victim() {
        return cheat.peer();
    }

    /** Whether the utility keeps to the protocol. */
    boolean isUtilityHonest() {
        return watch != Watch.VICTIM;
    }

    /** Whether the other household keeps to the protocol. */
    boolean isVictimHonest() {
        return watch != Watch.COALITION;
    }

    @Override
    public String toString() {
        return cheat + " publishes version " + version.value() + " " + moment + ", watched by " + watch + ", past "
                + past + ", " + stage;
    }
}
