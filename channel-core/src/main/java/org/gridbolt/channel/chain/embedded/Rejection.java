package org.gridbolt.channel.chain.embedded;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.RejectCause;
import org.gridbolt.channel.chain.SubmitResult.Rejected;

/**
 * Why a transaction is not taken.
 *
 * @param reason in the words of bitcoind
 * @param reconsiderable whether a child could make it good: it pays too little, or lacks an input
 */
record Rejection(String reason, boolean reconsiderable) implements Judged {

    static Rejection of(String reason) {
        return new Rejection(reason, false);
    }

    static Rejection forNow(String reason) {
        return new Rejection(reason, true);
    }

    Rejected of(Sha256Hash txid) {
        return new Rejected(txid, RejectCause.of(reason), reason);
    }
}
