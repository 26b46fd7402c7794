package org.gridbolt.channel.chain.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.BlockSource;
import org.gridbolt.channel.chain.embedded.UnspentOutputs.Journal;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** The blocks from the first to the tip, what they leave to spend, and every other block that ever was. */
final class ActiveChain implements BlockSource {

    private static final int HALVING = 150;
    private static final int MEDIAN_SPAN = 11;

    private final List<MinedBlock> active = new ArrayList<>();
    private final Deque<Journal> journals = new ArrayDeque<>();
    private final Map<Sha256Hash, MinedBlock> known = new HashMap<>();
    private final UnspentOutputs unspent = new UnspentOutputs();

    ActiveChain(MinedBlock first) {
        active.add(first);
        known.put(first.link().block().hash(), first);
    }

    MinedBlock tip() {
        return active.get(active.size() - 1);
    }

    UnspentOutputs unspent() {
        return unspent;
    }

    /** The coins that the block at {@code height} makes: fifty million million at first, half as many every 150 blocks. */
    static Coin reward(int height) {
        return Coin.valueOf(Coin.FIFTY_COINS.value >> Math.min(Long.SIZE - 1, height / HALVING));
    }

    /** The height of the block that made {@code outpoint}, spent or not. */
    Optional<Integer> heightOf(Outpoint outpoint) {
        return active.stream()
                .filter(block -> block.transactions().stream()
                        .anyMatch(transaction -> transaction.txid().equals(outpoint.txid())
                                && outpoint.index() < transaction.outputs().size()))
                .map(MinedBlock::height)
                .findFirst();
    }

    /** The locks as the next block sees them. */
    TimeLocks nextLocks() {
        int height = tip().height() + 1;
        return new TimeLocks(height, medianTimeBelow(height), this::medianTimeBelow);
    }

    private int medianTimeBelow(int height) {
        int from = Math.max(0, height - MEDIAN_SPAN);
        int[] times = active.subList(Math.min(from, height), Math.max(1, height)).stream()
                .mapToInt(MinedBlock::time)
                .sorted()
                .toArray();
        return times[times.length / 2];
    }

    /** What {@code payments}, parents first, leave to the miner; an {@link IllegalArgumentException} when an input is not there. */
    Coin fees(List<Transaction> payments) {
        Map<Outpoint, TxOutput> made = new HashMap<>();
        Coin fees = Coin.ZERO;
        for (Transaction payment : payments) {
            fees = fees.add(payment.fee(outpoint -> spent(outpoint, made)));
            for (int i = 0; i < payment.outputs().size(); i++) {
                made.put(payment.outpoint(i), payment.outputs().get(i));
            }
        }
        return fees;
    }

    private TxOutput spent(Outpoint outpoint, Map<Outpoint, TxOutput> made) {
        return Optional.ofNullable(made.get(outpoint))
                .or(() -> unspent.coin(outpoint).map(UnspentCoin::output))
                .orElseThrow(() -> new IllegalArgumentException("bad-txns-inputs-missingorspent: " + outpoint));
    }

    /** Puts a block on top, or an {@link IllegalArgumentException} when it breaks a rule of consensus. */
    void connect(MinedBlock block) {
        Coin before = unspent.total();
        Journal journal = new Journal();
        try {
            block.payments().forEach(payment -> connect(payment, block, journal));
            unspent.apply(block.transactions().get(0), block.height(), journal);
        } catch (IllegalArgumentException e) {
            unspent.revert(journal);
            throw e;
        }
        requireConserved(before, block);
        journals.push(journal);
        active.add(block);
        known.put(block.link().block().hash(), block);
    }

    private void connect(Transaction payment, MinedBlock block, Journal journal) {
        blockFlaw(payment).ifPresent(rejection -> {
            throw new IllegalArgumentException(payment.txid() + ": " + rejection.reason());
        });
        unspent.apply(payment, block.height(), journal);
    }

    /** Why the next block may not have {@code payment}, if it may not. */
    Optional<Rejection> blockFlaw(Transaction payment) {
        TimeLocks locks = nextLocks();
        boolean missing = payment.inputs().stream()
                .anyMatch(input -> unspent.coin(input.outpoint()).isEmpty());
        if (missing) {
            return Optional.of(Rejection.of("bad-txns-inputs-missingorspent"));
        }
        if (!locks.isFinal(payment) || !locks.isRipe(payment, unspent)) {
            return Optional.of(Rejection.of("bad-txns-nonfinal"));
        }
        return ConsensusRules.flaw(payment)
                .or(() -> ConsensusRules.spendingFlaw(payment, unspent, locks.height()))
                .or(() -> ScriptJudge.CONSENSUS.flaw(payment, unspent));
    }

    /** Coins come from rewards alone, and go by notes alone: a note carries none, unless someone burns them on purpose. */
    private void requireConserved(Coin before, MinedBlock block) {
        Coin burnt = block.transactions().stream()
                .flatMap(transaction -> transaction.outputs().stream())
                .filter(output -> ScriptKind.isUnspendable(output.script()))
                .map(output -> output.value())
                .reduce(Coin.ZERO, Coin::add);
        Coin after = before.add(reward(block.height())).subtract(burnt);
        if (!unspent.total().equals(after)) {
            throw new IllegalStateException("coins were not conserved: " + unspent.total().value + " and not "
                    + after.value + " after " + block.link());
        }
    }

    /** Takes the newest block away, and returns it. */
    MinedBlock disconnect() {
        unspent.revert(journals.pop());
        return active.remove(active.size() - 1);
    }

    @Override
    public Sha256Hash bestBlock() {
        return tip().link().block().hash();
    }

    @Override
    public Link link(Sha256Hash block) {
        return block(block).link();
    }

    @Override
    public List<Transaction> transactions(Sha256Hash block) {
        return block(block).transactions();
    }

    List<MinedBlock> blocks() {
        return List.copyOf(active);
    }

    private MinedBlock block(Sha256Hash hash) {
        return Optional.ofNullable(known.get(hash))
                .orElseThrow(() -> new IllegalArgumentException("no such block: " + hash));
    }
}
