package org.gridbolt.multisig.tx;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;

/**
 * The wallet divided by a ruling, by one household and the utility: a penalty when the household is the consumer, or either's
 * arbitrated close. It pays no fee, has an anchor, and names the ruling that justifies it.
 */
public final class PenaltyTx implements ChannelTx {

    private final Party household;
    private final Sha256Hash ruling;
    private final WalletTx spend;

    private PenaltyTx(Party household, Sha256Hash ruling, WalletTx spend) {
        this.household = household;
        this.ruling = ruling;
        this.spend = spend;
    }

    /** Divides the wallet by {@code split}; an {@link IllegalArgumentException} when that is not together its value. */
    public static PenaltyTx build(FundedWallet wallet, Party household, Allocation split, Sha256Hash ruling) {
        if (!split.total().equals(wallet.value())) {
            throw new IllegalArgumentException(split.total().value + " coins in a wallet of " + wallet.value().value);
        }
        List<TxOutput> outputs = RuledOutputs.of(wallet.scripts(), split, ruling);
        Transaction unsigned = wallet.spending(Transaction.TRUC, Spend.REPLACEABLE, outputs, 0);
        return new PenaltyTx(household, ruling, WalletTx.of(wallet, household, Party.UTILITY, unsigned));
    }

    /** The household that signs with the utility. */
    public Party household() {
        return household;
    }

    /** The hash of the ruling. */
    public Sha256Hash ruling() {
        return ruling;
    }

    @Override
    public Transaction unsigned() {
        return spend.unsigned();
    }

    /** What both sign. */
    public Sha256Hash digest() {
        return spend.digest();
    }

    /** Signs with the key that the household and the utility share the branch by: A2 and U2, or B3 and U3. */
    public Signature sign(PrivateKey walletKey) {
        return spend.sign(walletKey);
    }

    /** Whether {@code signature} is {@code signer}'s. */
    public boolean verify(Signature signature, Party signer) {
        return spend.verify(signature, signer);
    }

    /** The transaction to publish. */
    public Transaction signed(Signature byHousehold, Signature byUtility) {
        return spend.signed(byHousehold, byUtility);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PenaltyTx penalty
                && household == penalty.household
                && ruling.equals(penalty.ruling)
                && spend.equals(penalty.spend);
    }

    @Override
    public int hashCode() {
        return spend.hashCode();
    }
}
