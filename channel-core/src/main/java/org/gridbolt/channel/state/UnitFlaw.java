package org.gridbolt.channel.state;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.ledger.LedgerFlaw;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** Why a unit cannot be offered, removed or accepted. */
public sealed interface UnitFlaw extends Flaw {

    /**
     * No book of the utility has a ticket for it.
     *
     * @param unit which
     */
    record NoTicket(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return "the utility has issued no ticket for " + unit;
        }
    }

    /**
     * It, or a later one, was offered before.
     *
     * @param unit which
     */
    record OfferedBefore(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " or a later one was offered before";
        }
    }

    /**
     * Its time to be offered is over.
     *
     * @param unit which
     * @param offerBy the last height
     * @param tip the height now
     */
    record TooLate(UnitNumber unit, BlockHeight offerBy, BlockHeight tip) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " could be offered up to " + offerBy + ", and it is " + tip;
        }
    }

    /**
     * Its delivery lies beyond the horizon: a dispute about it would outlast the window.
     *
     * @param unit which
     */
    record BeyondHorizon(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is due beyond the horizon of the terms";
        }
    }

    /**
     * The state with it is not allowed: the wallet has run dry, or a limit is reached.
     *
     * @param unit which
     * @param flaw what is wrong with the state
     */
    record NotAllowed(UnitNumber unit, LedgerFlaw flaw) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is not possible: " + flaw.message();
        }
    }

    /** So much is unacknowledged that the utility counts as absent. */
    record UtilityAway() implements UnitFlaw {
        @Override
        public String message() {
            return "the utility does not acknowledge: no unit could be accepted";
        }
    }

    /**
     * More updates than any honest household leaves open.
     *
     * @param most the bound
     */
    record Flood(int most) implements UnitFlaw {
        @Override
        public String message() {
            return "more than " + most + " updates without a signature on them";
        }
    }

    /**
     * A unit is removed that is not pending in both newest versions, or is being removed already.
     *
     * @param unit which
     */
    record NotCommitted(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is removed and not pending on both sides";
        }
    }

    /**
     * The producer takes a unit back that it has promised to deliver.
     *
     * @param unit which
     */
    record AlreadyAccepted(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is accepted: it is delivered, or the utility rules on it";
        }
    }

    /**
     * What should be its preimage has another hash.
     *
     * @param unit which
     */
    record WrongPreimage(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return "what should be the preimage of " + unit + " has another hash";
        }
    }

    /**
     * The acceptance is not the producer's word on pending units of the newest state.
     *
     * @param why what is wrong with it
     */
    record BadAcceptance(String why) implements UnitFlaw {
        @Override
        public String message() {
            return "the acceptance is refused: " + why;
        }
    }

    /**
     * The reading counts for nothing here.
     *
     * @param why what is wrong with it
     */
    record BadReading(String why) implements UnitFlaw {
        @Override
        public String message() {
            return "the reading is refused: " + why;
        }
    }

    /**
     * A unit outlived every deadline without an end.
     *
     * @param unit which
     */
    record Overdue(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is past its last height and nobody ended it";
        }
    }

    /**
     * A ticket with the hash of one that was issued before.
     *
     * @param unit the unit
     */
    record OldHash(UnitNumber unit) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " has the hash of a ticket that was issued before";
        }
    }

    /**
     * A ticket of which nothing is left after the grid fee.
     *
     * @param unit the unit
     * @param coins its coins
     * @param gridFee what the utility gets of them
     */
    record EatenUp(UnitNumber unit, Coin coins, Coin gridFee) implements UnitFlaw {
        @Override
        public String message() {
            return unit + " is worth " + coins.value + " coins, of which the grid takes " + gridFee.value;
        }
    }

    /**
     * Units are removed by a ruling whose penalty is not waived, or which was carried out before.
     *
     * @param ruling the hash of the ruling
     */
    record NotWaived(Sha256Hash ruling) implements UnitFlaw {
        @Override
        public String message() {
            return "no waiver is open of ruling " + ruling;
        }
    }
}
