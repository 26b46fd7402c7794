package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;

/** Why a channel cannot be recovered from what is left of it. */
public sealed interface RecoveryFlaw extends Flaw {

    /**
     * A receipt that does not prove the newest state of its side.
     *
     * @param side whose it should be
     * @param reason what is wrong with it
     */
    record BadReceipt(Party side, String reason) implements RecoveryFlaw {
        @Override
        public String message() {
            return "the receipt of " + side + " " + reason + ": ask the utility for the newest one";
        }
    }

    /** The agreement is not one of this household. */
    record OtherHousehold() implements RecoveryFlaw {
        @Override
        public String message() {
            return "the agreement is another household's: recover it with the seed that it was made with";
        }
    }
}
