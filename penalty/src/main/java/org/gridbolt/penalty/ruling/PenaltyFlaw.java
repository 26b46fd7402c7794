package org.gridbolt.penalty.ruling;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;

/** Why a transaction is not the penalty that carries out a ruling on the wallet. */
public sealed interface PenaltyFlaw extends Flaw {

    /**
     * It does not spend the wallet, or not the wallet alone.
     *
     * @param wallet the wallet ruled on
     */
    record OtherWallet(Outpoint wallet) implements PenaltyFlaw {
        @Override
        public String message() {
            return "the transaction does not spend " + wallet + " alone";
        }
    }

    /** Its witness is not that of the household that signs and the utility with the wallet's script. */
    record OtherPath() implements PenaltyFlaw {
        @Override
        public String message() {
            return "the witness does not show the path of the utility and the household that the ruling asks";
        }
    }

    /** It does not name the ruling, or another one too. */
    record OtherNote() implements PenaltyFlaw {
        @Override
        public String message() {
            return "the transaction does not carry the ruling's hash";
        }
    }

    /**
     * It pays somebody something else than the split.
     *
     * @param party who
     * @param paid what it pays
     * @param due what the ruling results in
     */
    record OtherPayment(Party party, Coin paid, Coin due) implements PenaltyFlaw {
        @Override
        public String message() {
            return party + " is paid " + paid.value + " coins, and " + due.value + " are due";
        }
    }
}
