package org.gridbolt.channel.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.pricing.Outcome;

/**
 * Holds an honest party's signer to its {@link SignerAccount}, also over its restarts.
 */
final class Account {

    private static final String NAME = "no two live signatures";

    private final Party party;
    private final Logbook record;
    private final Map<Long, Bytes> commitmentSignatures = new HashMap<>();
    private final SignerAccount released;

    Account(Party party, Logbook record) {
        this.party = party;
        this.record = record;
        this.released = new SignerAccount(what -> record.violation(NAME, party + " " + what));
    }

    /** The same signer, under watch. */
    ChannelSigner watching(ChannelSigner signer) {
        return new ChannelSigner() {
            @Override
            public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
                Outcome<R, SigningRefusal> outcome = signer.sign(order);
                outcome.flaw().ifPresent(refusal -> refused(order, refusal));
                outcome.value().ifPresent(given -> {
                    if (given instanceof Signature signature && order instanceof SigningOrder.PeerVersion) {
                        Bytes bytes = signature.bytes();
                        commitmentSignatures.put(
                                ByteBuffer.wrap(bytes.toArray()).getLong(), bytes);
                    }
                    order.judgedBy(released).run();
                });
                return outcome;
            }
        };
    }

    /** The signatures on versions of the peer, by their first eight bytes: only the peer may ever have them. */
    Map<Long, Bytes> commitmentSignatures() {
        return commitmentSignatures;
    }

    private void refused(SigningOrder<?> order, SigningRefusal refusal) {
        record.violation(
                "an honest node asks its signer for nothing that it refuses",
                party + ", " + order.getClass().getSimpleName() + ": " + refusal.message());
    }
}
