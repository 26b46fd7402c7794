package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.gridbolt.multisig.key.PublicKey;

/**
 * A backup of the channels. It says of itself that it is one, so that a copy made by hand is noticed like a restored one.
 *
 * @param node whose it is: a node key
 * @param channels how many are in it
 */
public record Backup(PublicKey node, int channels) {

    /** Copies what is committed now in {@code directory}, in one piece, while the store there goes on, in whatever process. */
    static Backup write(Path directory, Path file) throws StoreUnusable {
        Path channels = StoreFile.CHANNELS.in(directory);
        requireFree(file);
        Path part = part(file);
        try {
            Files.deleteIfExists(part);
            copy(channels, part);
            Backup written = mark(part, channels);
            Seal.put(part);
            SqliteFile.moveInPlace(part, file);
            return written;
        } catch (IOException failed) {
            throw unusable(failed, file, channels);
        } finally {
            discard(part);
        }
    }

    private static void copy(Path channels, Path part) throws StoreUnusable {
        try (Connection connection = SqliteFile.reader(StoreFile.CHANNELS, channels);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            NodeRow unused = SqliteFile.checked(StoreFile.CHANNELS, channels, connection);
            copy.setString(1, part.toString());
            int unusedCount = copy.executeUpdate();
        } catch (SQLException failed) {
            throw SqliteFile.unusable(StoreFile.CHANNELS, channels, failed);
        }
    }

    /** A backup that nobody could restore is none: it is not made. */
    private static Backup mark(Path part, Path channels) throws StoreUnusable {
        try (Connection connection = SqliteFile.connect(StoreFile.CHANNELS, part)) {
            NodeRow row = SqliteFile.checked(StoreFile.CHANNELS, part, connection);
            boolean unused = SqliteFile.replaceRow(connection, row, row.asBackup());
            return new Backup(row.node(), whole(connection, channels));
        } catch (SQLException failed) {
            throw SqliteFile.unusable(StoreFile.CHANNELS, part, failed);
        }
    }

    /**
     * Puts {@code backup}, which is checked first, into {@code directory}, which has no channels.
     *
     * @param node whose it has to be, if that is known; whose the signer's records in {@code directory} are it has to be in any case
     */
    static Backup restore(Path backup, Path directory, Optional<PublicKey> node) throws StoreUnusable {
        try (StoreLock lock = StoreLock.on(directory)) {
            Path file = StoreFile.CHANNELS.in(lock.directory());
            requireFree(file);
            requireEmpty(file.resolveSibling(file.getFileName() + "-wal"));
            Path part = part(file);
            try {
                Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
                boolean whole = Seal.takeOff(part);
                Backup restored = checked(backup, part);
                if (!whole) {
                    throw new StoreUnusable(new StoreFlaw.BackupDamaged(backup, "its checksum"));
                }
                restored.requireOf(node, backup);
                restored.requireOf(signersNode(lock.directory()), backup);
                SqliteFile.moveInPlace(part, file);
                return restored;
            } finally {
                discard(part);
            }
        } catch (NoSuchFileException gone) {
            throw new StoreUnusable(new StoreFlaw.Missing(backup, "the backup"), gone);
        } catch (IOException failed) {
            throw unusable(failed, StoreFile.CHANNELS.in(directory), backup);
        }
    }

    private void requireOf(Optional<PublicKey> self, Path backup) throws StoreUnusable {
        if (self.isPresent() && !self.get().equals(node)) {
            throw new StoreUnusable(new StoreFlaw.OtherNode(backup, node, self.get()));
        }
    }

    private static Optional<PublicKey> signersNode(Path directory) throws StoreUnusable {
        Path signer = StoreFile.SIGNER.in(directory);
        if (!Files.exists(signer)) {
            return Optional.empty();
        }
        try (Connection connection = SqliteFile.reader(StoreFile.SIGNER, signer)) {
            return Optional.of(
                    SqliteFile.checked(StoreFile.SIGNER, signer, connection).node());
        } catch (SQLException failed) {
            throw SqliteFile.unusable(StoreFile.SIGNER, signer, failed);
        }
    }

    /** What was copied is what counts; what is wrong with it is wrong with {@code backup}. */
    private static Backup checked(Path backup, Path part) throws StoreUnusable {
        try (Connection connection = SqliteFile.connect(StoreFile.CHANNELS, part)) {
            NodeRow row = SqliteFile.checked(StoreFile.CHANNELS, backup, connection);
            if (!row.backup()) {
                throw new StoreUnusable(new StoreFlaw.NoBackup(backup));
            }
            return new Backup(row.node(), whole(connection, backup));
        } catch (SQLException failed) {
            throw ofBackup(backup, SqliteFile.unusable(StoreFile.CHANNELS, backup, failed));
        } catch (StoreUnusable flawed) {
            throw ofBackup(backup, flawed);
        }
    }

    /** How many channels there are, all of them as they were written; {@code blamed} is damaged if they are not. */
    private static int whole(Connection connection, Path blamed) throws SQLException, StoreUnusable {
        ChannelTable.Rows rows = ChannelTable.all(connection);
        boolean whole = rows.damaged().isEmpty();
        for (ChannelRow channel : rows.sound()) {
            whole &= ChannelTable.journal(connection, channel).isPresent();
        }
        if (!whole) {
            throw new StoreUnusable(new StoreFlaw.Damaged(blamed, "a channel"));
        }
        return rows.sound().size();
    }

    private static StoreUnusable ofBackup(Path backup, StoreUnusable flawed) {
        return flawed.flaw() instanceof StoreFlaw.Damaged damaged
                ? new StoreUnusable(new StoreFlaw.BackupDamaged(backup, damaged.what()), flawed)
                : flawed;
    }

    /** Why {@code file} was not made out of {@code source}. */
    private static StoreUnusable unusable(IOException failed, Path file, Path source) {
        if (failed instanceof StoreUnusable unusable && !(unusable.flaw() instanceof StoreFlaw.DiskFailed)) {
            return unusable;
        }
        if (isFull(file, source)) {
            return new StoreUnusable(new StoreFlaw.DiskFull(file), failed);
        }
        return failed instanceof StoreUnusable unusable
                ? unusable
                : new StoreUnusable(new StoreFlaw.NotWritable(file), failed);
    }

    /** The system says in its own words that there is no room; how much there is it says in numbers. */
    private static boolean isFull(Path file, Path source) {
        try {
            return Files.getFileStore(SqliteFile.directoryOf(file)).getUsableSpace() < Files.size(source);
        } catch (IOException unknown) {
            return false;
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

    /** A log with something in it would be taken for the restored file's. */
    private static void requireEmpty(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new StoreUnusable(new StoreFlaw.Exists(log));
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
