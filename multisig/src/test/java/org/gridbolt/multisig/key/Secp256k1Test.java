package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class Secp256k1Test {
    @Test
    void both_sign_alike() {
        PrivateKey key = PrivateKey.of(Bytes.of(Sha256Hash.hash(new byte[1])));
        Sha256Hash digest = Sha256Hash.of(new byte[2]);
        Signature signature = NativeSecp256k1.required().sign(digest, key);
        assertThat(Secp256k1.portable().sign(digest, key)).isEqualTo(signature);
        assertThat(NativeSecp256k1.required().verify(digest, signature, key.publicKey())).isTrue();
        assertThat(Secp256k1.portable().verify(digest, signature, key.publicKey())).isTrue();
    }
}
