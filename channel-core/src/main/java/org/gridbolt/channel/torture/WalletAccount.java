package org.gridbolt.channel.torture;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Where the coins of one wallet are, told from the chain alone: every confirmed transaction that spends the wallet or what came
 * of it is followed, and what nobody has spent is counted by the script that has it.
 *
 * @param ends the unspent outputs that came of the wallet
 * @param costs what went to miners, by each script that the transaction pays: whoever is paid by it may have made it
 * @param fees all that went to miners
 * @param spender what spends the wallet itself, if something does
 */
record WalletAccount(Map<Outpoint, TxOutput> ends, Map<Bytes, Coin> costs, Coin fees, Optional<Transaction> spender) {

    /** Follows {@code wallet} through {@code confirmed}. */
    static WalletAccount of(Outpoint wallet, Coin value, Collection<Transaction> confirmed) {
        return new Walk(confirmed).follow(wallet, value);
    }

    /** What stands under that script. */
    Coin under(Bytes script) {
        return ends.values().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    /** What transactions that pay that script cost, at most its owner's fees. */
    Coin costsOf(Bytes script) {
        return costs.getOrDefault(script, Coin.ZERO);
    }

    /** All of it: the wallet's value, to the coin. */
    Coin total() {
        return ends.values().stream().map(TxOutput::value).reduce(fees, Coin::add);
    }

    private static final class Walk {

        private final Map<Outpoint, Transaction> spenders = new HashMap<>();
        private final Map<Outpoint, Coin> known = new HashMap<>();
        private final Map<Outpoint, TxOutput> ends = new LinkedHashMap<>();
        private final Map<Bytes, Coin> costs = new HashMap<>();
        private final Set<Transaction> seen = new HashSet<>();
        private Coin fees = Coin.ZERO;

        Walk(Collection<Transaction> confirmed) {
            confirmed.forEach(spender -> spender.inputs().forEach(input -> spenders.put(input.outpoint(), spender)));
        }

        WalletAccount follow(Outpoint wallet, Coin value) {
            known.put(wallet, value);
            Queue<Outpoint> open = new ArrayDeque<>(List.of(wallet));
            for (Outpoint next = open.poll(); next != null; next = open.poll()) {
                Optional.ofNullable(spenders.get(next))
                        .filter(seen::add)
                        .ifPresent(spender -> open.addAll(take(spender)));
            }
            Optional<Transaction> first = Optional.ofNullable(spenders.get(wallet));
            return new WalletAccount(ends, costs, fees, first);
        }

        /** A child that pays for its parent brings coins of its own: of it nothing but the anchor came from the wallet. */
        private List<Outpoint> take(Transaction spender) {
            Coin in = spender.inputs().stream()
                    .map(input ->
                            Optional.ofNullable(known.get(input.outpoint())).orElse(Coin.ZERO))
                    .reduce(Coin.ZERO, Coin::add);
            spender.inputs().forEach(input -> ends.remove(input.outpoint()));
            boolean own = spender.inputs().stream().allMatch(input -> known.containsKey(input.outpoint()));
            Coin fee = own ? in.subtract(spender.outputTotal()) : in;
            fees = fees.add(fee);
            spender.outputs().stream()
                    .map(TxOutput::script)
                    .distinct()
                    .forEach(script -> costs.merge(script, fee, Coin::add));
            return own ? outputs(spender) : List.of();
        }

        private List<Outpoint> outputs(Transaction spender) {
            List<Outpoint> made = new java.util.ArrayList<>();
            for (int i = 0; i < spender.outputs().size(); i++) {
                Outpoint outpoint = spender.outpoint(i);
                TxOutput output = spender.outputs().get(i);
                known.put(outpoint, output.value());
                ends.put(outpoint, output);
                made.add(outpoint);
            }
            return made;
        }
    }
}
