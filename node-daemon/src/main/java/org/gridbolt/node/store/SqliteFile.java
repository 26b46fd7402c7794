package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The files of a store as SQLite has them: how they are made, opened and checked, and what its errors mean here. */
final class SqliteFile {

    private static final int BUSY_MILLIS = 10_000;

    private SqliteFile() {}

    /** A connection that forces every commit to the disk. The file is there: SQLite makes none. */
    static Connection connect(StoreFile kind, Path file) throws StoreUnusable {
        return connect(kind, file, false);
    }

    /** A connection that changes nothing: it does not even bring the log into the file when it is closed. */
    static Connection reader(StoreFile kind, Path file) throws StoreUnusable {
        return connect(kind, file, true);
    }

    private static Connection connect(StoreFile kind, Path file, boolean readOnly) throws StoreUnusable {
        if (!Files.isRegularFile(file)) {
            throw new StoreUnusable(new StoreFlaw.Missing(file, "the file of the store"));
        }
        Connection connection = null;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(readOnly);
            connection = config.createConnection("jdbc:sqlite:" + file);
            execute(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
            execute(connection, "PRAGMA synchronous = FULL");
            execute(connection, "PRAGMA fullfsync = ON");
            execute(connection, "PRAGMA checkpoint_fullfsync = ON");
            execute(connection, "PRAGMA trusted_schema = OFF");
            execute(connection, "PRAGMA cell_size_check = ON");
            return connection;
        } catch (SQLException failed) {
            closeQuietly(connection);
            throw unusable(kind, file, failed);
        }
    }

    /** Has the file keep a log, which is forced at each commit, and brought into the file now and then. */
    static void keepLog(StoreFile kind, Path file, Connection connection) throws StoreUnusable {
        try {
            if (!texts(connection, "PRAGMA journal_mode = WAL").equals(List.of("wal"))) {
                throw new StoreUnusable(new StoreFlaw.DiskFailed(file, "its file system has no shared memory"));
            }
        } catch (SQLException failed) {
            throw unusable(kind, file, failed);
        }
    }

    /** Makes the file, if it is not there, complete and in one step. */
    static void make(StoreFile kind, Path file, NodeRow row) throws StoreUnusable {
        Path part = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(part);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + part)) {
                execute(connection, "PRAGMA journal_mode = WAL");
                execute(connection, "PRAGMA application_id = " + kind.applicationId());
                execute(connection, "PRAGMA user_version = " + StoreFile.FORMAT);
                for (String table : kind.schema()) {
                    execute(connection, table);
                }
                insertRow(connection, row);
            }
            moveInPlace(part, file);
        } catch (SQLException failed) {
            throw unusable(kind, file, failed);
        } catch (IOException failed) {
            throw new StoreUnusable(new StoreFlaw.NotWritable(directoryOf(file)), failed);
        }
    }

    /** Forces {@code part} to the disk and gives it the name {@code file}, which is free. */
    static void moveInPlace(Path part, Path file) throws IOException {
        force(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(directoryOf(file), StandardOpenOption.READ);
    }

    /** The root of a file system is no file, so every file has one. */
    static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }

    /** What the file says of itself, if all of it is sound and of a known format. */
    static NodeRow checked(StoreFile kind, Path file, Connection connection) throws StoreUnusable {
        try {
            if (number(connection, "PRAGMA application_id") != kind.applicationId()) {
                throw new StoreUnusable(new StoreFlaw.Foreign(file));
            }
            int format = number(connection, "PRAGMA user_version");
            if (format > StoreFile.FORMAT) {
                throw new StoreUnusable(new StoreFlaw.Newer(file, "the store", format, StoreFile.FORMAT));
            }
            boolean whole = format == StoreFile.FORMAT
                    && texts(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
                            .equals(kind.schema());
            if (!whole) {
                throw new StoreUnusable(kind.damaged(file, "its tables"));
            }
            List<String> complaints = texts(connection, "PRAGMA integrity_check");
            if (!complaints.equals(List.of("ok"))) {
                throw new StoreUnusable(kind.damaged(file, oneLine(complaints.get(0))));
            }
            return row(connection).orElseThrow(() -> new StoreUnusable(kind.damaged(file, "what it says of itself")));
        } catch (SQLException failed) {
            throw unusable(kind, file, failed);
        }
    }

    private static String oneLine(String complaint) {
        return complaint.strip().replaceAll("\\s+", " ");
    }

    private static Optional<NodeRow> row(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT public_key, epoch, commits, seen, backup, checksum FROM node WHERE id = 1")) {
            if (!rows.next()) {
                return Optional.empty();
            }
            Bytes checksum = Bytes.of(rows.getBytes(6));
            int backup = rows.getInt(5);
            long epoch = rows.getLong(2);
            long commits = rows.getLong(3);
            long seen = rows.getLong(4);
            boolean counts = epoch >= 0 && commits >= 0 && seen >= 0 && (backup == 0 || backup == 1);
            return counts
                    ? PublicKey.parse(Bytes.of(rows.getBytes(1)))
                            .map(node -> new NodeRow(node, epoch, commits, seen, backup == 1))
                            .filter(row -> row.checksum().equals(checksum))
                    : Optional.empty();
        }
    }

    private static void insertRow(Connection connection, NodeRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO node (epoch, commits, seen, backup, checksum, public_key, id) VALUES (?, ?, ?, ?, ?, ?, 1)")) {
            bind(insert, row);
            insert.setBytes(6, row.node().bytes().toArray());
            insert.executeUpdate();
        }
    }

    /** Puts {@code next} in the place of {@code row}, unless another process has opened the file since that was read. */
    static boolean replaceRow(Connection connection, NodeRow row, NodeRow next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE node SET epoch = ?, commits = ?, seen = ?,"
                + " backup = ?, checksum = ? WHERE id = 1 AND epoch = ? AND commits = ?")) {
            bind(update, next);
            update.setLong(6, row.epoch());
            update.setLong(7, row.commits());
            return update.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement statement, NodeRow row) throws SQLException {
        statement.setLong(1, row.epoch());
        statement.setLong(2, row.commits());
        statement.setLong(3, row.seen());
        statement.setInt(4, row.backup() ? 1 : 0);
        statement.setBytes(5, row.checksum().toArray());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        return Integer.parseInt(texts(connection, sql).get(0));
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Where a commit failed SQLite may have rolled back already, which makes this one fail. */
    static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyDone) {
            return;
        }
    }

    /** What was committed is durable, whatever closing says. */
    static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException unclosed) {
            return;
        }
    }

    /** What an error of SQLite means for the store. */
    static StoreUnusable unusable(StoreFile kind, Path file, SQLException failed) {
        SQLiteErrorCode code =
                failed instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return new StoreUnusable(flaw(kind, file, code, oneLine(String.valueOf(failed.getMessage()))), failed);
    }

    /** An extended code carries the plain one in its low byte. */
    private static StoreFlaw flaw(StoreFile kind, Path file, SQLiteErrorCode code, String message) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL -> new StoreFlaw.DiskFull(file);
            case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH, SQLITE_CONSTRAINT ->
                kind.damaged(file, message);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> new StoreFlaw.NotWritable(file);
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> new StoreFlaw.InUse(file, Optional.empty());
            default -> new StoreFlaw.DiskFailed(file, message);
        };
    }
}
