package org.gridbolt.channel.torture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.RejectCause;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/** What room in blocks costs at the moment, for everybody: below that, a full mempool takes nothing. */
final class Climate {

    private final Map<Sha256Hash, Transaction> seen = new HashMap<>();
    private FeeRate floor = FeeRate.RELAY;

    /** From now on room costs that much. */
    void rise(FeeRate rate) {
        floor = rate;
    }

    /** What it costs. */
    FeeRate floor() {
        return floor;
    }

    /** Notes a transaction, so that what spends its outputs can be weighed. */
    void note(Transaction transaction) {
        seen.put(transaction.txid(), transaction);
    }

    /** What a node estimates: nothing while room is cheap. */
    FeeEstimate estimate() {
        return floor.equals(FeeRate.RELAY)
                ? new FeeEstimate.Absent("no market for room in blocks")
                : new FeeEstimate.Known(floor);
    }

    /** Why a full mempool does not take a package, if it does not. */
    Optional<SubmitResult> refusal(List<Transaction> transactions) {
        transactions.forEach(this::note);
        if (floor.equals(FeeRate.RELAY)) {
            return Optional.empty();
        }
        Coin fees = transactions.stream().map(this::fee).reduce(Coin.ZERO, Coin::add);
        int vsize = transactions.stream().mapToInt(Transaction::vsize).sum();
        return fees.isLessThan(floor.feeFor(vsize))
                ? Optional.of(new SubmitResult.Rejected(
                        transactions.get(transactions.size() - 1).txid(),
                        RejectCause.FEE_TOO_LOW,
                        "mempool min fee not met"))
                : Optional.empty();
    }

    private Coin fee(Transaction transaction) {
        Coin in = transaction.inputs().stream()
                .map(TxInput::outpoint)
                .map(this::value)
                .reduce(Coin.ZERO, Coin::add);
        return in.subtract(transaction.outputTotal());
    }

    private Coin value(Outpoint outpoint) {
        Transaction parent = seen.get(outpoint.txid());
        return parent == null || outpoint.index() >= parent.outputs().size()
                ? Coin.ZERO
                : parent.outputs().get(outpoint.index()).value();
    }
}
