package org.gridbolt.channel.chain;

import java.nio.ByteBuffer;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Coins on a regtest chain that anybody can spend: what its miner hands out, with neither a wallet nor a key.
 *
 * @param outpoint where they are
 * @param value how many
 * @param number which of the scripts of {@link #scriptOf} they have
 */
public record OpenCoin(Outpoint outpoint, Coin value, int number) {

    /** The fee of a payment: five coins for a virtual byte. */
    public static final Coin FEE = Coin.valueOf(1_000);

    /** The number of the script that change goes to. */
    public static final int CHANGE = 0;

    private static final long SEQUENCE = 0xffff_fffdL;
    private static final int FIRST_NUMBER = 0x0101_0101;
    private static final int SIZE = 7;
    private static final byte PUSH_FOUR = 4;
    private static final byte OP_DROP = 0x75;
    private static final byte OP_TRUE = 0x51;

    /** A script of its own for each number, so that two blocks made alike still differ. */
    public static Bytes scriptOf(int number) {
        Sha256Hash hash = Sha256Hash.of(witnessScriptOf(number).toArray());
        return Bytes.of((byte) 0, (byte) Sha256Hash.LENGTH).concat(Bytes.of(hash.getBytes()));
    }

    private static Bytes witnessScriptOf(int number) {
        ByteBuffer script = ByteBuffer.allocate(SIZE)
                .put(PUSH_FOUR)
                .putInt(FIRST_NUMBER + number)
                .put(OP_DROP)
                .put(OP_TRUE);
        return Bytes.of(script.array());
    }

    /** Whether it can pay {@code amount} and leave change that is not dust. */
    public boolean covers(Coin amount) {
        return value.compareTo(amount.add(FEE).add(FEE)) >= 0;
    }

    /** Pays {@code amount} to {@code script} as output 0, and the rest back as output 1. */
    public Transaction pay(Bytes script, Coin amount) {
        TxInput input = new TxInput(outpoint, Bytes.EMPTY, SEQUENCE, List.of(witnessScriptOf(number)));
        TxOutput payment = new TxOutput(amount, script);
        TxOutput change = new TxOutput(value.subtract(amount).subtract(FEE), scriptOf(CHANGE));
        return new Transaction(2, List.of(input), List.of(payment, change), 0);
    }

    /** The change of a {@link #pay}ment. */
    public static OpenCoin changeOf(Transaction payment) {
        return new OpenCoin(payment.outpoint(1), payment.outputs().get(1).value(), CHANGE);
    }
}
