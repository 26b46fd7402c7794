package org.gridbolt.channel.state;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.pricing.Flaw;

/** Why a cooperative close is refused. */
public sealed interface ClosingFlaw extends Flaw {

    /**
     * The signature is not one on the close with that fee as it is built here, or the close is not yet final.
     *
     * @param fee the proposed fee
     */
    record BadProposal(Coin fee) implements ClosingFlaw {
        @Override
        public String message() {
            return "the proposed close with a fee of " + fee.value + " coins is refused";
        }
    }

    /**
     * The answer does not complete the close that was proposed.
     *
     * @param txid what it completes
     */
    record BadAnswer(Sha256Hash txid) implements ClosingFlaw {
        @Override
        public String message() {
            return "the answer does not complete the proposed close: " + txid;
        }
    }
}
