package org.gridbolt.multisig.tx;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.Digests;
import org.gridbolt.multisig.key.PublicKey;

/** Judges Schnorr signatures (BIP 340): those by which ordinary wallets spend taproot coins. Nothing here signs. */
final class SchnorrVerifier {

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final int HALF = 32;
    private static final Bytes EVEN = Bytes.of((byte) 2);

    private SchnorrVerifier() {}

    static boolean verify(Bytes message, Bytes signature, Bytes xOnlyKey) {
        BigInteger r = number(signature.slice(0, HALF));
        BigInteger s = number(signature.slice(HALF, 2 * HALF));
        boolean inRange =
                r.compareTo(CURVE.getCurve().getField().getCharacteristic()) < 0 && s.compareTo(CURVE.getN()) < 0;
        return inRange
                && PublicKey.parse(EVEN.concat(xOnlyKey))
                        .map(key -> noncePoint(message, signature, key, s))
                        .filter(point -> !point.isInfinity() && hasEvenY(point))
                        .filter(point -> point.getAffineXCoord().toBigInteger().equals(r))
                        .isPresent();
    }

    /** s G - e P. */
    private static ECPoint noncePoint(Bytes message, Bytes signature, PublicKey key, BigInteger s) {
        Bytes challenge = Digests.tagged(
                "BIP0340/challenge",
                signature.slice(0, HALF).concat(key.xOnly()).concat(message));
        BigInteger e = number(challenge).mod(CURVE.getN());
        ECPoint point = CURVE.getCurve().decodePoint(key.bytes().toArray());
        return ECAlgorithms.sumOfTwoMultiplies(
                        CURVE.getG(), s, point, CURVE.getN().subtract(e))
                .normalize();
    }

    private static boolean hasEvenY(ECPoint point) {
        return !point.getAffineYCoord().testBitZero();
    }

    private static BigInteger number(Bytes bytes) {
        return new BigInteger(1, bytes.toArray());
    }
}
