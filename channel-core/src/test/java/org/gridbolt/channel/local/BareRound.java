package org.gridbolt.channel.local;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;

/**
 * The curve arithmetic of one two-sided round and nothing else: what no implementation of the protocol can do without. The
 * numbers are those of the calls that the machines make in the rounds of {@link RoundBenchmark}, none of them twice for the
 * same party:
 *
 * <ul>
 *   <li>Signatures: both commitments, both receipts, the acceptance by the producer, the reading by its meter.
 *   <li>Verifications: both commitments, each by the other household; both receipts, each by the other household and by the
 *       utility; the acceptance, by the consumer and by the utility; the reading, by the utility.
 *   <li>Multiplications: both households' next points; the points of both revealed secrets, each by the other household and
 *       by the watchtower.
 *   <li>Points read: both next points, each by the other household, which takes a square root.
 * </ul>
 */
public final class BareRound {

    static final int SIGNATURES = 6;
    static final int VERIFICATIONS = 9;
    static final int MULTIPLICATIONS = 6;
    static final int POINTS_READ = 2;

    private final Secp256k1 curve = Secp256k1.active();
    private final PrivateKey key =
            PrivateKey.of(Bytes.of(Sha256Hash.of(new byte[] {1}).getBytes()));
    private final PublicKey point = key.publicKey();
    private Sha256Hash digest = Sha256Hash.of(new byte[] {2});

    /** On the curve that is active. */
    public BareRound() {}

    /** All of it once; what comes of it is of no use but to be used. */
    public Object run() {
        Signature last = curve.sign(digest, key);
        for (int i = 1; i < SIGNATURES; i++) {
            digest = Sha256Hash.of(last.bytes().toArray());
            last = curve.sign(digest, key);
        }
        boolean right = true;
        for (int i = 0; i < VERIFICATIONS; i++) {
            right &= curve.verify(digest, last, point);
        }
        PublicKey product = point;
        for (int i = 0; i < MULTIPLICATIONS; i++) {
            product = curve.publicKey(key);
        }
        for (int i = 0; i < POINTS_READ; i++) {
            product = curve.parse(product.bytes()).orElseThrow();
        }
        return right ? product : last;
    }
}
