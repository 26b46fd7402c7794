package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.internal.ByteReader;
import org.gridbolt.multisig.internal.ByteReader.Malformed;

/** Reads transactions in the format of BIP 144 and in the older one; nothing is left over and nothing said in two ways. */
final class TransactionReader {

    /** The coins there can ever be. */
    private static final long COINS_MAX = 2_100_000_000_000_000L;

    private final ByteReader in;

    private TransactionReader(ByteReader in) {
        this.in = in;
    }

    static Optional<Transaction> read(Bytes bytes) {
        ByteReader in = new ByteReader(bytes);
        try {
            Transaction transaction = new TransactionReader(in).transaction();
            return in.left() == 0 ? Optional.of(transaction) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Transaction transaction() throws Malformed {
        int version = in.int32();
        boolean segwit = in.peek() == 0;
        if (segwit) {
            readMarker();
        }
        List<TxInput> inputs = inputs();
        List<TxOutput> outputs = outputs();
        if (segwit) {
            inputs = witnesses(inputs);
        }
        return new Transaction(version, inputs, outputs, in.int32() & TxInput.SEQUENCE_MAX);
    }

    private void readMarker() throws Malformed {
        if (in.int16() != 0x0100) {
            throw new Malformed("no inputs, or an unknown flag");
        }
    }

    private List<TxInput> inputs() throws Malformed {
        int count = in.compactSize();
        if (count == 0) {
            throw new Malformed("no inputs");
        }
        List<TxInput> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(new TxInput(outpoint(), in.sized(), in.int32() & TxInput.SEQUENCE_MAX, List.of()));
        }
        return inputs;
    }

    private Outpoint outpoint() throws Malformed {
        Sha256Hash txid = in.txid();
        int index = in.int32();
        if (index == Outpoint.NONE.index() && txid.equals(Sha256Hash.ZERO_HASH)) {
            return Outpoint.NONE;
        }
        if (index < 0) {
            throw new Malformed("an output index that no transaction has");
        }
        return new Outpoint(txid, index);
    }

    /** All together are no more than there can be, as consensus asks too: no sum of them overflows. */
    private List<TxOutput> outputs() throws Malformed {
        int count = in.compactSize();
        List<TxOutput> outputs = new ArrayList<>();
        long left = COINS_MAX;
        for (int i = 0; i < count; i++) {
            Coin value = coins(left);
            left -= value.value;
            outputs.add(new TxOutput(value, in.sized()));
        }
        return outputs;
    }

    private Coin coins(long most) throws Malformed {
        long value = in.int64();
        if (value < 0 || value > most) {
            throw new Malformed("more coins than there can be");
        }
        return Coin.valueOf(value);
    }

    private List<TxInput> witnesses(List<TxInput> inputs) throws Malformed {
        List<TxInput> read = new ArrayList<>();
        for (TxInput input : inputs) {
            read.add(input.withWitness(witness()));
        }
        if (read.stream().allMatch(input -> input.witness().isEmpty())) {
            throw new Malformed("the format with witnesses, and none");
        }
        return read;
    }

    private List<Bytes> witness() throws Malformed {
        int count = in.compactSize();
        List<Bytes> witness = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            witness.add(in.sized());
        }
        return witness;
    }
}
