package org.gridbolt.multisig.tx;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;

/** Writes the maps of BIP 174. */
final class PsbtWriter {

    static final Bytes MAGIC = Bytes.ofHex("70736274ff");
    static final int GLOBAL_UNSIGNED_TX = 0x00;
    static final int IN_NON_WITNESS_UTXO = 0x00;
    static final int IN_WITNESS_UTXO = 0x01;
    static final int IN_PARTIAL_SIG = 0x02;
    static final int IN_SIGHASH_TYPE = 0x03;
    static final int IN_FINAL_SCRIPTSIG = 0x07;
    static final int IN_FINAL_SCRIPTWITNESS = 0x08;
    static final int IN_TAP_KEY_SIG = 0x13;

    private static final int TYPICAL_SIZE = 1024;
    private static final int END_OF_MAP = 0;

    private final ByteWriter out = new ByteWriter(TYPICAL_SIZE);

    private PsbtWriter() {}

    static Bytes write(Psbt psbt) {
        PsbtWriter writer = new PsbtWriter();
        writer.out.bytes(MAGIC);
        writer.field(GLOBAL_UNSIGNED_TX, psbt.unsigned().withoutWitnesses().serialize());
        writer.out.put(END_OF_MAP);
        for (int i = 0; i < psbt.inputs().size(); i++) {
            writer.input(psbt.inputs().get(i), psbt.unsigned().inputs().get(i));
        }
        psbt.unsigned().outputs().forEach(output -> writer.out.put(END_OF_MAP));
        return writer.out.toBytes();
    }

    private void input(Psbt.Input input, TxInput spending) {
        input.previous().ifPresent(previous -> {
            field(IN_NON_WITNESS_UTXO, previous.serialize());
            field(
                    IN_WITNESS_UTXO,
                    previous.outputs().get(spending.outpoint().index()).serialize());
        });
        input.sigHashType()
                .ifPresent(type -> field(
                        IN_SIGHASH_TYPE,
                        new ByteWriter(Integer.BYTES).int32(type).toBytes()));
        input.witness().ifPresent(witness -> {
            ByteWriter elements = new ByteWriter(TYPICAL_SIZE);
            spending.withWitness(witness).writeWitness(elements);
            field(IN_FINAL_SCRIPTWITNESS, elements.toBytes());
        });
        out.put(END_OF_MAP);
    }

    private void field(int type, Bytes value) {
        out.sized(Bytes.of((byte) type)).sized(value);
    }
}
