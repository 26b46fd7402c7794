package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Secp256k1Test {

    private static final String GENERATOR = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";

    /** Key, message and signature, as the file has them. */
    private static List<String[]> published() {
        return PublishedVectors.lines("rfc6979-secp256k1.csv")
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(";", -1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_published_signatures_come_out_byte_for_byte(String key, String message, String signature) {
        Sha256Hash digest = Examples.digest(message);
        PrivateKey signer = PrivateKey.of(Bytes.ofHex(key));
        assertThat(Examples.implementations()).allSatisfy(curve -> {
            Signature made = curve.sign(digest, signer);
            assertThat(made).hasToString(signature);
            assertThat(curve.verify(digest, made, curve.publicKey(signer))).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("org.gridbolt.multisig.key.Examples#implementations")
    void the_secret_1_gives_the_generator_and_minus_1_its_negation(Secp256k1 curve) {
        PublicKey generator = curve.publicKey(PrivateKey.of(Bytes.ofHex("00".repeat(31) + "01")));
        PublicKey opposite = curve.publicKey(
                PrivateKey.of(Bytes.ofHex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140")));
        assertThat(generator).hasToString(GENERATOR);
        assertThat(opposite).isEqualTo(generator.negate());
    }

    @ParameterizedTest
    @MethodSource("org.gridbolt.multisig.key.Examples#implementations")
    void a_digest_beyond_the_order_is_signed_and_verified(Secp256k1 curve) {
        Sha256Hash digest = Sha256Hash.wrap("ff".repeat(32));
        PrivateKey key = Examples.privateKey("signer");
        Signature signature = curve.sign(digest, key);
        assertThat(signature).isEqualTo(Secp256k1.portable().sign(digest, key));
        assertThat(curve.verify(digest, signature, key.publicKey())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.gridbolt.multisig.key.Examples#implementations")
    void a_signature_of_another_digest_or_key_is_refused(Secp256k1 curve) {
        PrivateKey key = Examples.privateKey("signer");
        Signature signature = curve.sign(Examples.digest("this"), key);
        assertThat(curve.verify(Examples.digest("that"), signature, key.publicKey()))
                .isFalse();
        assertThat(curve.verify(Examples.digest("this"), signature, Examples.publicKey("other")))
                .isFalse();
        assertThat(curve.verify(
                        Examples.digest("this"), signature, key.publicKey().negate()))
                .isFalse();
    }

    @Property(tries = 40)
    void signing_gives_the_same_bytes_in_both_and_each_verifies_the_other(@ForAll long keySeed, @ForAll long seed) {
        PrivateKey key = PrivateKey.of(Examples.randomBytes(keySeed, PrivateKey.SIZE));
        Sha256Hash digest = Sha256Hash.wrap(Examples.randomBytes(seed, 32).toArray());
        Signature expected = Secp256k1.portable().sign(digest, key);
        PublicKey point = Secp256k1.portable().publicKey(key);
        assertThat(Signature.parse(expected.bytes())).contains(expected);
        assertThat(Examples.implementations()).allSatisfy(curve -> {
            assertThat(curve.sign(digest, key)).isEqualTo(expected);
            assertThat(curve.publicKey(key)).isEqualTo(point);
            assertThat(curve.verify(digest, expected, point)).isTrue();
        });
    }

    @Property(tries = 60)
    void a_changed_bit_makes_a_signature_invalid(@ForAll long seed, @ForAll byte position) {
        PrivateKey key = Examples.privateKey("signer");
        Sha256Hash digest = Sha256Hash.wrap(Examples.randomBytes(seed, 32).toArray());
        byte[] changed = Secp256k1.active().sign(digest, key).bytes().toArray();
        int bit = Byte.toUnsignedInt(position) * 2;
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        Optional<Signature> altered = Signature.parse(Bytes.of(changed));
        assertThat(Examples.implementations())
                .noneMatch(curve -> altered.isPresent() && curve.verify(digest, altered.get(), key.publicKey()));
    }

    @Property(tries = 100)
    void both_agree_on_which_x_is_on_the_curve(@ForAll @Size(32) byte[] x, @ForAll boolean odd) {
        Bytes compressed = Bytes.of((byte) (odd ? 3 : 2)).concat(Bytes.of(x));
        assertThat(Examples.implementations()
                        .map(curve -> curve.parse(compressed))
                        .distinct())
                .hasSize(1);
        assertThat(PublicKey.parse(compressed).map(PublicKey::bytes).orElse(compressed))
                .isEqualTo(compressed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "02",
                "00",
                // x = 5 has no y.
                "020000000000000000000000000000000000000000000000000000000000000005",
                // The prefix of the uncompressed and of the hybrid forms, and of nothing at all.
                "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
                "0679be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
                "0079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
                // A byte too few, and one too many.
                "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f817",
                "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f8179800",
                // x = p + 1, which is on the curve only after a reduction that no encoding asks for.
                "02fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc30",
                // The uncompressed generator.
                "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                        + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void what_is_no_compressed_point_on_the_curve_is_refused(String hex) {
        Bytes bytes = Bytes.ofHex(hex);
        assertThat(Examples.implementations()).allSatisfy(curve -> {
            assertThat(curve.parse(bytes)).isEmpty();
            assertThat(curve.isOnCurve(bytes)).isFalse();
        });
    }

    @Test
    void both_implementations_are_tested_where_the_native_library_loads() {
        assumeThat(Secp256k1.nativeLibrary()).isPresent();
        assertThat(Examples.implementations().map(Secp256k1::name)).containsExactly("libsecp256k1", "BouncyCastle");
    }
}
