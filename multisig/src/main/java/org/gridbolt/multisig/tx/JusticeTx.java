package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;

/**
 * Takes from the publisher of a revoked version what it had there: its balance and all pending units, to the victim's
 * registered script. The victim can sign it, or the utility for the victim.
 */
public final class JusticeTx implements ChannelTx {

    private final SpendPlan plan;

    private JusticeTx(SpendPlan plan) {
        this.plan = plan;
    }

    /**
     * Takes {@code left}, those of the version's {@link CommitmentTx#punishable()} outputs that nobody has spent yet; nothing
     * when they are worth less than the fee and an output.
     */
    public static Optional<JusticeTx> build(
            CommitmentTx revoked, List<CommitmentOutput> left, Bytes payout, FeeRate rate) {
        List<Spend> spends = left.stream()
                .map(output -> revoked.spend(output, Branch.JUSTICE))
                .toList();
        return SpendPlan.paying(
                        Transaction.TRUC,
                        spends,
                        payout,
                        rate,
                        revoked.wallet().scripts().dustLimit())
                .map(JusticeTx::new);
    }

    /** What it takes, one for each input. */
    public List<Spend> spends() {
        return plan.spends();
    }

    @Override
    public Transaction unsigned() {
        return plan.unsigned();
    }

    /**
     * The transaction to publish; an {@link IllegalArgumentException} when the secret is not the version's or the key is not a
     * justice key against it.
     *
     * @param revokedSecret what the publisher revealed when it revoked the version
     * @param justiceKey the victim's or the utility's
     */
    public Transaction signed(PrivateKey revokedSecret, PrivateKey justiceKey) {
        return plan.signed(List.of(revokedSecret, justiceKey), Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JusticeTx justice && plan.equals(justice.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }
}
