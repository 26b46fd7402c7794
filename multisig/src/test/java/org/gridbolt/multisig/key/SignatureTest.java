package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bitcoinj.base.internal.ByteUtils;
import org.bitcoinj.crypto.TransactionSignature;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    private static final BigInteger HALF = ORDER.shiftRight(1);

    private static Bytes compact(BigInteger r, BigInteger s) {
        return number(r).concat(number(s));
    }

    private static Bytes number(BigInteger value) {
        return Bytes.of(ByteUtils.bigIntegerToBytes(value, 32));
    }

    @Property(tries = 40)
    void the_high_s_twin_of_a_signature_is_refused(@ForAll long seed) {
        Bytes low = Secp256k1.active()
                .sign(Examples.digest("message " + seed), Examples.privateKey("signer"))
                .bytes();
        BigInteger s = new BigInteger(1, low.slice(32, 64).toArray());
        assertThat(Signature.parse(low)).isPresent();
        assertThat(Signature.parse(low.slice(0, 32).concat(number(ORDER.subtract(s)))))
                .isEmpty();
    }

    @Test
    void s_may_be_half_the_order_and_no_more() {
        assertThat(Signature.parse(compact(BigInteger.ONE, HALF))).isPresent();
        assertThat(Signature.parse(compact(BigInteger.ONE, HALF.add(BigInteger.ONE))))
                .isEmpty();
    }

    @Test
    void r_must_be_below_the_order() {
        assertThat(Signature.parse(compact(ORDER.subtract(BigInteger.ONE), BigInteger.ONE)))
                .isPresent();
        assertThat(Signature.parse(compact(ORDER, BigInteger.ONE))).isEmpty();
    }

    @Test
    void neither_r_nor_s_is_zero() {
        assertThat(Signature.parse(compact(BigInteger.ZERO, BigInteger.ONE))).isEmpty();
        assertThat(Signature.parse(compact(BigInteger.ONE, BigInteger.ZERO))).isEmpty();
    }

    @Test
    void another_length_than_64_bytes_is_refused() {
        Bytes valid = compact(BigInteger.ONE, BigInteger.ONE);
        assertThat(Signature.parse(Bytes.EMPTY)).isEmpty();
        assertThat(Signature.parse(valid.slice(0, 63))).isEmpty();
        assertThat(Signature.parse(valid.concat(Bytes.of((byte) 0)))).isEmpty();
        assertThatThrownBy(() -> Signature.of(Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "01, 01, 300602010102010101",
        "7f, 80, 300702017f0202008001",
        "80, 0100, 3008020200800202010001",
    })
    void der_is_as_short_as_it_can_be_and_positive(String r, String s, String der) {
        Signature signature = Signature.of(compact(new BigInteger(r, 16), new BigInteger(s, 16)));
        assertThat(signature.derWithSigHashAll()).hasToString(der);
    }

    @Property(tries = 100)
    void bitcoinj_reads_the_der_form_back(@ForAll long seed) throws Exception {
        Signature signature =
                Secp256k1.active().sign(Examples.digest("message " + seed), Examples.privateKey("signer"));
        byte[] der = signature.derWithSigHashAll().toArray();
        TransactionSignature read = TransactionSignature.decodeFromBitcoin(der, true, true);
        assertThat(compact(read.r, read.s)).isEqualTo(signature.bytes());
        assertThat(der).hasSizeLessThanOrEqualTo(72);
    }

    @Test
    void equal_bytes_are_equal_signatures() {
        Signature one = Signature.of(compact(BigInteger.ONE, BigInteger.ONE));
        assertThat(one).isEqualTo(Signature.of(one.bytes())).hasSameHashCodeAs(Signature.of(one.bytes()));
        assertThat(one).isNotEqualTo(Signature.of(compact(BigInteger.ONE, BigInteger.TWO)));
    }
}
