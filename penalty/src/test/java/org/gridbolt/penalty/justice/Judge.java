package org.gridbolt.penalty.justice;

import static org.assertj.core.api.Assertions.assertThatCode;

import fr.acinq.bitcoin.ScriptFlags;
import fr.acinq.bitcoin.Transaction;
import java.util.List;

/** The script interpreter of bitcoin-kmp: whether a transaction spends what it says it spends. */
final class Judge {

    private Judge() {}

    static void accepts(org.gridbolt.multisig.tx.Transaction spender, org.gridbolt.multisig.tx.Transaction... parents) {
        List<Transaction> spent =
                java.util.Arrays.stream(parents).map(Judge::read).toList();
        assertThatCode(() -> Transaction.Companion.correctlySpends(
                        read(spender), spent, ScriptFlags.STANDARD_SCRIPT_VERIFY_FLAGS))
                .doesNotThrowAnyException();
    }

    private static Transaction read(org.gridbolt.multisig.tx.Transaction transaction) {
        return Transaction.Companion.read(transaction.toHex());
    }
}
