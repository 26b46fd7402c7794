package org.gridbolt.channel.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;

/**
 * Every secret of the three parties of a channel. The households' follow from the channel's seed, the utility's from one that all
 * its channels have in common.
 *
 * @param seed of the channel
 * @param utilitySeed of the utility
 */
record LocalKeys(long seed, long utilitySeed) {

    /** 32 bytes for one purpose of one party. */
    Bytes secret(Party party, String purpose) {
        return secret(party == Party.UTILITY ? utilitySeed : seed, party, purpose);
    }

    /** What the utility draws for this channel alone. */
    Bytes nonce() {
        return secret(seed, Party.UTILITY, "nonce");
    }

    private static Bytes secret(long seed, Party party, String purpose) {
        byte[] name = ("gridbolt local " + party + " " + purpose).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content =
                ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name);
        return Bytes.of(Sha256Hash.hash(content.array()));
    }

    /** The key of {@code party} for one purpose. */
    PrivateKey key(Party party, String purpose) {
        return PrivateKey.of(secret(party, purpose));
    }

    /** Where that key is paid. */
    Bytes script(Party party, String purpose) {
        return new KeyHashScript(key(party, purpose).publicKey()).scriptPubKey();
    }

    /** Where {@code party} is paid when the channel ends. */
    Bytes payoutScript(Party party) {
        return script(party, "payout");
    }

    /** The key id that {@code party} draws for the channel. */
    KeyId keyId(Party party) {
        return new KeyId(secret(party, "key id").slice(0, KeyId.SIZE));
    }
}
