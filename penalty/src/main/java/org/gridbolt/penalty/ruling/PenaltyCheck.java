package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Terms;

/** Compares a transaction with the ruling that it should carry out. */
final class PenaltyCheck {

    private final VerifiedRuling ruling;
    private final Transaction transaction;

    private PenaltyCheck(VerifiedRuling ruling, Transaction transaction) {
        this.ruling = ruling;
        this.transaction = transaction;
    }

    static Optional<PenaltyFlaw> check(VerifiedRuling ruling, Transaction transaction) {
        PenaltyCheck check = new PenaltyCheck(ruling, transaction);
        return check.input().or(check::note).or(check::payments);
    }

    private Optional<PenaltyFlaw> input() {
        List<TxInput> inputs = transaction.inputs();
        if (inputs.size() != 1
                || !inputs.get(0).outpoint().equals(ruling.ruling().wallet())) {
            return Optional.of(new PenaltyFlaw.OtherWallet(ruling.ruling().wallet()));
        }
        return WalletPath.mayBeOf(ruling.terms(), ruling.signer(), transaction)
                ? Optional.empty()
                : Optional.of(new PenaltyFlaw.OtherPath());
    }

    private Optional<PenaltyFlaw> note() {
        List<OpReturnScript> notes = transaction.outputs().stream()
                .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                .toList();
        boolean named = notes.equals(List.of(ruling.ruling().note()));
        return named ? Optional.empty() : Optional.of(new PenaltyFlaw.OtherNote());
    }

    private Optional<PenaltyFlaw> payments() {
        return Stream.of(Party.values())
                .map(this::payment)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** By script, so that two parties with one payout script are paid together. */
    private Optional<PenaltyFlaw> payment(Party party) {
        Terms terms = ruling.terms();
        Bytes script = terms.identity().payoutScript(party);
        Coin due = Stream.of(Party.values())
                .filter(other -> terms.identity().payoutScript(other).equals(script))
                .map(this::payable)
                .reduce(Coin.ZERO, Coin::add);
        Coin paid = paidTo(script);
        return paid.equals(due) ? Optional.empty() : Optional.of(new PenaltyFlaw.OtherPayment(party, paid, due));
    }

    /** Even the utility is paid nothing that no output may hold: that goes to the anchor. */
    private Coin payable(Party party) {
        Coin share = ruling.onWallet().of(party);
        return share.isLessThan(ruling.terms().limits().dustLimit()) ? Coin.ZERO : share;
    }

    private Coin paidTo(Bytes script) {
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }
}
