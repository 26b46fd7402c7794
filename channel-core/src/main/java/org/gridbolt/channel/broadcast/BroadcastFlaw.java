package org.gridbolt.channel.broadcast;

import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.pricing.Flaw;

/** Why a transaction is not on its way into a block. Each says what to do; whatever it is, it is tried again at the next block. */
public sealed interface BroadcastFlaw extends Flaw {

    /**
     * No coin of the reserve is large enough to pay for it.
     *
     * @param rate what it would have to pay
     */
    record ReserveSpent(FeeRate rate) implements BroadcastFlaw {
        @Override
        public String message() {
            return "no confirmed coin of the reserve pays for it at " + rate + ": send coins to the reserve";
        }
    }

    /**
     * It waits although it pays the most that its owner allows.
     *
     * @param most that rate
     */
    record CapReached(FeeRate most) implements BroadcastFlaw {
        @Override
        public String message() {
            return "it is not confirmed at " + most + ", the most that is allowed: raise the cap, or wait";
        }
    }

    /**
     * The node does not take it, for a reason that paying more does not remove.
     *
     * @param reason the node's own words
     */
    record Refused(String reason) implements BroadcastFlaw {
        @Override
        public String message() {
            return "the node refuses it (" + reason + "): see whether the node relays version 3 packages";
        }
    }

    /**
     * The chain cannot be asked.
     *
     * @param line what is wrong, where, what to do
     */
    record ChainSilent(String line) implements BroadcastFlaw {
        @Override
        public String message() {
            return line;
        }
    }

    /**
     * The node's estimate of fees is not one to go by.
     *
     * @param said what it said, in coins of 100,000,000 for a thousand virtual bytes
     * @param instead what is offered instead
     */
    record AbsurdEstimate(String said, FeeRate instead) implements BroadcastFlaw {
        @Override
        public String message() {
            return "the node estimates a fee of " + said + ", which nobody would pay: " + instead
                    + " is offered instead";
        }
    }
}
