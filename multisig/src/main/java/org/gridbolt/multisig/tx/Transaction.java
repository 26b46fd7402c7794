package org.gridbolt.multisig.tx;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;
import org.gridbolt.multisig.script.AnchorScript;

/**
 * A Bitcoin transaction: an immutable value of what its bytes say (BIP 144). Nothing here judges whether it is valid.
 *
 * @param version 32 bits
 * @param inputs in their order
 * @param outputs in their order
 * @param lockTime 0 to 2^32 - 1
 */
public record Transaction(int version, List<TxInput> inputs, List<TxOutput> outputs, long lockTime) {

    /** The version whose unconfirmed packages are small and replaceable (TRUC, BIP 431). */
    public static final int TRUC = 3;

    private static final int WITNESS_SCALE = 4;
    private static final int TYPICAL_SIZE = 512;

    public Transaction {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (lockTime < 0 || lockTime > TxInput.SEQUENCE_MAX) {
            throw new IllegalArgumentException("no lock time: " + lockTime);
        }
    }

    /** The transaction that {@code bytes} spell, all of them; nothing for anything else. */
    public static Optional<Transaction> parse(Bytes bytes) {
        return TransactionReader.read(bytes);
    }

    /** The transaction that {@code hex} spells; an {@link IllegalArgumentException} when it is none. */
    public static Transaction ofHex(String hex) {
        return parse(Bytes.ofHex(hex)).orElseThrow(() -> new IllegalArgumentException("no transaction: " + hex));
    }

    /** Its id: the hash of all but the witnesses. */
    public Sha256Hash txid() {
        return Sha256Hash.wrapReversed(stripped().digestTwice(Digests.sha256()));
    }

    /** The outpoint of its output {@code index}. */
    public Outpoint outpoint(int index) {
        return new Outpoint(txid(), index);
    }

    /** Its first pay-to-anchor output, which anybody may spend to pay for it. */
    public Optional<Outpoint> anchor() {
        Bytes script = AnchorScript.ANCHOR.scriptPubKey();
        return IntStream.range(0, outputs.size())
                .filter(index -> outputs.get(index).script().equals(script))
                .mapToObj(this::outpoint)
                .findFirst();
    }

    /** The bytes on the wire, with the witnesses if there are any. */
    public Bytes serialize() {
        return (hasWitness() ? withWitnesses() : stripped()).toBytes();
    }

    /** {@link #serialize()} in hexadecimal. */
    public String toHex() {
        return serialize().toHex();
    }

    /** Whether an input has a witness. */
    public boolean hasWitness() {
        return inputs.stream().anyMatch(input -> !input.witness().isEmpty());
    }

    /** Whether this is the transaction that makes a block's new coins. */
    public boolean isCoinbase() {
        return inputs.size() == 1 && inputs.get(0).outpoint().equals(Outpoint.NONE);
    }

    private ByteWriter stripped() {
        ByteWriter out = new ByteWriter(TYPICAL_SIZE).int32(version);
        return writeBody(out).int32((int) lockTime);
    }

    private ByteWriter withWitnesses() {
        ByteWriter out = new ByteWriter(TYPICAL_SIZE).int32(version).put(0).put(1);
        writeBody(out);
        inputs.forEach(input -> input.writeWitness(out));
        return out.int32((int) lockTime);
    }

    @CanIgnoreReturnValue
    private ByteWriter writeBody(ByteWriter out) {
        out.compactSize(inputs.size());
        inputs.forEach(input -> input.write(out));
        out.compactSize(outputs.size());
        outputs.forEach(output -> output.write(out));
        return out;
    }

    /** The weight in weight units (BIP 141). */
    public int weight() {
        int stripped = stripped().size();
        return (WITNESS_SCALE - 1) * stripped + (hasWitness() ? withWitnesses().size() : stripped);
    }

    /** The virtual size in virtual bytes: a quarter of the weight, rounded up. */
    public int vsize() {
        return (weight() + WITNESS_SCALE - 1) / WITNESS_SCALE;
    }

    /** The coins of all outputs together. */
    public Coin outputTotal() {
        return outputs.stream().map(TxOutput::value).reduce(Coin.ZERO, Coin::add);
    }

    /** What goes to the miner, where {@code spent} gives the outputs that the inputs spend. */
    public Coin fee(Function<Outpoint, TxOutput> spent) {
        return inputs.stream()
                .map(input -> spent.apply(input.outpoint()).value())
                .reduce(Coin.ZERO, Coin::add)
                .subtract(outputTotal());
    }

    /** The place of the input that spends {@code outpoint}, if one does. */
    public Optional<Integer> inputSpending(Outpoint outpoint) {
        return IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i).outpoint().equals(outpoint))
                .boxed()
                .findFirst();
    }

    /** The same with {@code witnesses}, one for each input in their order. */
    public Transaction withWitnesses(List<List<Bytes>> witnesses) {
        if (witnesses.size() != inputs.size()) {
            throw new IllegalArgumentException(witnesses.size() + " witnesses for " + inputs.size() + " inputs");
        }
        List<TxInput> signed = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            signed.add(inputs.get(i).withWitness(witnesses.get(i)));
        }
        return new Transaction(version, signed, outputs, lockTime);
    }

    /** The same without witnesses. */
    public Transaction withoutWitnesses() {
        return new Transaction(
                version,
                inputs.stream().map(input -> input.withWitness(List.of())).toList(),
                outputs,
                lockTime);
    }
}
