package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import org.gridbolt.multisig.key.PublicKey;

/**
 * One file of a store, open for writing. A commit returns once the disk has it: SQLite's write-ahead log is forced at each. It is
 * counted, and refused when another process has opened the file since.
 */
final class Database implements AutoCloseable {

    /** A part of a commit. */
    @FunctionalInterface
    interface Write {
        void apply(Connection connection) throws SQLException;
    }

    /** What is asked of the file. */
    @FunctionalInterface
    interface Query<T> {
        T of(Connection connection) throws SQLException, StoreUnusable;
    }

    private final StoreFile kind;
    private final Path file;
    private final Connection connection;
    private final Watermark watermark;
    private volatile NodeRow row;
    private LongSupplier others = () -> 0;

    private Database(StoreFile kind, Path file, Connection connection, Watermark watermark, NodeRow row) {
        this.kind = kind;
        this.file = file;
        this.connection = connection;
        this.watermark = watermark;
        this.row = row;
    }

    /** Opens the file of that kind in {@code directory}, which has it, for {@code self}; it is not taken over yet. */
    static Database open(StoreFile kind, Path directory, PublicKey self) throws StoreUnusable {
        Path file = kind.in(directory);
        NodeRow row = checked(kind, file, self);
        Connection connection = SqliteFile.connect(kind, file);
        try {
            SqliteFile.keepLog(kind, file, connection);
            return new Database(kind, file, connection, Watermark.open(kind.watermark(directory)), row);
        } catch (IOException | RuntimeException failed) {
            SqliteFile.closeQuietly(connection);
            throw failed instanceof StoreUnusable unusable
                    ? unusable
                    : new StoreUnusable(new StoreFlaw.NotWritable(directory), failed);
        }
    }

    private static NodeRow checked(StoreFile kind, Path file, PublicKey self) throws StoreUnusable {
        try (Connection reader = SqliteFile.reader(kind, file)) {
            NodeRow row = SqliteFile.checked(kind, file, reader);
            if (!row.node().equals(self)) {
                throw new StoreUnusable(new StoreFlaw.OtherNode(file, row.node(), self));
            }
            return row;
        } catch (SQLException failed) {
            throw SqliteFile.unusable(kind, file, failed);
        }
    }

    Path file() {
        return file;
    }

    StoreFile kind() {
        return kind;
    }

    NodeRow row() {
        return row;
    }

    /** How many commits there were at least, as this file or its watermark says. */
    long highest() throws StoreUnusable {
        try {
            return Math.max(row.commits(), watermark.commits());
        } catch (IOException failed) {
            throw new StoreUnusable(new StoreFlaw.DiskFailed(file, String.valueOf(failed.getMessage())), failed);
        }
    }

    /** Writes down, with each commit from now on, how many the other file of the store has. */
    void witness(LongSupplier commits) {
        others = commits;
    }

    /** Makes this process the only one that writes; {@code first} belongs to the same commit. */
    void take(NodeRow taken, Write first) throws StoreUnusable {
        commit(taken, List.of(first));
    }

    /** All of {@code writes} or nothing. */
    void commit(List<Write> writes) throws StoreUnusable {
        commit(row.committed(others.getAsLong()), writes);
    }

    private void commit(NodeRow next, List<Write> writes) throws StoreUnusable {
        try {
            SqliteFile.execute(connection, "BEGIN IMMEDIATE");
            if (!SqliteFile.replaceRow(connection, row, next)) {
                throw new StoreUnusable(new StoreFlaw.Fenced(file));
            }
            for (Write write : writes) {
                write.apply(connection);
            }
            SqliteFile.execute(connection, "COMMIT");
        } catch (SQLException failed) {
            SqliteFile.rollBack(connection);
            throw SqliteFile.unusable(kind, file, failed);
        } catch (StoreUnusable | RuntimeException failed) {
            SqliteFile.rollBack(connection);
            throw failed;
        }
        row = next;
        try {
            watermark.raise(next.commits());
        } catch (IOException failed) {
            throw new StoreUnusable(new StoreFlaw.DiskFailed(file, String.valueOf(failed.getMessage())), failed);
        }
    }

    /** Asks by a connection of its own, which sees what is committed. */
    <T> T read(Query<T> query) throws StoreUnusable {
        try (Connection reader = SqliteFile.reader(kind, file)) {
            return query.of(reader);
        } catch (SQLException failed) {
            throw SqliteFile.unusable(kind, file, failed);
        }
    }

    /** Gives the file free; what was committed is in it. */
    @Override
    public void close() throws IOException {
        SqliteFile.closeQuietly(connection);
        watermark.close();
    }
}
