package org.gridbolt.penalty.ruling;

import java.util.List;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;

/** Recognises the utility taking a unit's coins by its own branch, from the transaction alone. */
final class UtilityClaim {

    /** {@code <Uu> <1> <> <> <script>}: the third of four branches. */
    private static final int WITNESS_SIZE = 5;

    private static final byte PUSH_32 = 0x20;
    private static final byte PUSH_33 = 0x21;

    private UtilityClaim() {}

    /**
     * Whether {@code claim} spends the unit of {@code ticket} by the utility's branch and pays anybody but the producer; an
     * anchor pays nobody.
     */
    static boolean takes(Bytes claim, Terms terms, Ticket ticket) {
        return Transaction.parse(claim)
                .filter(transaction -> spends(transaction, terms, ticket))
                .filter(transaction -> paysOthers(transaction, terms.identity().payoutScript(Party.PRODUCER)))
                .isPresent();
    }

    private static boolean spends(Transaction transaction, Terms terms, Ticket ticket) {
        PublicKey key = terms.identity().utilityKeys().unit();
        Bytes hash = Bytes.of(PUSH_32).concat(Bytes.of(ticket.hash().getBytes()));
        return transaction.inputs().stream().anyMatch(input -> isUtilityBranch(input.witness(), key, hash));
    }

    private static boolean isUtilityBranch(List<Bytes> witness, PublicKey key, Bytes hash) {
        return witness.size() == WITNESS_SIZE
                && witness.get(1).equals(Bytes.of((byte) 1))
                && witness.get(2).equals(Bytes.EMPTY)
                && witness.get(3).equals(Bytes.EMPTY)
                && contains(witness.get(4), hash)
                && contains(witness.get(4), Bytes.of(PUSH_33).concat(key.bytes()));
    }

    private static boolean contains(Bytes script, Bytes part) {
        return script.toHex().contains(part.toHex());
    }

    private static boolean paysOthers(Transaction transaction, Bytes producer) {
        return transaction.outputs().stream()
                .map(output -> output.script())
                .anyMatch(script -> !script.equals(producer) && !script.equals(AnchorScript.ANCHOR.scriptPubKey()));
    }
}
