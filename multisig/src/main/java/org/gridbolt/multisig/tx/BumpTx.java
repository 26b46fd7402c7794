package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Satisfaction;

/**
 * The child that pays for a transaction without fee: it spends the parent's anchor and a confirmed coin of whoever wants the
 * parent mined. Both are submitted as a package.
 */
public final class BumpTx implements ChannelTx {

    /** The input that spends the parent's anchor. */
    public static final int ANCHOR_INPUT = 0;

    /** The input that spends the coin. */
    public static final int COIN_INPUT = 1;

    private final Transaction parent;
    private final Spend coin;
    private final Transaction unsigned;

    private BumpTx(Transaction parent, Spend coin, Transaction unsigned) {
        this.parent = parent;
        this.coin = coin;
        this.unsigned = unsigned;
    }

    /**
     * The child that brings parent and child together to {@code rate}; nothing when the coin is too small for that and an
     * output of {@code least}.
     *
     * @param parent signed, with an anchor, without fee
     * @param coin a confirmed P2WPKH coin, by its owner
     * @param change where the rest goes
     * @param least the dust limit
     */
    public static Optional<BumpTx> build(Transaction parent, Spend coin, Bytes change, FeeRate rate, Coin least) {
        int anchor = anchorOf(parent);
        Coin total = coin.value().add(parent.outputs().get(anchor).value());
        Transaction template = child(parent, anchor, coin, new TxOutput(total, change));
        int vsize = template.withWitnesses(List.of(List.of(), coin.largestWitness()))
                .vsize();
        Coin left = total.subtract(rate.feeFor(parent.vsize() + vsize));
        return left.isLessThan(least)
                ? Optional.empty()
                : Optional.of(new BumpTx(parent, coin, child(parent, anchor, coin, new TxOutput(left, change))));
    }

    private static int anchorOf(Transaction parent) {
        return parent.anchor()
                .map(Outpoint::index)
                .orElseThrow(() -> new IllegalArgumentException("no anchor in " + parent.txid()));
    }

    private static Transaction child(Transaction parent, int anchor, Spend coin, TxOutput change) {
        TxInput anchorInput = TxInput.unsigned(parent.outpoint(anchor), Spend.REPLACEABLE);
        return new Transaction(Transaction.TRUC, List.of(anchorInput, coin.input()), List.of(change), 0);
    }

    /** The transaction it pays for. */
    public Transaction parent() {
        return parent;
    }

    /** The coin that pays. */
    public Spend coin() {
        return coin;
    }

    /** What it pays for both: the coin and the anchor, less the change. */
    public Coin fee() {
        Coin anchor = parent.outputs().get(anchorOf(parent)).value();
        return coin.value().add(anchor).subtract(unsigned.outputTotal());
    }

    @Override
    public Transaction unsigned() {
        return unsigned;
    }

    /** The child to publish, signed by the coin's owner; anybody can spend an anchor. */
    public Transaction signed(PrivateKey owner) {
        Sha256Hash digest = SegwitDigest.of(unsigned, COIN_INPUT, coin.script().scriptCode(), coin.value());
        Signature signature = Secp256k1.active().sign(digest, owner);
        List<Bytes> witness = coin.script()
                .witness(coin.branch(), Satisfaction.of(Map.of(owner.publicKey(), signature)))
                .orElseThrow(() -> new IllegalArgumentException("not the owner of " + coin.outpoint()));
        return unsigned.withWitnesses(List.of(List.of(), witness));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BumpTx bump
                && parent.equals(bump.parent)
                && coin.equals(bump.coin)
                && unsigned.equals(bump.unsigned);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parent, unsigned);
    }
}
