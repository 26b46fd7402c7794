package org.gridbolt.multisig.key;

import java.math.BigInteger;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.base.internal.ByteUtils;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.gridbolt.multisig.Bytes;

/** BouncyCastle: the same arithmetic in Java, for machines without the native library. Not in constant time. */
final class PortableSecp256k1 implements Secp256k1 {

    /** The one instance: it holds constants only. */
    static final PortableSecp256k1 INSTANCE = new PortableSecp256k1();

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private PortableSecp256k1() {}

    @Override
    public Signature sign(Sha256Hash digest, PrivateKey key) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, key.scalar()), DOMAIN));
        BigInteger[] rs = signer.generateSignature(digest.getBytes());
        byte[] compact = new byte[Signature.SIZE];
        write(rs[0], compact, 0);
        write(low(rs[1]), compact, Scalar.SIZE);
        return Signature.ofSigner(compact);
    }

    /** Of s and N - s, both of which verify, the one that Bitcoin Core relays. */
    private static BigInteger low(BigInteger s) {
        BigInteger opposite = DOMAIN.getN().subtract(s);
        return s.min(opposite);
    }

    private static void write(BigInteger number, byte[] target, int at) {
        System.arraycopy(ByteUtils.bigIntegerToBytes(number, Scalar.SIZE), 0, target, at, Scalar.SIZE);
    }

    @Override
    public boolean verify(Sha256Hash digest, Signature signature, PublicKey key) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(key.uncompressed()), DOMAIN));
        byte[] compact = signature.compact();
        BigInteger r = new BigInteger(1, compact, 0, Scalar.SIZE);
        BigInteger s = new BigInteger(1, compact, Scalar.SIZE, Scalar.SIZE);
        return verifier.verifySignature(digest.getBytes(), r, s);
    }

    @Override
    public PublicKey publicKey(PrivateKey key) {
        ECMultiplier multiplier = new FixedPointCombMultiplier();
        ECPoint point = multiplier.multiply(DOMAIN.getG(), new BigInteger(1, key.scalar()));
        return PublicKey.ofPoint(point.getEncoded(false));
    }

    @Override
    public Optional<PublicKey> parse(Bytes compressed) {
        if (!PublicKey.looksCompressed(compressed)) {
            return Optional.empty();
        }
        try {
            ECPoint point = CURVE.getCurve().decodePoint(compressed.toArray());
            return Optional.of(PublicKey.ofPoint(point.getEncoded(false)));
        } catch (IllegalArgumentException offCurve) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "BouncyCastle";
    }
}
