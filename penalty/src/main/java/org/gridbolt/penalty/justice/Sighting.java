package org.gridbolt.penalty.justice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The transaction that spent the wallet, as it stands in the chain.
 *
 * @param spender the transaction
 * @param height the block that holds it
 * @param units those of the issued units that it holds
 * @param spent its outputs that were spent in their turn, with the heights at which
 * @param point the point of the version, where a household told it after the version was published
 */
public record Sighting(
        Transaction spender,
        BlockHeight height,
        List<PendingUnit> units,
        SortedMap<Integer, BlockHeight> spent,
        Optional<PublicKey> point) {

    /** The largest transaction that a block can hold, in bytes: who mines need not ask what others relay. */
    private static final int SPENDER_SIZE_MAX = 4_000_000;

    private static final int OUTPUTS_MAX = 120_000;

    public Sighting {
        units = List.copyOf(units);
        spent = Collections.unmodifiableSortedMap(new TreeMap<>(spent));
    }

    /** With output {@code index} spent at {@code at}. */
    Sighting withSpent(int index, BlockHeight at) {
        SortedMap<Integer, BlockHeight> more = new TreeMap<>(spent);
        more.put(index, at);
        return new Sighting(spender, height, units, more, point);
    }

    /** With output {@code index} unspent again. */
    Sighting withUnspent(int index) {
        SortedMap<Integer, BlockHeight> fewer = new TreeMap<>(spent);
        fewer.remove(index);
        return new Sighting(spender, height, units, fewer, point);
    }

    /** Those of {@code outputs} that nobody has spent. */
    List<CommitmentOutput> left(List<CommitmentOutput> outputs) {
        return outputs.stream()
                .filter(output -> !spent.containsKey(output.index()))
                .toList();
    }

    /** The height of the last thing that happened to these outputs or to the transaction itself. */
    BlockHeight lastChange(List<CommitmentOutput> outputs) {
        return outputs.stream()
                .map(output -> spent.getOrDefault(output.index(), height))
                .reduce(height, (one, other) -> one.isAfter(other) ? one : other);
    }

    static boolean isOld(BlockHeight height, BlockHeight tip, BlockCount age) {
        return tip.value() - height.value() >= age.value();
    }

    void writeTo(CanonicalWriter writer) {
        writer.bytes(spender.serialize())
                .height(height)
                .list(
                        units,
                        (out, unit) ->
                                out.coins(unit.amount()).hash(unit.hash()).height(unit.claimableFrom()))
                .list(
                        List.copyOf(spent.entrySet()),
                        (out, entry) -> out.number(entry.getKey()).height(entry.getValue()))
                .flag(point.isPresent());
        point.ifPresent(writer::key);
    }

    static Sighting readFrom(CanonicalReader reader) {
        return new Sighting(
                Transaction.parse(reader.bytes(SPENDER_SIZE_MAX))
                        .orElseThrow(() -> new IllegalArgumentException("no transaction")),
                reader.height(),
                reader.list(OUTPUTS_MAX, in -> new PendingUnit(in.coins(), in.hash(), in.height())),
                readSpent(reader),
                reader.flag() ? Optional.of(reader.key()) : Optional.empty());
    }

    private static SortedMap<Integer, BlockHeight> readSpent(CanonicalReader reader) {
        SortedMap<Integer, BlockHeight> spent = new TreeMap<>();
        reader.list(OUTPUTS_MAX, in -> Map.entry(in.number(), in.height()))
                .forEach(entry -> spent.put(entry.getKey(), entry.getValue()));
        return spent;
    }
}
