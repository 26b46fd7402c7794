package org.gridbolt.channel.chain.embedded;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/** What no block may break, apart from scripts and time locks. */
final class ConsensusRules {

    private static final int WEIGHT_MAX = 4_000_000;

    private ConsensusRules() {}

    /** What is wrong with the transaction by itself, if anything is. */
    static Optional<Rejection> flaw(Transaction transaction) {
        if (transaction.inputs().isEmpty()) {
            return refuse("bad-txns-vin-empty");
        }
        if (transaction.outputs().isEmpty()) {
            return refuse("bad-txns-vout-empty");
        }
        if (transaction.weight() > WEIGHT_MAX) {
            return refuse("bad-txns-oversize");
        }
        return amountFlaw(transaction).or(() -> inputFlaw(transaction));
    }

    private static Optional<Rejection> amountFlaw(Transaction transaction) {
        boolean tooLarge = transaction.outputs().stream().anyMatch(output -> exceedsAllCoins(output.value()));
        if (tooLarge) {
            return refuse("bad-txns-vout-toolarge");
        }
        return exceedsAllCoins(transaction.outputTotal()) ? refuse("bad-txns-txouttotal-toolarge") : Optional.empty();
    }

    private static boolean exceedsAllCoins(Coin coins) {
        return coins.isGreaterThan(BitcoinNetwork.MAX_MONEY);
    }

    private static Optional<Rejection> inputFlaw(Transaction transaction) {
        Set<Outpoint> seen = new HashSet<>();
        boolean repeated = !transaction.inputs().stream().map(TxInput::outpoint).allMatch(seen::add);
        if (repeated) {
            return refuse("bad-txns-inputs-duplicate");
        }
        return seen.contains(Outpoint.NONE) && !transaction.isCoinbase()
                ? refuse("bad-txns-prevout-null")
                : Optional.empty();
    }

    /** What is wrong with what it spends in the block at {@code height}, if anything is; all inputs must exist. */
    static Optional<Rejection> spendingFlaw(Transaction transaction, Coins coins, int height) {
        boolean immature = transaction.inputs().stream()
                .map(input -> coins.coin(input.outpoint()).orElseThrow())
                .anyMatch(coin -> coin.coinbase() && height - coin.height() < ChainOutput.COINBASE_MATURITY.value());
        if (immature) {
            return refuse("bad-txns-premature-spend-of-coinbase");
        }
        return fee(transaction, coins).isNegative() ? refuse("bad-txns-in-belowout") : Optional.empty();
    }

    /** What it leaves to the miner. */
    static Coin fee(Transaction transaction, Coins coins) {
        return transaction.fee(outpoint -> coins.coin(outpoint).orElseThrow().output());
    }

    private static Optional<Rejection> refuse(String reason) {
        return Optional.of(Rejection.of(reason));
    }
}
