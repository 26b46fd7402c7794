package org.gridbolt.multisig.tx;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Satisfaction;

/** Takes outputs of a confirmed commitment, each by one of its branches, with the lock time and sequences these ask for. */
public final class ClaimTx implements ChannelTx {

    private final SpendPlan plan;

    private ClaimTx(SpendPlan plan) {
        this.plan = plan;
    }

    /**
     * Takes all to one script and pays the fee from it; nothing when less than {@code least}, the dust limit, would be left.
     */
    public static Optional<ClaimTx> paying(List<Spend> spends, Bytes payout, FeeRate rate, Coin least) {
        return SpendPlan.paying(Transaction.TRUC, spends, payout, rate, least).map(ClaimTx::new);
    }

    /**
     * Divides all by a ruling, in the shape of a {@link PenaltyTx}: the producer's balance by A and U, or U's units after a
     * default. An {@link IllegalArgumentException} when {@code split} is not together what is spent.
     */
    public static ClaimTx ruled(List<Spend> spends, ChannelScripts scripts, Allocation split, Sha256Hash ruling) {
        if (!Spend.total(spends).equals(split.total())) {
            throw new IllegalArgumentException(split.total().value + " coins divided of " + Spend.total(spends).value);
        }
        return new ClaimTx(SpendPlan.of(Transaction.TRUC, spends, RuledOutputs.of(scripts, split, ruling)));
    }

    /** What it takes, one for each input. */
    public List<Spend> spends() {
        return plan.spends();
    }

    @Override
    public Transaction unsigned() {
        return plan.unsigned();
    }

    /** What signatures of input {@code input} sign. */
    public Sha256Hash digest(int input) {
        return plan.digest(input);
    }

    /** Signs input {@code input}. */
    public Signature sign(int input, PrivateKey key) {
        return plan.sign(input, key);
    }

    /** Whether {@code signature} is one of input {@code input} by {@code signer}. */
    public boolean verify(int input, Signature signature, PublicKey signer) {
        return plan.verify(input, signature, signer);
    }

    /**
     * Signs every input with those of {@code keys} that its branch asks for; an {@link IllegalArgumentException} when a key
     * or a preimage is missing.
     */
    public Transaction signed(Collection<PrivateKey> keys, Map<Sha256Hash, Bytes> preimages) {
        return plan.signed(keys, preimages);
    }

    /** With what several signers gathered, one for each input; an {@link IllegalArgumentException} when it is too little. */
    public Transaction signed(List<Satisfaction> satisfactions) {
        return plan.signed(satisfactions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClaimTx claim && plan.equals(claim.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }
}
