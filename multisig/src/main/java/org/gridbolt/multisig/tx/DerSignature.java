package org.gridbolt.multisig.tx;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.Signature;

/** Reads a signature as a witness holds it. */
final class DerSignature {

    private static final int LENGTH_R_AT = 3;
    private static final int HALF = Signature.SIZE / 2;
    private static final int SIZE_MIN = 9;
    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private DerSignature() {}

    /** Whatever the bytes before it are, the last one says what the signature covers. */
    static int sigHashType(Bytes element) {
        return element.size() == 0 ? 0 : element.at(element.size() - 1) & 0xff;
    }

    /** Strict DER, low S, {@code SIGHASH_ALL}: read loosely and held to the one way of writing it. */
    static Optional<Signature> parse(Bytes element) {
        return parts(element)
                .flatMap(parts -> Signature.parse(parts.get(0).concat(parts.get(1))))
                .filter(signature -> signature.derWithSigHashAll().equals(element));
    }

    /** As consensus reads it in a block: of any type, with high S too, which is the same signature (BIP 146 is policy). */
    static Optional<Signature> parseMined(Bytes element) {
        return parts(element)
                .flatMap(parts -> Signature.parse(parts.get(0).concat(parts.get(1)))
                        .or(() -> Signature.parse(parts.get(0).concat(negated(parts.get(1))))));
    }

    private static Bytes negated(Bytes s) {
        byte[] content = ORDER.subtract(new BigInteger(1, s.toArray())).toByteArray();
        return half(Bytes.of(content)).orElse(s);
    }

    /** r and s, 32 bytes each. */
    private static Optional<List<Bytes>> parts(Bytes element) {
        if (element.size() < SIZE_MIN) {
            return Optional.empty();
        }
        int sizeR = element.at(LENGTH_R_AT);
        int atS = LENGTH_R_AT + 1 + sizeR + 2;
        if (sizeR < 1 || atS >= element.size()) {
            return Optional.empty();
        }
        Bytes r = element.slice(LENGTH_R_AT + 1, LENGTH_R_AT + 1 + sizeR);
        Bytes s = element.slice(atS, element.size() - 1);
        return half(r).flatMap(left -> half(s).map(right -> List.of(left, right)));
    }

    private static Optional<Bytes> half(Bytes integer) {
        byte[] content = integer.toArray();
        int skipped = content.length > HALF && content[0] == 0 ? 1 : 0;
        int size = content.length - skipped;
        if (size > HALF) {
            return Optional.empty();
        }
        byte[] padded = new byte[HALF];
        System.arraycopy(content, skipped, padded, HALF - size, size);
        return Optional.of(Bytes.of(padded));
    }
}
