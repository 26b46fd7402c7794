package org.gridbolt.penalty.justice;

import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.SecretCheck;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.pricing.Flaw;

/** Why the watchtower does not take something into its record, which stays as it was. */
public sealed interface TowerFlaw extends Flaw {

    /** The receipt is of another channel. */
    record OtherChannel() implements TowerFlaw {
        @Override
        public String message() {
            return "the receipt is of another channel";
        }
    }

    /**
     * The receipt lacks the signature of the household whose it says it is.
     *
     * @param side that household
     */
    record NotSigned(Party side) implements TowerFlaw {
        @Override
        public String message() {
            return "the receipt is not signed by " + side;
        }
    }

    /**
     * A receipt older than one that is held.
     *
     * @param side whose it is
     * @param stated its version
     * @param held the version of the newest receipt
     */
    record Stale(Party side, CommitmentNumber stated, CommitmentNumber held) implements TowerFlaw {
        @Override
        public String message() {
            return "the receipt of " + side + " for " + stated + " is older than the one for " + held;
        }
    }

    /**
     * Two signed receipts of one household that cannot both be true: of the same version, or the later one forgets what the
     * earlier one says.
     *
     * @param held the receipt that is held
     * @param stated the one that came
     */
    record Contradiction(StateReceipt held, StateReceipt stated) implements TowerFlaw {
        @Override
        public String message() {
            return "two receipts of " + held.side() + " contradict each other: for "
                    + held.own().number() + " and " + stated.own().number();
        }
    }

    /**
     * So many versions without a secret in between that the record would grow without bound.
     *
     * @param owner whose versions they are
     * @param unrevoked the first that is not revoked
     */
    record TooFarAhead(Party owner, CommitmentNumber unrevoked) implements TowerFlaw {
        @Override
        public String message() {
            return "no secret since " + unrevoked + " of " + owner;
        }
    }

    /**
     * A secret for a version of which no receipt told the point.
     *
     * @param owner whose version it is
     * @param number the version
     */
    record NoPoint(Party owner, CommitmentNumber number) implements TowerFlaw {
        @Override
        public String message() {
            return "no receipt says the point of " + number + " of " + owner;
        }
    }

    /**
     * A secret that does not revoke the version: outside [1, N - 1], of another point, or outside the chain.
     *
     * @param owner whose version it is
     * @param number the version
     * @param check what was found
     */
    record WrongSecret(Party owner, CommitmentNumber number, SecretCheck check) implements TowerFlaw {
        @Override
        public String message() {
            return "the secret does not revoke " + number + " of " + owner + ": " + check;
        }
    }
}
