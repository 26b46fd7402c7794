package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Why a household refuses a ticket book. */
public sealed interface TicketFlaw extends Flaw {

    /** The book is of another channel, or under other terms. */
    record OtherChannel() implements TicketFlaw {
        @Override
        public String message() {
            return "the book is of another channel";
        }
    }

    /**
     * The book does not continue the chain of books.
     *
     * @param number its number
     * @param expected the number that comes next; its previous hash must be that book's before
     */
    record BrokenChain(int number, int expected) implements TicketFlaw {
        @Override
        public String message() {
            return "book " + number + " does not continue the chain at " + expected;
        }
    }

    /**
     * The book starts from another carry than what has settled leaves.
     *
     * @param stated the book's carry
     * @param expected the household's own
     */
    record WrongCarry(CumulativeRounding stated, CumulativeRounding expected) implements TicketFlaw {
        @Override
        public String message() {
            return "the book starts from a carry of " + stated.carry() + ", what has settled leaves "
                    + expected.carry();
        }
    }

    /**
     * A number that does not rise.
     *
     * @param unit the number
     */
    record UnitNotRising(UnitNumber unit) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " does not come after all units before it";
        }
    }

    /**
     * A hash that another ticket of the two books has.
     *
     * @param unit the later of the two
     */
    record RepeatedHash(UnitNumber unit) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " has the hash of another unit";
        }
    }

    /**
     * A slot without a received announcement.
     *
     * @param slot the slot
     */
    record NoPrice(Slot slot) implements TicketFlaw {
        @Override
        public String message() {
            return "no price was announced for " + slot;
        }
    }

    /**
     * Another price than was announced.
     *
     * @param unit the unit
     * @param stated the ticket's price
     * @param announced the slot's
     */
    record WrongPrice(UnitNumber unit, Price stated, Price announced) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " is priced at " + stated + ", and " + announced + " was announced";
        }
    }

    /**
     * Another amount than the rounding of the price gives.
     *
     * @param unit the unit
     * @param stated the ticket's amount
     * @param expected what it must be
     */
    record WrongAmount(UnitNumber unit, Coin stated, Coin expected) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " costs " + stated.value + " coins, the price makes it " + expected.value;
        }
    }

    /**
     * A cost that no state of the channel can pay.
     *
     * @param unit the unit
     */
    record AboveWallet(UnitNumber unit) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " costs more than the wallet holds";
        }
    }

    /**
     * An amount that no output can hold.
     *
     * @param unit the unit
     * @param amount its coins
     */
    record Dust(UnitNumber unit, Coin amount) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " of " + amount.value + " coins is below the dust limit";
        }
    }

    /**
     * Heights that leave a step of the unit no time.
     *
     * @param unit the unit
     * @param rule the order that is broken
     */
    record HeightsOutOfOrder(UnitNumber unit, String rule) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " breaks " + rule;
        }
    }

    /**
     * A unit so small that the terms tolerate a large part of it: the consumer would pay for what was never delivered.
     *
     * @param unit the unit
     * @param tolerance the delivery tolerance of the terms
     * @param energy the unit's
     */
    record TooTolerant(UnitNumber unit, WattHours tolerance, WattHours energy) implements TicketFlaw {
        @Override
        public String message() {
            return unit + " is of " + energy + ", and the terms tolerate " + tolerance + ", more than a tenth";
        }
    }
}
