package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Fragment;

/**
 * The witness of a wallet of the form PLAIN, {@code sortedmulti(2,A,B,U)}. Its form does not say who signed, so each signature is
 * tried with each key.
 *
 * @param script the script
 * @param keys its three keys, in its order
 * @param signatures two, each with the byte that says what it covers
 */
public record AnyTwoWitness(Bytes script, List<PublicKey> keys, List<Bytes> signatures) {

    /** {@code <> <signature> <signature> <script>}. */
    private static final int SIZE = 4;

    private static final int KEYS = 3;
    private static final int FIRST_KEY_AT = 2;
    private static final int KEY_STEP = 1 + PublicKey.SIZE;
    private static final int SCRIPT_SIZE = 1 + KEYS * KEY_STEP + 2;

    public AnyTwoWitness {
        keys = List.copyOf(keys);
        signatures = List.copyOf(signatures);
    }

    /** Reads {@code witness}; nothing when it is of another form. */
    public static Optional<AnyTwoWitness> parse(List<Bytes> witness) {
        if (witness.size() != SIZE) {
            return Optional.empty();
        }
        Bytes script = witness.get(SIZE - 1);
        return keysOf(script).map(keys -> new AnyTwoWitness(script, keys, witness.subList(1, SIZE - 1)));
    }

    /** The keys of a script of this form, and of no other. */
    private static Optional<List<PublicKey>> keysOf(Bytes script) {
        if (script.size() != SCRIPT_SIZE) {
            return Optional.empty();
        }
        List<PublicKey> keys = IntStream.range(0, KEYS)
                .map(place -> FIRST_KEY_AT + place * KEY_STEP)
                .mapToObj(at -> script.slice(at, at + PublicKey.SIZE))
                .flatMap(bytes -> PublicKey.parse(bytes).stream())
                .toList();
        return Optional.of(keys)
                .filter(found -> found.size() == KEYS)
                .filter(found -> new Fragment.AnyTwo(found).script().equals(script));
    }

    /**
     * The keys whose signatures of input {@code input} of {@code transaction} these are, in the script's order.
     *
     * @param value the coins of the output that is spent
     */
    public List<PublicKey> signers(Transaction transaction, int input, Coin value) {
        return keys.stream()
                .filter(key -> signatures.stream().anyMatch(made -> isBy(key, made, transaction, input, value)))
                .toList();
    }

    private boolean isBy(PublicKey key, Bytes made, Transaction transaction, int input, Coin value) {
        int type = DerSignature.sigHashType(made);
        Sha256Hash digest = SegwitDigest.of(transaction, input, script, value, type);
        Optional<Signature> signature = DerSignature.parseMined(made);
        return signature
                .filter(found -> Secp256k1.active().verify(digest, found, key))
                .isPresent();
    }
}
