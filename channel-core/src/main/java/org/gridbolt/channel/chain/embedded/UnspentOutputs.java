package org.gridbolt.channel.chain.embedded;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.embedded.UnspentOutputs.Journal.Spending;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/** All outputs that no block spends, and their sum; what blocks do to them can be undone. */
final class UnspentOutputs implements Coins {

    private final Map<Outpoint, UnspentCoin> coins = new LinkedHashMap<>();
    private Coin total = Coin.ZERO;

    /**
     * What a block did, in order.
     *
     * @param created the outputs it made
     * @param spent the outputs it spent
     */
    record Journal(List<Outpoint> created, List<Spending> spent) {

        /** An output that was spent. */
        record Spending(Outpoint outpoint, UnspentCoin coin) {}

        Journal() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public Optional<UnspentCoin> coin(Outpoint outpoint) {
        return Optional.ofNullable(coins.get(outpoint));
    }

    Coin total() {
        return total;
    }

    /** The first that a condition holds for, oldest first. */
    Optional<Outpoint> first(BiPredicate<Outpoint, UnspentCoin> condition) {
        return coins.entrySet().stream()
                .filter(entry -> condition.test(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Does what {@code transaction} does; its inputs must exist. */
    void apply(Transaction transaction, int height, Journal journal) {
        if (!transaction.isCoinbase()) {
            transaction.inputs().stream().map(TxInput::outpoint).forEach(outpoint -> spend(outpoint, journal));
        }
        Sha256Hash txid = transaction.txid();
        for (int i = 0; i < transaction.outputs().size(); i++) {
            TxOutput output = transaction.outputs().get(i);
            if (!ScriptKind.isUnspendable(output.script())) {
                create(new Outpoint(txid, i), new UnspentCoin(output, height, transaction.isCoinbase()), journal);
            }
        }
    }

    private void spend(Outpoint outpoint, Journal journal) {
        UnspentCoin coin = remove(outpoint);
        journal.spent().add(new Spending(outpoint, coin));
    }

    private void create(Outpoint outpoint, UnspentCoin coin, Journal journal) {
        put(outpoint, coin);
        journal.created().add(outpoint);
    }

    /** Undoes all of it. What a block both made and spent is gone either way. */
    void revert(Journal journal) {
        journal.spent().forEach(spending -> put(spending.outpoint(), spending.coin()));
        journal.created().forEach(this::remove);
    }

    private void put(Outpoint outpoint, UnspentCoin coin) {
        coins.put(outpoint, coin);
        total = total.add(coin.output().value());
    }

    @CanIgnoreReturnValue
    private UnspentCoin remove(Outpoint outpoint) {
        UnspentCoin coin = Objects.requireNonNull(coins.remove(outpoint));
        total = total.subtract(coin.output().value());
        return coin;
    }
}
