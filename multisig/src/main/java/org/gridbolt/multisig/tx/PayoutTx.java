package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.AnchorScript;

/**
 * Pays several scripts out of the coins of one owner: version 3, without fee, with an anchor whose child pays. So what each is
 * paid is to the coin what it is owed, whatever a block costs.
 */
public final class PayoutTx implements ChannelTx {

    private final SpendPlan plan;

    private PayoutTx(SpendPlan plan) {
        this.plan = plan;
    }

    /**
     * Pays {@code payments}; nothing when the coins do not cover them.
     *
     * @param coins confirmed, at least one
     * @param payments at least one, each at least the dust limit
     * @param change where the rest goes; to the anchor when it is below {@code least}
     * @param least the dust limit
     */
    public static Optional<PayoutTx> build(List<Spend> coins, List<TxOutput> payments, Bytes change, Coin least) {
        Coin owed = payments.stream().map(TxOutput::value).reduce(Coin.ZERO, Coin::add);
        Coin rest = Spend.total(coins).subtract(owed);
        if (payments.isEmpty() || rest.isNegative()) {
            return Optional.empty();
        }
        List<TxOutput> outputs = new ArrayList<>(payments);
        boolean trimmed = rest.isLessThan(least);
        if (!trimmed) {
            outputs.add(new TxOutput(rest, change));
        }
        outputs.add(new TxOutput(trimmed ? rest : Coin.ZERO, AnchorScript.ANCHOR.scriptPubKey()));
        return Optional.of(new PayoutTx(SpendPlan.of(Transaction.TRUC, coins, OutputOrder.sorted(outputs))));
    }

    @Override
    public Transaction unsigned() {
        return plan.unsigned();
    }

    /** The transaction to publish, signed by the coins' owner; an {@link IllegalArgumentException} when it is not its key. */
    public Transaction signed(PrivateKey owner) {
        return plan.signed(List.of(owner), Map.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayoutTx payout && plan.equals(payout.plan);
    }

    @Override
    public int hashCode() {
        return plan.hashCode();
    }
}
