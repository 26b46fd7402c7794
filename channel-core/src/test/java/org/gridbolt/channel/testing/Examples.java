package org.gridbolt.channel.testing;

import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;

/** Keys and seeds, the same in each run. */
public final class Examples {

    private Examples() {}

    public static Bytes bytes32(String text) {
        return Bytes.of(Sha256Hash.of(text.getBytes(StandardCharsets.UTF_8)).getBytes());
    }

    public static PrivateKey key(String name) {
        return PrivateKey.of(bytes32(name));
    }

    /** The output script of that key alone. */
    public static Bytes script(String name) {
        return new KeyHashScript(key(name).publicKey()).scriptPubKey();
    }
}
