package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Slot;

/** Why a page does not continue a fund's ledger. */
public sealed interface FundFlaw extends Flaw {

    /** It is of another fund: another chain or another rule. */
    record OtherFund() implements FundFlaw {
        @Override
        public String message() {
            return "the page is of another fund";
        }
    }

    /**
     * It is not of the next slot.
     *
     * @param slot its slot
     * @param expected the next one
     */
    record OutOfOrder(Slot slot, Slot expected) implements FundFlaw {
        @Override
        public String message() {
            return "the page is of " + slot + ", and " + expected + " is next";
        }
    }

    /**
     * It does not name the page before.
     *
     * @param named what it names
     */
    record OtherPrevious(Sha256Hash named) implements FundFlaw {
        @Override
        public String message() {
            return "the page follows another one: " + named;
        }
    }

    /**
     * It carries on what was not left.
     *
     * @param carried what it carries on
     * @param left what was left
     */
    record OtherCarry(Coin carried, Coin left) implements FundFlaw {
        @Override
        public String message() {
            return "the page carries " + carried.value + " coins on, and " + left.value + " were left";
        }
    }

    /**
     * It counts a ruling that the ledger has counted.
     *
     * @param ruling the ruling's hash
     */
    record CountedAgain(Sha256Hash ruling) implements FundFlaw {
        @Override
        public String message() {
            return "the forfeit of ruling " + ruling + " was counted before";
        }
    }

    /**
     * It pays a miner more than that is owed.
     *
     * @param miner who
     * @param paid how much
     * @param owed how much was owed
     */
    record Overpaid(Miner miner, Coin paid, Coin owed) implements FundFlaw {
        @Override
        public String message() {
            return "miner " + miner + " was paid " + paid.value + " coins, and " + owed.value + " were owed";
        }
    }
}
