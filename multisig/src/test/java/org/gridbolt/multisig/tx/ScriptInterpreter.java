package org.gridbolt.multisig.tx;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.TxHash;
import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.Outpoint;

/** bitcoin-kmp's interpreter with the flags of standard relay: one of the two judges of a spend. */
final class ScriptInterpreter {

    private ScriptInterpreter() {}

    /** Why the witnesses of {@code transaction} do not spend {@code spent}; empty when they do. */
    static Optional<String> refusal(Transaction transaction, Map<Outpoint, TxOutput> spent) {
        Map<OutPoint, TxOut> outputs = new HashMap<>();
        spent.forEach((outpoint, output) -> outputs.put(outPoint(outpoint), txOut(output)));
        try {
            fr.acinq.bitcoin.Transaction.read(transaction.serialize().toArray())
                    .correctlySpends(outputs, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static OutPoint outPoint(Outpoint outpoint) {
        return new OutPoint(new TxHash(outpoint.txid().serialize()), outpoint.index());
    }

    private static TxOut txOut(TxOutput output) {
        return new TxOut(new Satoshi(output.value().value), output.script().toArray());
    }
}
