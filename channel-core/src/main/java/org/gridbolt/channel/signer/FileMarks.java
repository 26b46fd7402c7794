package org.gridbolt.channel.signer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;

/**
 * Records in a directory, one file for each key id. A new record is written beside the old one, forced to the disk, and then
 * takes its place in one step, which is forced too: after a power cut there is the one or the other, and never half of one.
 * The directory is locked while this is open, so that no two processes sign by the same records.
 */
public final class FileMarks implements SignerMarks, AutoCloseable {

    private final Path directory;
    private final Disk disk;
    private final DirectoryLock lock;

    private FileMarks(Path directory, Disk disk, DirectoryLock lock) {
        this.directory = directory;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * The records in {@code directory}, which exists on a disk of this machine.
     *
     * @throws MarksInUse if another process has them open, or this one
     * @throws IOException if the directory is missing or cannot be locked
     */
    public static FileMarks open(Path directory) throws IOException {
        return open(directory, Disk.REAL);
    }

    static FileMarks open(Path directory, Disk disk) throws IOException {
        return new FileMarks(directory, disk, DirectoryLock.on(directory));
    }

    /**
     * The record of that key id; nothing before the first.
     *
     * @throws MarkUnreadable if there is one that is damaged, or of a newer form
     * @throws IOException if the file cannot be read, or this is closed
     */
    @Override
    public Optional<Bytes> load(KeyId keyId) throws IOException {
        requireOpen();
        Path file = file(keyId, "mark");
        try (InputStream content = Files.newInputStream(file)) {
            Bytes read = Bytes.of(content.readNBytes(MarkFile.SIZE_MAX + 1));
            return Optional.of(MarkFile.decode(read, "in " + file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void save(KeyId keyId, Bytes mark) throws IOException {
        requireOpen();
        Path written = file(keyId, "new");
        disk.write(written, MarkFile.encode(mark));
        disk.rename(written, file(keyId, "mark"));
        disk.force(directory);
    }

    private void requireOpen() throws IOException {
        if (!lock.isHeld()) {
            throw new ClosedChannelException();
        }
    }

    private Path file(KeyId keyId, String kind) {
        return directory.resolve(keyId.value().toHex() + "." + kind);
    }

    /** Lets others open the records. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
