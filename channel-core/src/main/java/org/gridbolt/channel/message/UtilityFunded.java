package org.gridbolt.channel.message;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/**
 * The witnesses of the inputs that the utility funds with: it signs once both households have reported the opening.
 *
 * @param fundingTxid the funding transaction
 * @param witnesses a witness stack for each input
 */
public record UtilityFunded(Sha256Hash fundingTxid, List<List<Bytes>> witnesses) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onUtilityFunded(this);
    }
}
