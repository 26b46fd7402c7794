package org.gridbolt.multisig.key;

import org.gridbolt.multisig.Party;

/** Which of a party's two wallet keys belongs to which of the other two. */
final class WalletPair {

    private WalletPair() {}

    /** Whether {@code other} is the first, in the order A, B, U, of those that are not {@code party}. */
    static boolean isFirst(Party party, Party other) {
        if (party == other) {
            throw new IllegalArgumentException("no party shares a branch of the wallet with itself: " + party);
        }
        Party first = party == Party.CONSUMER ? Party.PRODUCER : Party.CONSUMER;
        return other == first;
    }
}
