package org.gridbolt.multisig.tx;

import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.Signature;

/** Reads a signature as a witness holds it: strict DER, low S, {@code SIGHASH_ALL}. */
final class DerSignature {

    private static final int LENGTH_R_AT = 3;
    private static final int HALF = Signature.SIZE / 2;
    private static final int SIZE_MIN = 9;

    private DerSignature() {}

    /** Whatever the bytes before it are, the last one says what the signature covers. */
    static int sigHashType(Bytes element) {
        return element.size() == 0 ? 0 : element.at(element.size() - 1) & 0xff;
    }

    /** Reads it loosely and holds it to the one way of writing it. */
    static Optional<Signature> parse(Bytes element) {
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
        return half(r).flatMap(left -> half(s).flatMap(right -> Signature.parse(left.concat(right))))
                .filter(signature -> signature.derWithSigHashAll().equals(element));
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
