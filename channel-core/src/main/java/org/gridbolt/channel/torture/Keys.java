package org.gridbolt.channel.torture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;

/** Everybody's keys in one trial, all from its seed. */
record Keys(long seed) {

    /** 32 bytes for one purpose of one party. */
    Bytes secret(Party party, String purpose) {
        byte[] name = ("gridbolt torture " + party + " " + purpose).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content =
                ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name);
        return Bytes.of(Sha256Hash.hash(content.array()));
    }

    /** The key of {@code party} for one purpose. */
    PrivateKey key(Party party, String purpose) {
        return PrivateKey.of(secret(party, purpose));
    }

    /** Where {@code party} is paid. */
    Bytes payout(Party party) {
        return new KeyHashScript(key(party, "payout").publicKey()).scriptPubKey();
    }

    /** The key id that {@code party} draws for the channel. */
    KeyId keyId(Party party) {
        return new KeyId(secret(party, "key id").slice(0, KeyId.SIZE));
    }
}
