package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * An output that paid a miner what it was owed.
 *
 * @param txid the transaction that has it
 * @param miner who was paid
 * @param coins how much, more than 0
 */
public record FundPayment(Sha256Hash txid, Miner miner, Coin coins) {

    public FundPayment {
        if (!coins.isPositive()) {
            throw new IllegalArgumentException("a payment of " + coins.value + " coins");
        }
    }

    /** What {@code output} of the transaction {@code txid} paid. */
    public static FundPayment of(Sha256Hash txid, TxOutput output) {
        return new FundPayment(txid, new Miner(output.script()), output.value());
    }

    void writeTo(CanonicalWriter writer) {
        writer.hash(txid).bytes(miner.script()).coins(coins);
    }

    static FundPayment readFrom(CanonicalReader reader) {
        return new FundPayment(reader.hash(), new Miner(reader.bytes(Miner.SCRIPT_BYTES_MAX)), reader.coins());
    }
}
