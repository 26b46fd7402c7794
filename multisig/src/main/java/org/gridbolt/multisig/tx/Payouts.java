package org.gridbolt.multisig.tx;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * The registered scripts to which the three are paid when a channel ends.
 *
 * @param consumer A's
 * @param producer B's
 * @param utility U's
 */
public record Payouts(Bytes consumer, Bytes producer, Bytes utility) {

    public Payouts {
        require(consumer);
        require(producer);
        require(utility);
    }

    private static void require(Bytes script) {
        if (!NativeScript.isPayable(script)) {
            throw new IllegalArgumentException("no native P2WPKH, P2WSH or P2TR script: " + script);
        }
    }

    /** Whether {@code script} may stand here: native P2WPKH, P2WSH or P2TR, whose dust limit is at most 330. */
    public static boolean accepts(Bytes script) {
        return NativeScript.isPayable(script);
    }

    /** The script of {@code party}. */
    public Bytes of(Party party) {
        return switch (party) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> utility;
        };
    }
}
