package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Satisfaction;

/**
 * A transaction whose inputs are all spends of known outputs.
 *
 * @param spends one for each input, in their order
 * @param unsigned the transaction without witnesses
 */
record SpendPlan(List<Spend> spends, Transaction unsigned) {

    SpendPlan {
        spends = List.copyOf(spends);
    }

    static SpendPlan of(int version, List<Spend> spends, List<TxOutput> outputs) {
        List<TxInput> inputs = spends.stream().map(Spend::input).toList();
        return new SpendPlan(spends, new Transaction(version, inputs, outputs, Spend.lockTime(spends)));
    }

    /** To one script, less the fee; nothing when less than {@code least} would be left. */
    static Optional<SpendPlan> paying(int version, List<Spend> spends, Bytes payout, FeeRate rate, Coin least) {
        Coin total = Spend.total(spends);
        int vsize = of(version, spends, List.of(new TxOutput(total, payout))).vsizeMax();
        Coin left = total.subtract(rate.feeFor(vsize));
        return left.isLessThan(least)
                ? Optional.empty()
                : Optional.of(of(version, spends, List.of(new TxOutput(left, payout))));
    }

    /** The virtual size with the largest witnesses. */
    int vsizeMax() {
        return unsigned.withWitnesses(spends.stream().map(Spend::largestWitness).toList())
                .vsize();
    }

    Sha256Hash digest(int input) {
        Spend spend = spends.get(input);
        return SegwitDigest.of(unsigned, input, spend.script().scriptCode(), spend.value());
    }

    Signature sign(int input, PrivateKey key) {
        return Secp256k1.active().sign(digest(input), key);
    }

    boolean verify(int input, Signature signature, PublicKey signer) {
        return Secp256k1.active().verify(digest(input), signature, signer);
    }

    /** Signs each input with those of {@code keys} that its way asks for. */
    Transaction signed(Collection<PrivateKey> keys, Map<Sha256Hash, Bytes> preimages) {
        Map<PublicKey, PrivateKey> byPublicKey = new HashMap<>();
        keys.forEach(key -> byPublicKey.put(key.publicKey(), key));
        return signed(IntStream.range(0, spends.size())
                .mapToObj(input -> new Satisfaction(signatures(input, byPublicKey), preimages))
                .toList());
    }

    private Map<PublicKey, Signature> signatures(int input, Map<PublicKey, PrivateKey> keys) {
        Map<PublicKey, Signature> signatures = new HashMap<>();
        for (PublicKey signer : spends.get(input).path().signers()) {
            PrivateKey key = keys.get(signer);
            if (key != null) {
                signatures.put(signer, sign(input, key));
            }
        }
        return signatures;
    }

    /** With one satisfaction for each input; an {@link IllegalArgumentException} when one does not suffice. */
    Transaction signed(List<Satisfaction> satisfactions) {
        List<List<Bytes>> witnesses = new ArrayList<>();
        for (int input = 0; input < spends.size(); input++) {
            witnesses.add(witness(spends.get(input), satisfactions.get(input)));
        }
        return unsigned.withWitnesses(witnesses);
    }

    private static List<Bytes> witness(Spend spend, Satisfaction satisfaction) {
        return spend.script()
                .witness(spend.branch(), satisfaction)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a signature or preimage is missing for " + spend.branch() + " of " + spend.outpoint()));
    }
}
