package org.gridbolt.channel.signer;

import java.io.IOException;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.pricing.Outcome;

/**
 * Follows signing orders, after the state that they come from is durable.
 *
 * <p><b>Danger.</b> An implementation decides by its own record, makes the record durable, and releases only then. One that
 * believes the node instead lets a node that was restored from a backup, or taken over, sign a second state of a channel,
 * and <i>all coins of the household may be lost</i>. Signatures follow RFC 6979, so the same order always gives the same bytes
 * and may be given again after a crash.
 */
public interface ChannelSigner {

    /**
     * What the order asks for, or why not.
     *
     * @throws IOException if the record is not durable: then nothing was released
     */
    <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException;
}
