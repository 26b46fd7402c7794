package org.gridbolt.channel.chain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Coins behind the preimage of a hash, and the ways to spend them: enough to make every kind of transaction without a key.
 *
 * @param secret the preimage, 32 bytes
 */
public record Puzzle(Bytes secret) {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Bytes ANCHOR = Bytes.ofHex("51024e73");
    private static final long SEQUENCE = 0xffff_fffdL;

    /** One that no other test has. */
    public static Puzzle next() {
        return new Puzzle(hash(("puzzle " + NEXT.getAndIncrement()).getBytes(StandardCharsets.UTF_8)));
    }

    private static Bytes hash(byte[] content) {
        return Bytes.of(Sha256Hash.of(content).getBytes());
    }

    /** {@code OP_SIZE 32 OP_EQUALVERIFY OP_SHA256 hash OP_EQUAL}. */
    public Bytes witnessScript() {
        return Bytes.ofHex("82012088a820").concat(hash(secret.toArray())).concat(Bytes.ofHex("87"));
    }

    public Bytes scriptPubKey() {
        return Bytes.ofHex("0020").concat(hash(witnessScript().toArray()));
    }

    /** Thirty-two bytes that are no secret. */
    public Bytes nowhereBytes() {
        return Bytes.of(nowhere().getBytes());
    }

    /** The id of no transaction. */
    public Sha256Hash nowhere() {
        return Sha256Hash.twiceOf(secret.toArray());
    }

    public List<Bytes> witness() {
        return List.of(secret, witnessScript());
    }

    public TxInput input(Outpoint outpoint) {
        return new TxInput(outpoint, Bytes.EMPTY, SEQUENCE, witness());
    }

    /** A spend of version 2 back to the same script, less {@code fee}. */
    public Transaction spend(Outpoint outpoint, Coin value, Coin fee) {
        return new Transaction(
                2, List.of(input(outpoint)), List.of(new TxOutput(value.subtract(fee), scriptPubKey())), 0);
    }

    public Transaction withWrongWitness(Transaction transaction) {
        return transaction.withWitnesses(List.of(List.of(hash(secret.toArray()), witnessScript())));
    }

    public Transaction withLockTime(Transaction transaction, int lockTime) {
        return new Transaction(transaction.version(), transaction.inputs(), transaction.outputs(), lockTime);
    }

    /** Version 3, no fee, an anchor: the shape of a commitment. */
    public Transaction zeroFeeParent(Outpoint outpoint, Coin value) {
        return parent(3, outpoint, List.of(new TxOutput(value, scriptPubKey()), anchor(Coin.ZERO)));
    }

    /** The same with its coins divided otherwise. */
    public Transaction otherZeroFeeParent(Outpoint outpoint, Coin value) {
        Coin half = value.div(2);
        return parent(
                3,
                outpoint,
                List.of(
                        new TxOutput(half, scriptPubKey()),
                        new TxOutput(value.subtract(half), scriptPubKey()),
                        anchor(Coin.ZERO)));
    }

    public Transaction parent(int version, Outpoint outpoint, List<TxOutput> outputs) {
        return new Transaction(version, List.of(input(outpoint)), outputs, 0);
    }

    public static TxOutput anchor(Coin value) {
        return new TxOutput(value, ANCHOR);
    }

    /** Spends the anchor of {@code parent} and its first output, and pays {@code fee}. */
    public Transaction childOf(Transaction parent, Coin fee) {
        return childOf(3, parent, fee);
    }

    public Transaction childOf(int version, Transaction parent, Coin fee) {
        int anchor = parent.outputs().size() - 1;
        List<TxInput> inputs = new ArrayList<>();
        inputs.add(input(parent.outpoint(0)));
        inputs.add(TxInput.unsigned(parent.outpoint(anchor), SEQUENCE));
        Coin value = parent.outputs()
                .get(0)
                .value()
                .add(parent.outputs().get(anchor).value())
                .subtract(fee);
        return new Transaction(version, inputs, List.of(new TxOutput(value, scriptPubKey())), 0);
    }
}
