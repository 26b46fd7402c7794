package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;

/**
 * A partially signed transaction (BIP 174, version 0): how a funding travels to an ordinary wallet and comes back signed.
 *
 * @param unsigned the transaction
 * @param inputs what is known of each of its inputs
 */
public record Psbt(Transaction unsigned, List<Input> inputs) {

    /**
     * What a PSBT says of an input: the fields that this protocol writes and reads.
     *
     * @param previous the whole transaction whose output it spends
     * @param sigHashType what the signer was asked for, if anything
     * @param witness the witness, once the input is signed
     */
    public record Input(Optional<Transaction> previous, Optional<Integer> sigHashType, Optional<List<Bytes>> witness) {}

    public Psbt {
        inputs = List.copyOf(inputs);
        if (inputs.size() != unsigned.inputs().size()) {
            throw new IllegalArgumentException(inputs.size() + " inputs of a transaction with "
                    + unsigned.inputs().size());
        }
    }

    static Psbt of(FundingTx funding) {
        List<Input> inputs = funding.inputs().stream()
                .map(input -> new Input(Optional.of(input.previous()), Optional.empty(), Optional.empty()))
                .toList();
        return new Psbt(funding.unsigned(), inputs);
    }

    /** The PSBT that {@code bytes} spell, all of them; nothing for anything else. Fields of other kinds are left out. */
    public static Optional<Psbt> parse(Bytes bytes) {
        return PsbtReader.read(bytes);
    }

    /** The bytes of BIP 174, which travel in Base64. */
    public Bytes serialize() {
        return PsbtWriter.write(this);
    }

    /** The witnesses of the inputs that are signed. */
    public Map<Outpoint, List<Bytes>> witnesses() {
        Map<Outpoint, List<Bytes>> witnesses = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Outpoint outpoint = unsigned.inputs().get(i).outpoint();
            inputs.get(i).witness().ifPresent(witness -> witnesses.put(outpoint, witness));
        }
        return Map.copyOf(witnesses);
    }

    /**
     * What is wrong with the witnesses here for {@code funding}, if anything: it is of another transaction, a signature covers
     * less than everything, or does not spend.
     */
    public Optional<FundingFlaw> flawFor(FundingTx funding) {
        if (!unsigned.equals(funding.unsigned())) {
            return Optional.of(new FundingFlaw.OtherPsbt(unsigned.txid()));
        }
        return new ArrayList<>(witnesses().entrySet())
                .stream()
                        .flatMap(signed -> funding.flawOf(signed.getKey(), signed.getValue()).stream())
                        .findFirst();
    }
}
