package org.gridbolt.channel.torture;

import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.pricing.Outcome;

/** An adversary's signer: it signs everything that it has a key for. */
record WillingSigner(ChannelSecrets secrets) implements ChannelSigner {

    @Override
    public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) {
        return Outcome.of(order.fulfil(secrets));
    }
}
