package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gridbolt.multisig.key.PublicKey;

/** Backups of the channels. One says of itself that it is one, so that a copy made by hand is noticed like a restored one. */
final class Backup {

    private Backup() {}

    /** Copies what is committed now, in one piece, while the store goes on. */
    static void write(Database channels, Path file) throws StoreUnusable {
        requireFree(file);
        Path part = part(file);
        try {
            Files.deleteIfExists(part);
            int unused = channels.read(connection -> vacuum(connection, part));
            mark(part);
            SqliteFile.moveInPlace(part, file);
        } catch (IOException failed) {
            throw failed instanceof StoreUnusable unusable
                    ? unusable
                    : new StoreUnusable(new StoreFlaw.NotWritable(file), failed);
        } finally {
            discard(part);
        }
    }

    private static int vacuum(Connection connection, Path part) throws SQLException {
        try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, part.toString());
            return copy.executeUpdate();
        }
    }

    private static void mark(Path part) throws StoreUnusable {
        try (Connection connection = SqliteFile.connect(StoreFile.CHANNELS, part)) {
            NodeRow row = SqliteFile.checked(StoreFile.CHANNELS, part, connection);
            boolean unused = SqliteFile.replaceRow(connection, row, row.asBackup());
        } catch (SQLException failed) {
            throw SqliteFile.unusable(StoreFile.CHANNELS, part, failed);
        }
    }

    /** Puts {@code backup}, which is checked first, into {@code directory}, which has no channels. */
    static void restore(Path backup, Path directory, PublicKey node) throws StoreUnusable {
        try (StoreLock lock = StoreLock.on(directory)) {
            Path file = StoreFile.CHANNELS.in(lock.directory());
            requireFree(file);
            requireFree(file.resolveSibling(file.getFileName() + "-wal"));
            Path part = part(file);
            try {
                Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
                check(backup, part, node);
                SqliteFile.moveInPlace(part, file);
            } finally {
                discard(part);
            }
        } catch (NoSuchFileException gone) {
            throw new StoreUnusable(new StoreFlaw.Missing(backup, "the backup"), gone);
        } catch (IOException failed) {
            throw failed instanceof StoreUnusable unusable
                    ? unusable
                    : new StoreUnusable(new StoreFlaw.NotWritable(directory), failed);
        }
    }

    /** What was copied is what counts; what is wrong with it is wrong with {@code backup}. */
    private static void check(Path backup, Path part, PublicKey node) throws StoreUnusable {
        try (Connection connection = SqliteFile.connect(StoreFile.CHANNELS, part)) {
            NodeRow row = SqliteFile.checked(StoreFile.CHANNELS, backup, connection);
            if (!row.backup()) {
                throw new StoreUnusable(new StoreFlaw.Foreign(backup));
            }
            if (!row.node().equals(node)) {
                throw new StoreUnusable(new StoreFlaw.OtherNode(backup, row.node(), node));
            }
            ChannelTable.Rows rows = ChannelTable.all(connection);
            boolean whole = rows.damaged().isEmpty();
            for (ChannelRow channel : rows.sound()) {
                whole &= ChannelTable.journal(connection, channel).isPresent();
            }
            if (!whole) {
                throw new StoreUnusable(new StoreFlaw.Damaged(backup, "a channel"));
            }
        } catch (SQLException failed) {
            throw SqliteFile.unusable(StoreFile.CHANNELS, backup, failed);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static void requireFree(Path file) throws StoreUnusable {
        if (Files.exists(file)) {
            throw new StoreUnusable(new StoreFlaw.Exists(file));
        }
    }

    /** A part that was left is overwritten by the next one. */
    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            return;
        }
    }
}
