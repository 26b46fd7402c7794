package org.gridbolt.node.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.store.StaleState;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/** The place of one channel in the file. What is stored there is loaded before it can be replaced. */
final class ChannelRecord {

    /**
     * What is stored of the channel.
     *
     * @param head the newest state
     * @param journal what never changes
     */
    record Stored(Bytes head, Journal journal) {}

    private final GroupCommit writer;
    private ChannelRow row;
    private boolean known;

    ChannelRecord(GroupCommit writer, ChannelRow row) {
        this.writer = writer;
        this.row = row;
        this.known = !row.isStored();
    }

    Path file() {
        return writer.database().file();
    }

    synchronized ChannelRow row() {
        return row;
    }

    /**
     * What is stored; nothing before the first save.
     *
     * @param format the newest version of a head's format that can be read
     */
    synchronized Optional<Stored> load(int format) throws StoreUnusable {
        if (!row.isStored()) {
            return Optional.empty();
        }
        Stored stored = writer.database().read(connection -> {
            ChannelRow found =
                    ChannelTable.find(connection, row.id()).filter(row::equals).orElseThrow(() -> damaged("its head"));
            List<Bytes> entries = ChannelTable.journal(connection, found).orElseThrow(() -> damaged("its journal"));
            return new Stored(found.head(), Journal.of(entries));
        });
        int version = Byte.toUnsignedInt(stored.head().at(0));
        if (version > format) {
            throw new StoreUnusable(new StoreFlaw.Newer(file(), "channel " + row.keyId(), version, format));
        }
        known = true;
        return Optional.of(stored);
    }

    /** The same, decoded; what cannot be decoded is damaged. */
    <S> Optional<S> load(int format, Function<Stored, Outcome<S, DecodingFlaw>> decoder) throws StoreUnusable {
        Optional<Outcome<S, DecodingFlaw>> decoded = load(format).map(decoder);
        Optional<DecodingFlaw> flaw = decoded.flatMap(Outcome::flaw);
        if (flaw.isPresent()) {
            throw damaged(flaw.get().message());
        }
        return decoded.flatMap(Outcome::value);
    }

    /** Whether the channel is one from a backup, which it is for good once {@code stale} shows it. */
    boolean isRestored(Optional<StaleState> stale) throws StoreUnusable {
        if (stale.isPresent()) {
            markRestored();
        }
        return row().restored();
    }

    StoreUnusable damaged(String what) {
        return new StoreUnusable(new StoreFlaw.ChannelDamaged(file(), row.keyId(), what));
    }

    /** Returns once this is what is stored. */
    synchronized void save(Bytes head, Journal journal) throws StoreUnusable {
        if (!known) {
            throw new StoreUnusable(new StoreFlaw.ChannelExists(file(), row.keyId()));
        }
        if (journal.size() < row.entries()) {
            throw new IllegalStateException("a journal only grows: channel " + row.keyId());
        }
        List<Bytes> newest = journal.since(row.entries());
        commit(row.with(head, newest), newest);
    }

    /** From now on, and after every restart, the channel is one from a backup. */
    private synchronized void markRestored() throws StoreUnusable {
        if (!row.restored()) {
            commit(row.asRestored(), List.of());
        }
    }

    private void commit(ChannelRow next, List<Bytes> newest) throws StoreUnusable {
        writer.commit(connection -> ChannelTable.put(connection, next, newest));
        row = next;
    }
}
