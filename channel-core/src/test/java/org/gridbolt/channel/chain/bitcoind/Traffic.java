package org.gridbolt.channel.chain.bitcoind;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Transactions at random, out of a few coins, so that they build on each other, conflict and compete: mostly in forms that
 * a channel makes, and wrong in some way now and then. From a seed, always the same.
 */
final class Traffic {

    private static final int COINS_KNOWN_MAX = 12;
    private static final long[] SEQUENCES = {0xffff_fffdL, 0xffff_ffffL, 0, 1, 2, 0x8000_0003L};
    private static final int[] ANCHORS = {0, 0, 0, 1, 239, 240};

    private record Coins(Outpoint outpoint, Coin value, boolean anchor) {}

    private final Random random;
    private final Puzzle puzzle;
    private final FeeRate relay;
    private final List<Coins> coins = new ArrayList<>();
    private int height;

    Traffic(long seed, Puzzle puzzle, FeeRate relay) {
        this.random = new Random(seed);
        this.puzzle = puzzle;
        this.relay = relay;
    }

    void add(Outpoint outpoint, Coin value) {
        coins.add(new Coins(outpoint, value, false));
    }

    /** The outputs of what was taken can be built on. */
    void taken(List<Transaction> transactions) {
        for (Transaction transaction : transactions) {
            for (int i = 0; i < transaction.outputs().size(); i++) {
                TxOutput output = transaction.outputs().get(i);
                boolean ours = output.script().equals(puzzle.scriptPubKey());
                boolean anchor = output.script().equals(Puzzle.anchor(Coin.ZERO).script());
                if ((ours && output.value().isGreaterThan(Coin.valueOf(20_000))) || anchor) {
                    coins.add(new Coins(transaction.outpoint(i), output.value(), anchor));
                }
            }
        }
        while (coins.size() > COINS_KNOWN_MAX) {
            coins.remove(0);
        }
    }

    /** One transaction, or a parent and its child. */
    List<Transaction> next(int tip) {
        height = tip;
        if (chance(40)) {
            return List.of(single());
        }
        Transaction parent = parent();
        Transaction child = child(parent);
        return chance(3) ? List.of(child, parent) : List.of(parent, child);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private int version() {
        return chance(70) ? 3 : chance(90) ? 2 : random.nextInt(6) - 1;
    }

    private Coins pick() {
        return coins.get(random.nextInt(coins.size()));
    }

    private Transaction single() {
        List<Coins> spent = new ArrayList<>(List.of(pick()));
        if (chance(30)) {
            spent.add(pick());
        }
        long total = spent.stream().mapToLong(coin -> coin.value().value).sum();
        List<TxInput> inputs = spent.stream().map(this::input).toList();
        List<TxOutput> outputs = outputs(total);
        Transaction template = new Transaction(version(), inputs, outputs, lockTime());
        return paying(template, fee(template.vsize()));
    }

    private Transaction parent() {
        Coins coin = pick();
        List<TxOutput> outputs = new ArrayList<>(outputs(coin.value().value));
        outputs.add(Puzzle.anchor(Coin.valueOf(ANCHORS[random.nextInt(ANCHORS.length)])));
        Transaction template = new Transaction(version(), List.of(input(coin)), outputs, lockTime());
        Transaction balanced =
                paying(template, Coin.valueOf(outputs.get(outputs.size() - 1).value().value));
        return chance(80) ? balanced : paying(balanced, fee(template.vsize()));
    }

    private Transaction child(Transaction parent) {
        int anchor = parent.outputs().size() - 1;
        List<TxInput> inputs = new ArrayList<>();
        long total = parent.outputs().get(anchor).value().value;
        inputs.add(TxInput.unsigned(parent.outpoint(anchor), 0xffff_fffdL));
        if (chance(60)) {
            inputs.add(puzzle.input(parent.outpoint(0)));
            total += parent.outputs().get(0).value().value;
        } else {
            Coins own = pick();
            inputs.add(input(own));
            total += own.value().value;
        }
        if (chance(5)) {
            inputs.remove(0);
        }
        Transaction template = new Transaction(chance(90) ? parent.version() : version(), inputs, outputs(total), 0);
        int vsize = chance(80) ? parent.vsize() + template.vsize() : template.vsize();
        return paying(template, fee(vsize));
    }

    private TxInput input(Coins coin) {
        if (coin.anchor()) {
            return TxInput.unsigned(coin.outpoint(), sequence());
        }
        List<Bytes> witness = chance(4) ? List.of(puzzle.nowhereBytes(), puzzle.witnessScript()) : puzzle.witness();
        Outpoint outpoint = chance(2) ? new Outpoint(Sha256Hash.ZERO_HASH, 1) : coin.outpoint();
        return new TxInput(outpoint, Bytes.EMPTY, sequence(), witness);
    }

    private long sequence() {
        return chance(85) ? 0xffff_fffdL : SEQUENCES[random.nextInt(SEQUENCES.length)];
    }

    private long lockTime() {
        return chance(85) ? 0 : chance(50) ? height - 1 + random.nextInt(4) : 536_870_912L + random.nextInt(1_000);
    }

    /** Around the edges of what is enough, or anything. */
    private Coin fee(int vsize) {
        long least = relay.feeFor(vsize).value;
        return Coin.valueOf(
                switch (random.nextInt(6)) {
                    case 0 -> 0;
                    case 1 -> Math.max(0, least - 1);
                    case 2 -> least;
                    case 3 -> least + random.nextInt(100);
                    default -> random.nextInt(20_000);
                });
    }

    private List<TxOutput> outputs(long total) {
        List<TxOutput> outputs = new ArrayList<>();
        outputs.add(new TxOutput(Coin.valueOf(total), puzzle.scriptPubKey()));
        int more = chance(90) ? random.nextInt(3) : random.nextInt(40);
        for (int i = 0; i < more; i++) {
            outputs.add(output());
        }
        return outputs;
    }

    private TxOutput output() {
        return switch (random.nextInt(8)) {
            case 0 -> Puzzle.anchor(Coin.valueOf(random.nextInt(300)));
            case 1 -> new TxOutput(Coin.ZERO, Bytes.ofHex("6a24" + "44".repeat(36)));
            case 2 -> new TxOutput(Coin.valueOf(290 + random.nextInt(50)), puzzle.scriptPubKey());
            case 3 -> new TxOutput(Coin.valueOf(293 + random.nextInt(3)), Bytes.ofHex("0014" + "55".repeat(20)));
            default -> new TxOutput(Coin.valueOf(25_000), puzzle.scriptPubKey());
        };
    }

    /** The same, but the first output carries what the others and {@code fee} leave. */
    private Transaction paying(Transaction template, Coin fee) {
        List<TxOutput> outputs = new ArrayList<>(template.outputs());
        long others = outputs.stream()
                .skip(1)
                .mapToLong(output -> output.value().value)
                .sum();
        long first = outputs.get(0).value().value - others - fee.value;
        outputs.set(
                0, new TxOutput(Coin.valueOf(Math.max(1, first)), outputs.get(0).script()));
        return new Transaction(template.version(), template.inputs(), outputs, template.lockTime());
    }
}
