package org.gridbolt.penalty.ruling;

import java.util.List;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Fragment;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.AnyTwoWitness;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Terms;

/** Who spent a wallet, as far as its terms and a transaction with that one input tell: the households' keys are not in the terms. */
final class WalletPath {

    /** {@code <> <A2> <U2> <1> <> <script>}, or {@code <> <B3> <U3> <> <> <script>}: or_i takes the first choice from the top of the stack. */
    private static final int WITNESS_SIZE = 6;

    private static final int UNKNOWN_KEYS = 4;

    private WalletPath() {}

    /** Whether the witness is such as {@code household} and utility leave; on a PLAIN wallet both households leave the same. */
    static boolean mayBeOf(Terms terms, Party household, Transaction transaction) {
        List<Bytes> witness = transaction.inputs().get(0).witness();
        return terms.clauses().template() == WalletTemplate.PLAIN
                ? isOfUtilityAndAnother(terms, transaction, witness)
                : isPathOf(terms, household, witness);
    }

    /** Whether the witness is such as nobody but {@code household} and utility can leave: never on a PLAIN wallet. */
    static boolean isOf(Terms terms, Party household, Transaction transaction) {
        return terms.clauses().template() == WalletTemplate.ROLE_KEYS && mayBeOf(terms, household, transaction);
    }

    private static boolean isOfUtilityAndAnother(Terms terms, Transaction transaction, List<Bytes> witness) {
        PublicKey utility = terms.identity().utilityKeys().walletFirst();
        return AnyTwoWitness.parse(witness)
                .map(found -> found.signers(transaction, 0, terms.walletTotal()))
                .filter(signers -> signers.size() == 2 && signers.contains(utility))
                .isPresent();
    }

    private static boolean isPathOf(Terms terms, Party household, List<Bytes> witness) {
        return witness.size() == WITNESS_SIZE
                && witness.get(0).equals(Bytes.EMPTY)
                && WitnessChoice.isTrue(witness.get(3)) == (household == Party.CONSUMER)
                && !WitnessChoice.isTrue(witness.get(4))
                && isWallet(terms, witness.get(WITNESS_SIZE - 1));
    }

    /** The utility's two keys are in the terms; the four of the households are whatever the script says. */
    private static boolean isWallet(Terms terms, Bytes script) {
        PartyKeys utility = terms.identity().utilityKeys();
        return new ScriptForm(UNKNOWN_KEYS, utility.balance(), keys -> wallet(keys, utility))
                .keysOf(script)
                .isPresent();
    }

    /** The wallet's script with the households' keys A1, B1, A2, B3. */
    private static Fragment wallet(List<PublicKey> keys, PartyKeys utility) {
        return new Fragment.OrI(
                pair(keys.get(0), keys.get(1)),
                new Fragment.OrI(
                        pair(keys.get(2), utility.walletWith(Party.CONSUMER)),
                        pair(keys.get(3), utility.walletWith(Party.PRODUCER))));
    }

    private static Fragment pair(PublicKey one, PublicKey other) {
        return new Fragment.Multi(2, List.of(one, other));
    }
}
