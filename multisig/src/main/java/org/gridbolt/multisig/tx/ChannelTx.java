package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Sha256Hash;

/** A transaction of the protocol, complete but for its signatures. */
public sealed interface ChannelTx
        permits FundingTx, CommitmentTx, CloseTx, PenaltyTx, ClaimTx, JusticeTx, PayoutTx, BumpTx {

    /** The transaction without witnesses. */
    Transaction unsigned();

    /** Its id, which no witness changes. */
    default Sha256Hash txid() {
        return unsigned().txid();
    }
}
