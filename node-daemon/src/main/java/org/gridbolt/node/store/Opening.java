package org.gridbolt.node.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.key.PublicKey;

/**
 * How a store is opened: alone, whole, of this node, and with each file as new as the other one says. Channels that may be old are
 * marked before anything can be done with them.
 */
final class Opening {

    private final Path directory;
    private final PublicKey node;
    private final boolean hadChannels;
    private final boolean hadSigner;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Opening(StoreLock lock, PublicKey node) {
        this.directory = lock.directory();
        this.node = node;
        this.hadChannels = Files.exists(StoreFile.CHANNELS.in(directory));
        this.hadSigner = Files.exists(StoreFile.SIGNER.in(directory));
        open.push(lock);
    }

    static NodeStore of(Path directory, PublicKey node) throws StoreUnusable {
        StoreLock lock = StoreLock.on(directory);
        Opening opening = new Opening(lock, node);
        try {
            return opening.store(lock);
        } catch (StoreUnusable | RuntimeException failed) {
            opening.giveUp();
            throw failed;
        }
    }

    private void giveUp() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    /** Why the store is not opened is told; that a part of it was not closed either adds nothing. */
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception unclosed) {
            return;
        }
    }

    private NodeStore store(StoreLock lock) throws StoreUnusable {
        Optional<Database> oldSigner = hadSigner ? Optional.of(database(StoreFile.SIGNER)) : Optional.empty();
        if (!hadChannels && oldSigner.filter(file -> file.row().seen() > 0).isPresent()) {
            throw new StoreUnusable(
                    new StoreFlaw.Missing(StoreFile.CHANNELS.in(directory), "the channels that the signer signed for"));
        }
        Database channels = made(StoreFile.CHANNELS, NodeRow.first(node));
        if (oldSigner.isPresent() && isBehind(oldSigner.get(), channels)) {
            throw new StoreUnusable(new StoreFlaw.SignerBehind(StoreFile.SIGNER.in(directory)));
        }
        Optional<Staleness> staleness = cause(channels, oldSigner).map(cause -> new Staleness(channels.file(), cause));
        take(channels, oldSigner, staleness.isPresent());
        long seen = channels.row().seen();
        Database signer = oldSigner.isPresent()
                ? oldSigner.get()
                : made(StoreFile.SIGNER, NodeRow.first(node).above(seen));
        signer.take(signer.row().taken(), connection -> {});
        channels.witness(() -> signer.row().commits());
        signer.witness(() -> channels.row().commits());
        return NodeStore.of(lock, channels, signer, staleness);
    }

    private Database made(StoreFile kind, NodeRow first) throws StoreUnusable {
        Path file = kind.in(directory);
        if (!Files.exists(file)) {
            SqliteFile.make(kind, file, first);
        }
        return database(kind);
    }

    private Database database(StoreFile kind) throws StoreUnusable {
        Database database = Database.open(kind, directory, node);
        open.push(database);
        return database;
    }

    private static boolean isBehind(Database signer, Database channels) throws StoreUnusable {
        return signer.row().commits()
                < Math.max(signer.highest(), channels.row().seen());
    }

    private Optional<Staleness.Cause> cause(Database channels, Optional<Database> signer) throws StoreUnusable {
        NodeRow row = channels.row();
        if (row.backup()) {
            return Optional.of(Staleness.Cause.BACKUP);
        }
        if (signer.isEmpty() && row.epoch() > 0) {
            return Optional.of(Staleness.Cause.SIGNER_NEW);
        }
        return hadChannels && row.commits() < known(channels, signer)
                ? Optional.of(Staleness.Cause.COMMITS_MISSING)
                : Optional.empty();
    }

    private static long known(Database channels, Optional<Database> signer) throws StoreUnusable {
        return Math.max(
                channels.highest(), signer.map(file -> file.row().seen()).orElse(0L));
    }

    /** Fences off whoever had the file before; channels that may be old are marked in the same commit. */
    private static void take(Database channels, Optional<Database> signer, boolean stale) throws StoreUnusable {
        if (stale) {
            channels.take(channels.row().above(known(channels, signer)).taken(), Opening::markAll);
        } else {
            channels.take(channels.row().taken(), connection -> {});
        }
    }

    private static void markAll(Connection connection) throws SQLException {
        for (ChannelRow row : ChannelTable.all(connection).sound()) {
            ChannelTable.put(connection, row.asRestored(), List.of());
        }
    }
}
