package org.gridbolt.channel.chain.embedded;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.TxOut;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** Runs scripts: bitcoin-kmp's interpreter, an independent rewrite of bitcoind's. */
enum ScriptJudge {
    /** As a mempool runs them. */
    STANDARD(ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS),
    /** As a block needs them. */
    CONSENSUS(ScriptFlags.SCRIPT_VERIFY_P2SH
            | ScriptFlags.SCRIPT_VERIFY_DERSIG
            | ScriptFlags.SCRIPT_VERIFY_NULLDUMMY
            | ScriptFlags.SCRIPT_VERIFY_CHECKLOCKTIMEVERIFY
            | ScriptFlags.SCRIPT_VERIFY_CHECKSEQUENCEVERIFY
            | ScriptFlags.SCRIPT_VERIFY_WITNESS
            | ScriptFlags.SCRIPT_VERIFY_TAPROOT);

    private final int flags;

    ScriptJudge(int flags) {
        this.flags = flags;
    }

    /** What is wrong with a witness, if anything is; all inputs must exist in {@code coins}. */
    Optional<Rejection> flaw(Transaction transaction, Coins coins) {
        fr.acinq.bitcoin.Transaction judged =
                fr.acinq.bitcoin.Transaction.read(transaction.serialize().toArray());
        Map<OutPoint, TxOut> spent = new HashMap<>();
        for (int i = 0; i < transaction.inputs().size(); i++) {
            TxOutput output = coins.coin(transaction.inputs().get(i).outpoint())
                    .orElseThrow()
                    .output();
            spent.put(judged.txIn.get(i).outPoint, converted(output));
        }
        return run(judged, spent);
    }

    private static TxOut converted(TxOutput output) {
        return new TxOut(new Satoshi(output.value().value), output.script().toArray());
    }

    /** The interpreter refuses by throwing, and has no type of its own for it. */
    private Optional<Rejection> run(fr.acinq.bitcoin.Transaction judged, Map<OutPoint, TxOut> spent) {
        try {
            judged.correctlySpends(spent, flags);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Rejection.of("mandatory-script-verify-flag-failed (" + e.getMessage() + ")"));
        }
    }
}
