package org.gridbolt.multisig.key;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/** Keys and seeds for tests, the same in each run. */
final class Examples {

    static final KeyId KEY_ID = new KeyId(Bytes.ofHex("000102030405060708090a0b0c0d0e0f"));

    private Examples() {}

    /** Every implementation of the curve that this machine has. */
    static Stream<Secp256k1> implementations() {
        return Stream.concat(Secp256k1.nativeLibrary().stream(), Stream.of(Secp256k1.portable()));
    }

    static Sha256Hash digest(String text) {
        return Sha256Hash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes bytes32(String text) {
        return Bytes.of(digest(text).getBytes());
    }

    static PrivateKey privateKey(String name) {
        return PrivateKey.of(bytes32(name));
    }

    static PublicKey publicKey(String name) {
        return privateKey(name).publicKey();
    }

    static Bytes randomBytes(long seed, int size) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return Bytes.of(content);
    }

    static ChannelSecrets secrets(Party party) {
        return ChannelSecrets.derive(bytes32(party.name()), party, KEY_ID);
    }

    static ChannelKeyRing ring() {
        return new ChannelKeyRing(
                secrets(Party.CONSUMER).publicKeys(),
                secrets(Party.PRODUCER).publicKeys(),
                secrets(Party.UTILITY).publicKeys());
    }
}
