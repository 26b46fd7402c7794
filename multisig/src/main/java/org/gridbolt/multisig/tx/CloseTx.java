package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;

/**
 * The cooperative close: the wallet to everybody's registered script at once, with no unit pending. The closer pays the fee
 * from its share; what is too little for an output goes to the miner.
 */
public final class CloseTx implements ChannelTx {

    private static final int VERSION = 2;

    private final Party closer;
    private final Coin fee;
    private final WalletTx spend;

    private CloseTx(Party closer, Coin fee, WalletTx spend) {
        this.closer = closer;
        this.fee = fee;
        this.spend = spend;
    }

    /**
     * Divides the wallet by {@code shares}, which are together its value; nothing when the closer's share is less than the
     * fee or no output would be left.
     *
     * @param lockTime a height that has been reached
     */
    public static Optional<CloseTx> build(
            FundedWallet wallet, Allocation shares, Party closer, Coin fee, BlockHeight lockTime) {
        if (!shares.total().equals(wallet.value()) || fee.isNegative() || closer == Party.UTILITY) {
            throw new IllegalArgumentException("no close of " + wallet.value().value + " coins: " + shares);
        }
        Coin left = shares.of(closer).subtract(fee);
        if (left.isNegative()) {
            return Optional.empty();
        }
        List<TxOutput> outputs = outputs(wallet.scripts(), shares.with(closer, left));
        if (outputs.isEmpty()) {
            return Optional.empty();
        }
        Transaction unsigned = wallet.spending(VERSION, Spend.REPLACEABLE, outputs, lockTime.value());
        return Optional.of(new CloseTx(closer, fee, WalletTx.of(wallet, Party.CONSUMER, Party.PRODUCER, unsigned)));
    }

    private static List<TxOutput> outputs(ChannelScripts scripts, Allocation paid) {
        return OutputOrder.sorted(Stream.of(Party.values())
                .filter(party -> !paid.of(party).isLessThan(scripts.dustLimit()))
                .map(party -> new TxOutput(paid.of(party), scripts.payouts().of(party)))
                .toList());
    }

    /** The household that pays for it. */
    public Party closer() {
        return closer;
    }

    /** What the closer pays, without the shares that are too little for an output. */
    public Coin fee() {
        return fee;
    }

    @Override
    public Transaction unsigned() {
        return spend.unsigned();
    }

    /** What both sides sign. */
    public Sha256Hash digest() {
        return spend.digest();
    }

    /** Signs with the key that a household shares with its peer: A1 or B1. */
    public Signature sign(PrivateKey walletKey) {
        return spend.sign(walletKey);
    }

    /** Whether {@code signature} is {@code signer}'s. */
    public boolean verify(Signature signature, Party signer) {
        return spend.verify(signature, signer);
    }

    /** The transaction to publish, of the consumer's and the producer's signature. */
    public Transaction signed(Signature consumer, Signature producer) {
        return spend.signed(consumer, producer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CloseTx close
                && closer == close.closer
                && fee.equals(close.fee)
                && spend.equals(close.spend);
    }

    @Override
    public int hashCode() {
        return spend.hashCode();
    }
}
