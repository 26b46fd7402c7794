package org.gridbolt.node.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.node.terminal.Paragraph;
import org.gridbolt.penalty.ruling.FraudProof;

/**
 * What a proof of fraud says of the party with that key, told to a person.
 *
 * @param name how the file is called
 * @param proof its content
 * @param utility the utility's node key
 */
record FraudVerdict(String name, FraudProof proof, PublicKey utility) {

    boolean convicts() {
        return proof.convicts(utility);
    }

    /** Why it does not convict. */
    String objection() {
        return proof.answer()
                .map(ruling -> "it accuses and does not convict, since the utility may yet show ruling " + ruling)
                .orElse("it does not convict the utility with that key");
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(name + ": the proof convicts the " + accused() + ".");
        lines.add("");
        lines.addAll(Paragraph.wrap(proof.message() + "."));
        onChain()
                .forEach(txid -> lines.addAll(Paragraph.wrap("Transaction " + txid
                        + " must stand in the chain: a look at any node shows it, and only then did the " + accused()
                        + " sign it.")));
        return lines;
    }

    private String accused() {
        return proof.accused().name().toLowerCase(Locale.ROOT);
    }

    private List<String> onChain() {
        return proof.mined().stream()
                .flatMap(claim -> Transaction.parse(claim).stream())
                .map(transaction -> transaction.txid().toString())
                .toList();
    }
}
