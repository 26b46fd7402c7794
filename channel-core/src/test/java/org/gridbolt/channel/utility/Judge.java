package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThatCode;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxId;
import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.Map;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.TxOutput;

/** The script interpreter of bitcoin-kmp: whether a transaction may spend what it spends. */
final class Judge {

    private Judge() {}

    static void accepts(org.gridbolt.multisig.tx.Transaction spender, Map<Outpoint, TxOutput> spent) {
        Map<OutPoint, TxOut> outputs = new HashMap<>();
        spent.forEach((outpoint, output) -> outputs.put(
                new OutPoint(new TxId(outpoint.txid().toString()), outpoint.index()),
                new TxOut(new Satoshi(output.value().value), output.script().toArray())));
        Transaction read = Transaction.Companion.read(spender.toHex());
        assertThatCode(() ->
                        Transaction.Companion.correctlySpends(read, outputs, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS))
                .doesNotThrowAnyException();
    }
}
