package org.gridbolt.channel.utility;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.TicketFlaw;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;

/** Why the utility's own order cannot be followed. */
public sealed interface OrderFlaw extends Flaw {

    /**
     * Not in this state.
     *
     * @param order what was ordered
     * @param state the state
     */
    record NotNow(String order, String state) implements OrderFlaw {
        @Override
        public String message() {
            return order + " is not possible in state " + state;
        }
    }

    /** The announcement is not the utility's own, or does not continue its chain. */
    record BrokenPriceChain() implements OrderFlaw {
        @Override
        public String message() {
            return "the price does not continue the utility's chain of announcements";
        }
    }

    /**
     * A book without units, or with more than a book holds.
     *
     * @param units how many
     */
    record WrongCount(int units) implements OrderFlaw {
        @Override
        public String message() {
            return "no book has " + units + " tickets";
        }
    }

    /**
     * A unit number that was given out before.
     *
     * @param unit the number
     * @param last the last that was given out
     */
    record NotRising(UnitNumber unit, UnitNumber last) implements OrderFlaw {
        @Override
        public String message() {
            return unit + " does not come after " + last;
        }
    }

    /**
     * A slot that starts at no height of this channel.
     *
     * @param slot the slot
     */
    record OutsideSchedule(Slot slot) implements OrderFlaw {
        @Override
        public String message() {
            return slot + " lies outside the channel's time";
        }
    }

    /**
     * A unit that nobody could offer in time.
     *
     * @param unit the unit
     * @param offerBy the last height to offer it
     * @param tip the height now
     */
    record TooLate(UnitNumber unit, BlockHeight offerBy, BlockHeight tip) implements OrderFlaw {
        @Override
        public String message() {
            return unit + " had to be offered by " + offerBy + ", it is " + tip;
        }
    }

    /**
     * The producer has less than its bond, so a default would cost it too little.
     *
     * @param balance what it has
     * @param bond what it must have
     */
    record BelowBond(Coin balance, Coin bond) implements OrderFlaw {
        @Override
        public String message() {
            return "the producer has " + balance.value + " coins, less than its bond of " + bond.value;
        }
    }

    /**
     * What is to be paid for is no version of this channel.
     *
     * @param txid what was given for one
     */
    record NoVersion(Sha256Hash txid) implements OrderFlaw {
        @Override
        public String message() {
            return txid + " is no household's version of this channel";
        }
    }

    /**
     * A version that its owner has revoked: it is punished, not paid for.
     *
     * @param txid the version
     */
    record RevokedVersion(Sha256Hash txid) implements OrderFlaw {
        @Override
        public String message() {
            return txid + " is revoked: it is punished, not paid for";
        }
    }

    /**
     * The child does not spend the version's anchor, and so would not pay for it.
     *
     * @param txid the child
     */
    record NoChild(Sha256Hash txid) implements OrderFlaw {
        @Override
        public String message() {
            return txid + " does not spend the version's anchor";
        }
    }

    /**
     * More than the utility has set itself to pay for a household's close.
     *
     * @param fee what it would pay
     * @param most the most that it pays
     */
    record AboveSponsorship(Coin fee, Coin most) implements OrderFlaw {
        @Override
        public String message() {
            return "the close would cost " + fee.value + " coins, and " + most.value
                    + " are the most that is paid for it";
        }
    }

    /**
     * The book would be refused by the households.
     *
     * @param flaw why
     */
    record BadBook(TicketFlaw flaw) implements OrderFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }
}
