package org.gridbolt.channel.signer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;

/**
 * Records in a directory, one file for each key id. A new record is written beside the old one, forced to the disk, and then
 * takes its place in one step, which is forced too: after a power cut there is the one or the other, and never half of one.
 */
public final class FileMarks implements SignerMarks {

    private final Path directory;

    /** In {@code directory}, which exists; nobody else may write there. */
    public FileMarks(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Bytes> load(KeyId keyId) throws IOException {
        try {
            return Optional.of(Bytes.of(Files.readAllBytes(file(keyId, "mark"))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void save(KeyId keyId, Bytes mark) throws IOException {
        Path written = file(keyId, "new");
        try (FileChannel file = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer content = ByteBuffer.wrap(mark.toArray());
            while (content.hasRemaining()) {
                file.write(content);
            }
            file.force(true);
        }
        Files.move(written, file(keyId, "mark"), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    /** A rename is durable once its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private Path file(KeyId keyId, String kind) {
        return directory.resolve(keyId.value().toHex() + "." + kind);
    }
}
