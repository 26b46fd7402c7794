package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteReader;
import org.gridbolt.multisig.internal.ByteReader.Malformed;

/** Reads the maps of BIP 174 and finds the witness of each signed input, finished or not. */
final class PsbtReader {

    private final ByteReader in;

    private PsbtReader(ByteReader in) {
        this.in = in;
    }

    static Optional<Psbt> read(Bytes bytes) {
        ByteReader in = new ByteReader(bytes);
        try {
            Psbt psbt = new PsbtReader(in).psbt();
            return in.left() == 0 ? Optional.of(psbt) : Optional.empty();
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private Psbt psbt() throws Malformed {
        if (!in.bytes(PsbtWriter.MAGIC.size()).equals(PsbtWriter.MAGIC)) {
            throw new Malformed("no PSBT");
        }
        Transaction unsigned = transaction(required(map(), PsbtWriter.GLOBAL_UNSIGNED_TX));
        if (unsigned.hasWitness()) {
            throw new Malformed("a signed transaction");
        }
        List<Psbt.Input> inputs = new ArrayList<>();
        for (TxInput spending : unsigned.inputs()) {
            inputs.add(input(map(), spending));
        }
        for (int i = 0; i < unsigned.outputs().size(); i++) {
            Map<Bytes, Bytes> ignored = map();
        }
        return new Psbt(unsigned, inputs);
    }

    /** Keys with their type, and values; each key once. */
    private Map<Bytes, Bytes> map() throws Malformed {
        Map<Bytes, Bytes> fields = new LinkedHashMap<>();
        for (Bytes key = in.sized(); key.size() > 0; key = in.sized()) {
            if (fields.put(key, in.sized()) != null) {
                throw new Malformed("the same key twice");
            }
        }
        return fields;
    }

    private static Bytes required(Map<Bytes, Bytes> fields, int type) throws Malformed {
        return value(fields, type).orElseThrow(() -> new Malformed("no field of type " + type));
    }

    private static Optional<Bytes> value(Map<Bytes, Bytes> fields, int type) {
        return Optional.ofNullable(fields.get(Bytes.of((byte) type)));
    }

    private static Transaction transaction(Bytes bytes) throws Malformed {
        return Transaction.parse(bytes).orElseThrow(() -> new Malformed("no transaction"));
    }

    private static Psbt.Input input(Map<Bytes, Bytes> fields, TxInput spending) throws Malformed {
        if (value(fields, PsbtWriter.IN_FINAL_SCRIPTSIG).isPresent()) {
            throw new Malformed("a script in the place of a witness");
        }
        return new Psbt.Input(previous(fields, spending), sigHashType(fields), witness(fields));
    }

    private static Optional<Transaction> previous(Map<Bytes, Bytes> fields, TxInput spending) throws Malformed {
        Optional<Bytes> bytes = value(fields, PsbtWriter.IN_NON_WITNESS_UTXO);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Transaction previous = transaction(bytes.get());
        int index = spending.outpoint().index();
        if (index < 0 || index >= previous.outputs().size()) {
            throw new Malformed("a previous transaction without the output");
        }
        return Optional.of(previous);
    }

    private static Optional<Integer> sigHashType(Map<Bytes, Bytes> fields) throws Malformed {
        Optional<Bytes> type = value(fields, PsbtWriter.IN_SIGHASH_TYPE);
        return type.isEmpty() ? Optional.empty() : Optional.of(new ByteReader(type.get()).int32());
    }

    private static Optional<List<Bytes>> witness(Map<Bytes, Bytes> fields) throws Malformed {
        Optional<Bytes> finished = value(fields, PsbtWriter.IN_FINAL_SCRIPTWITNESS);
        if (finished.isPresent()) {
            return Optional.of(elements(new ByteReader(finished.get())));
        }
        Optional<List<Bytes>> taproot = value(fields, PsbtWriter.IN_TAP_KEY_SIG).map(List::of);
        return taproot.isPresent() ? taproot : partial(fields);
    }

    private static List<Bytes> elements(ByteReader in) throws Malformed {
        int count = in.compactSize();
        List<Bytes> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(in.sized());
        }
        return elements;
    }

    /** One signature by one key is all that a P2WPKH input needs. */
    private static Optional<List<Bytes>> partial(Map<Bytes, Bytes> fields) {
        return fields.entrySet().stream()
                .filter(field -> field.getKey().at(0) == PsbtWriter.IN_PARTIAL_SIG)
                .map(field -> List.of(
                        field.getValue(), field.getKey().slice(1, field.getKey().size())))
                .findFirst();
    }
}
