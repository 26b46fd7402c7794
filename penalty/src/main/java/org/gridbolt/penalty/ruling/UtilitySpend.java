package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Fragment;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.AnyTwoWitness;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.penalty.contract.Terms;

/**
 * A mined transaction in which the utility spends, together with one household, what only a ruling lets it spend: the wallet, or the
 * producer's balance of a version. Recognised by the path of the witness, whose script must be exactly of its form, since only
 * then has the utility signed.
 *
 * @param transaction the transaction
 * @param wallet whether it is the wallet that it spends
 */
record UtilitySpend(Transaction transaction, boolean wallet) {

    /** {@code spend} as one of the channel of {@code terms}; nothing when the utility takes nothing there. */
    static Optional<UtilitySpend> of(Bytes spend, Terms terms) {
        PartyKeys utility = terms.identity().utilityKeys();
        BlockCount csv = terms.windows().csv();
        return Transaction.parse(spend).flatMap(transaction -> {
            if (spendsWallet(transaction, terms)) {
                return Optional.of(new UtilitySpend(transaction, true));
            }
            boolean balance = spends(
                            transaction, utility, UtilitySpend::isFirst, 3, keys -> onConsumers(keys, utility, csv))
                    || spends(transaction, utility, UtilitySpend::isSecond, 4, keys -> onProducers(keys, utility, csv));
            return balance ? Optional.of(new UtilitySpend(transaction, false)) : Optional.empty();
        });
    }

    private static boolean spendsWallet(Transaction transaction, Terms terms) {
        PartyKeys utility = terms.identity().utilityKeys();
        return terms.clauses().template() == WalletTemplate.PLAIN
                ? spendsPlain(transaction, terms)
                : spends(transaction, utility, UtilitySpend::isWalletPath, 4, keys -> wallet(keys, utility));
    }

    /** A PLAIN wallet has one path: the utility's signature says that it signed. */
    private static boolean spendsPlain(Transaction transaction, Terms terms) {
        PublicKey utility = terms.identity().utilityKeys().walletFirst();
        return IntStream.range(0, transaction.inputs().size())
                .anyMatch(input -> AnyTwoWitness.parse(
                                transaction.inputs().get(input).witness())
                        .filter(witness -> witness.signers(transaction, input, terms.walletTotal())
                                .contains(utility))
                        .isPresent());
    }

    private static boolean spends(
            Transaction transaction,
            PartyKeys utility,
            Function<List<Bytes>, Boolean> path,
            int unknown,
            Function<List<PublicKey>, Fragment> form) {
        ScriptForm script = new ScriptForm(unknown, utility.balance(), form);
        return transaction.inputs().stream()
                .map(TxInput::witness)
                .anyMatch(witness -> witness.size() > 3
                        && path.apply(witness)
                        && script.keysOf(witness.get(witness.size() - 1)).isPresent());
    }

    /** The choices are read as the interpreter reads them, from the top of the stack: the first one is for A and B. */
    private static boolean isWalletPath(List<Bytes> witness) {
        return !isFirst(witness);
    }

    private static boolean isFirst(List<Bytes> witness) {
        return WitnessChoice.isTrue(witness.get(witness.size() - 2));
    }

    private static boolean isSecond(List<Bytes> witness) {
        return !isFirst(witness) && WitnessChoice.isTrue(witness.get(witness.size() - 3));
    }

    /** The wallet's script with the households' keys A1, B1, A2, B3. */
    private static Fragment wallet(List<PublicKey> keys, PartyKeys utility) {
        return new Fragment.OrI(
                pair(keys.get(0), keys.get(1)),
                new Fragment.OrI(
                        pair(keys.get(2), utility.walletWith(Party.CONSUMER)),
                        pair(keys.get(3), utility.walletWith(Party.PRODUCER))));
    }

    /** The producer's balance on the consumer's version, with the keys Aa, Bb, P. */
    private static Fragment onConsumers(List<PublicKey> keys, PartyKeys utility, BlockCount csv) {
        return new Fragment.OrI(
                pair(keys.get(0), utility.arbitration()),
                new Fragment.AndV(
                        new Fragment.Pk(keys.get(1)),
                        new Fragment.OrI(new Fragment.Pk(keys.get(2)), new Fragment.Older(csv))));
    }

    /** The producer's balance on its own version, with the keys P, Aj, Aa, Bb. */
    private static Fragment onProducers(List<PublicKey> keys, PartyKeys utility, BlockCount csv) {
        Fragment justice = new Fragment.AndV(
                new Fragment.Pk(keys.get(0)), new Fragment.Multi(1, List.of(keys.get(1), utility.justice())));
        return new Fragment.OrI(
                justice,
                new Fragment.OrI(
                        pair(keys.get(2), utility.arbitration()),
                        new Fragment.AndV(new Fragment.Pk(keys.get(3)), new Fragment.Older(csv))));
    }

    private static Fragment pair(PublicKey one, PublicKey other) {
        return new Fragment.Multi(2, List.of(one, other));
    }

    private List<Sha256Hash> rulings() {
        return transaction.outputs().stream()
                .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                .map(OpReturnScript::ruling)
                .toList();
    }

    /** The ruling that it says it carries out, when it names one and no other. */
    Optional<Sha256Hash> named() {
        List<Sha256Hash> rulings = rulings();
        return rulings.size() == 1 ? Optional.of(rulings.get(0)) : Optional.empty();
    }

    /** Whether it does not even say which ruling it carries out. */
    boolean isWithoutRuling() {
        return named().isEmpty();
    }

    /**
     * Whether the ruling that it names is {@code shown} and does not allow it. Evidence that is not the ruling's own shows nothing:
     * whoever holds a good ruling could put it there.
     */
    boolean isAgainst(Optional<RulingFile> shown, PublicKey utility) {
        return shown.filter(file -> named().equals(Optional.of(file.ruling().hash())))
                .filter(file -> file.ruling().isSignedBy(utility))
                .filter(file ->
                        file.evidence().hash().equals(file.ruling().content().evidence()))
                .filter(file -> !isAllowedBy(file, utility))
                .isPresent();
    }

    private boolean isAllowedBy(RulingFile file, PublicKey utility) {
        return RulingVerifier.verify(file, utility)
                .value()
                .filter(ruling -> wallet
                        ? ruling.checkPenalty(transaction).isEmpty()
                        : !RuledClaims.owesBalance(ruling, transaction))
                .isPresent();
    }
}
