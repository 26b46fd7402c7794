package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * A household as the terms name it.
 *
 * <p>Encoding: node key (33), meter key (33), key id (16), payout script (byte string).
 *
 * @param nodeKey signs its contracts
 * @param meterKey signs the readings of its registered meter
 * @param keyId the bytes that it drew for the keys of this channel
 * @param payoutScript where its coins go
 */
public record Household(PublicKey nodeKey, PublicKey meterKey, KeyId keyId, Bytes payoutScript) {

    void writeTo(CanonicalWriter writer) {
        writer.key(nodeKey).key(meterKey).fixed(keyId.value()).bytes(payoutScript);
    }

    static Household readFrom(CanonicalReader reader) {
        return new Household(
                reader.key(),
                reader.key(),
                new KeyId(reader.fixed(KeyId.SIZE)),
                reader.bytes(Identity.PAYOUT_SCRIPT_BYTES_MAX));
    }
}
