package org.gridbolt.channel.state;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.ledger.LedgerFlaw;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PointCheck;
import org.gridbolt.multisig.key.SecretCheck;
import org.gridbolt.pricing.Flaw;

/** Why a signature, a revocation or a receipt of the peer is refused. */
public sealed interface CommitmentFlaw extends Flaw {

    /** Whether it breaks a rule that protects money; else the message came at the wrong time, as after a lost connection. */
    default boolean breaksMust() {
        return true;
    }

    /**
     * A version is signed or revoked whose turn it is not.
     *
     * @param number the version
     * @param expected whose turn it is
     */
    record WrongTurn(CommitmentNumber number, CommitmentNumber expected) implements CommitmentFlaw {
        @Override
        public String message() {
            return number + " where it is the turn of " + expected;
        }

        @Override
        public boolean breaksMust() {
            return false;
        }
    }

    /**
     * A signature claims updates that were never sent, or leaves out some that an earlier one had.
     *
     * @param included what it claims
     * @param least what the newest version has
     * @param most what was sent
     */
    record WrongUpdates(int included, int least, int most) implements CommitmentFlaw {
        @Override
        public String message() {
            return "a version with " + included + " of the updates, where " + least + " to " + most + " are possible";
        }
    }

    /** A signature for a version that would be what the newest is already. */
    record NothingNew() implements CommitmentFlaw {
        @Override
        public String message() {
            return "a signature for a version without any new update";
        }

        @Override
        public boolean breaksMust() {
            return false;
        }
    }

    /**
     * The updates lead to a state that the terms do not allow.
     *
     * @param flaw what is wrong with it
     */
    record BadState(LedgerFlaw flaw) implements CommitmentFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }

    /**
     * The signature is not one on the version as this household builds it.
     *
     * @param number the version
     */
    record BadSignature(CommitmentNumber number) implements CommitmentFlaw {
        @Override
        public String message() {
            return "the signature does not fit " + number + " as it is built here";
        }
    }

    /** The utility has not acknowledged for so long that nothing more could be guarded. */
    record Unguarded() implements CommitmentFlaw {
        @Override
        public String message() {
            return "the utility does not acknowledge: no new state until it does";
        }

        @Override
        public boolean breaksMust() {
            return false;
        }
    }

    /** A revocation although no signature is outstanding. */
    record NothingToRevoke() implements CommitmentFlaw {
        @Override
        public String message() {
            return "a revocation although no new version was signed";
        }

        @Override
        public boolean breaksMust() {
            return false;
        }
    }

    /**
     * The revealed secret is not the one of its version.
     *
     * @param check what is wrong with it
     */
    record BadSecret(SecretCheck check) implements CommitmentFlaw {
        @Override
        public String message() {
            return "the revealed secret is refused: " + check;
        }
    }

    /**
     * The next point cannot be built with.
     *
     * @param check what is wrong with it
     */
    record BadPoint(PointCheck check) implements CommitmentFlaw {
        @Override
        public String message() {
            return "the next point is refused: " + check;
        }
    }

    /**
     * The receipt does not state what was agreed.
     *
     * @param receipt its hash
     * @param field what differs
     */
    record BadReceipt(Sha256Hash receipt, String field) implements CommitmentFlaw {
        @Override
        public String message() {
            return "receipt " + receipt + " is refused: " + field;
        }
    }
}
