package org.gridbolt.penalty.ruling;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;

/** Why a ruling cannot be carried out by the next state, or a waiver does not promise that. */
public sealed interface WaiverFlaw extends Flaw {

    /** The ruling finds no default: there is no penalty to waive. */
    record NoPenalty() implements WaiverFlaw {
        @Override
        public String message() {
            return "the ruling finds no default, so there is no penalty to waive";
        }
    }

    /**
     * The producer would have too little left to trade on.
     *
     * @param left what the next state would leave it
     * @param reserve what the terms ask it to keep
     */
    record ReserveBroken(Coin left, Coin reserve) implements WaiverFlaw {
        @Override
        public String message() {
            return "the producer would have " + left.value + " coins left, below its reserve of " + reserve.value;
        }
    }

    /**
     * The utility would own more of a living channel than the terms allow.
     *
     * @param coins what it would own
     * @param most max_u
     */
    record UtilityAboveMost(Coin coins, Coin most) implements WaiverFlaw {
        @Override
        public String message() {
            return "the utility would own " + coins.value + " coins of a living channel, above " + most.value;
        }
    }

    /**
     * The waiver is of another ruling.
     *
     * @param waived what it waives
     * @param ruling what it should
     */
    record OtherRuling(Sha256Hash waived, Sha256Hash ruling) implements WaiverFlaw {
        @Override
        public String message() {
            return "the waiver is of ruling " + waived + ", not of " + ruling;
        }
    }

    /** The waiver is of another channel. */
    record OtherChannel() implements WaiverFlaw {
        @Override
        public String message() {
            return "the waiver is of another channel";
        }
    }

    /** The waiver binds nobody: the consumer did not sign it. */
    record NotSigned() implements WaiverFlaw {
        @Override
        public String message() {
            return "the waiver is not signed by " + Party.CONSUMER;
        }
    }
}
