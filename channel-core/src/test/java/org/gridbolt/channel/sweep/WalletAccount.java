package org.gridbolt.channel.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.testing.Bitcoind;

/**
 * Where the coins of one wallet are, told from the chain alone: every confirmed transaction that spends the wallet or what came
 * of it is followed, and what nobody has spent yet is counted by the script that has it.
 *
 * @param ends the unspent outputs that came of the wallet
 * @param costs what went to miners, by the script that the transaction's first output pays: who made it
 */
record WalletAccount(Map<Outpoint, TxOutput> ends, Map<Bytes, Coin> costs) {

    /** Reads the chain from {@code since} to the tip. */
    static WalletAccount read(Bitcoind bitcoind, Outpoint wallet, Coin value, BlockHeight since) {
        return new Reader(bitcoind, since.value()).follow(wallet, value);
    }

    /** What stands under that script. */
    Coin under(Bytes script) {
        return ends.values().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    /** What went to miners. */
    Coin fees() {
        return costs.values().stream().reduce(Coin.ZERO, Coin::add);
    }

    /** What went to miners of transactions that pay that script. */
    Coin feesOf(Bytes script) {
        return costs.getOrDefault(script, Coin.ZERO);
    }

    /** All of it: the wallet's value, to the coin. */
    Coin total() {
        return ends.values().stream().map(TxOutput::value).reduce(fees(), Coin::add);
    }

    private static final class Reader {

        private final Map<Outpoint, Transaction> spenders = new HashMap<>();
        private final Map<Outpoint, TxOutput> ends = new LinkedHashMap<>();
        private final Set<Transaction> seen = new HashSet<>();
        private final Map<Bytes, Coin> costs = new HashMap<>();

        Reader(Bitcoind bitcoind, int since) {
            for (int height = since; height <= bitcoind.height(); height++) {
                String hash = bitcoind.call("getblockhash", height).asText();
                bitcoind.call("getblock", hash, 2).path("tx").forEach(this::keep);
            }
        }

        private void keep(JsonNode mined) {
            Transaction transaction = Transaction.ofHex(mined.path("hex").asText());
            transaction.inputs().forEach(input -> spenders.put(input.outpoint(), transaction));
        }

        WalletAccount follow(Outpoint wallet, Coin value) {
            Map<Outpoint, Coin> known = new HashMap<>(Map.of(wallet, value));
            Queue<Outpoint> open = new ArrayDeque<>(List.of(wallet));
            for (Outpoint next = open.poll(); next != null; next = open.poll()) {
                Optional.ofNullable(spenders.get(next))
                        .filter(seen::add)
                        .ifPresent(spender -> open.addAll(take(spender, known)));
            }
            return new WalletAccount(Map.copyOf(ends), Map.copyOf(costs));
        }

        /** A child that pays for its parent brings coins of its own: of it nothing but the anchor came from the wallet. */
        private List<Outpoint> take(Transaction spender, Map<Outpoint, Coin> known) {
            List<Coin> from = spender.inputs().stream()
                    .map(input ->
                            Optional.ofNullable(known.get(input.outpoint())).orElse(Coin.ZERO))
                    .toList();
            spender.inputs().forEach(input -> ends.remove(input.outpoint()));
            Coin in = from.stream().reduce(Coin.ZERO, Coin::add);
            boolean own = spender.inputs().stream().allMatch(input -> known.containsKey(input.outpoint()));
            if (!own) {
                pay(spender, in);
                return List.of();
            }
            Coin out = Coin.ZERO;
            List<Outpoint> made = new ArrayList<>();
            for (int i = 0; i < spender.outputs().size(); i++) {
                TxOutput output = spender.outputs().get(i);
                known.put(spender.outpoint(i), output.value());
                ends.put(spender.outpoint(i), output);
                made.add(spender.outpoint(i));
                out = out.add(output.value());
            }
            pay(spender, in.subtract(out));
            return made;
        }

        private void pay(Transaction transaction, Coin fee) {
            costs.merge(transaction.outputs().get(0).script(), fee, Coin::add);
        }
    }
}
