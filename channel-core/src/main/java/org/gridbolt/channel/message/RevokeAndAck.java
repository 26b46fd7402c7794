package org.gridbolt.channel.message;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * The sender disclaims its version {@code revoked} by revealing that version's secret, and states what its newest is.
 *
 * @param revoked the version that the secret belongs to
 * @param secret 32 bytes: the per-commitment secret of that version, as yet unchecked
 * @param nextPoint 33 bytes: the point of the version after the sender's newest, as yet unchecked
 * @param receipt of the sender's newest version
 */
public record RevokeAndAck(CommitmentNumber revoked, Bytes secret, Bytes nextPoint, Signed<StateReceipt> receipt)
        implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onRevokeAndAck(this);
    }
}
