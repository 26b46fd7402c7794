package org.gridbolt.penalty.justice;

import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * Justice that is due and lacks the utility's signature, with what proves that it is.
 *
 * @param justice the transaction
 * @param version the revoked version that it takes from
 * @param secret what the version's owner revealed
 * @param owners the owner's newest receipt
 * @param victims the victim's newest receipt
 */
public record DueJustice(
        JusticeTx justice,
        CommitmentTx version,
        PrivateKey secret,
        Signed<StateReceipt> owners,
        Signed<StateReceipt> victims) {}
