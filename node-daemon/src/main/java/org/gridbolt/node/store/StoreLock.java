package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directory for one process. The lock is the system's, on a file that stays, so that it ends with the process however that ends;
 * in the file stands who has it. Within a process a system's lock counts for all, so that is asked first.
 */
final class StoreLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final int ID_DIGITS_MAX = 20;
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel file;

    private StoreLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    /** Takes {@code directory}. */
    static StoreLock on(Path directory) throws StoreUnusable {
        Path real = real(directory);
        if (!HELD_HERE.add(real)) {
            throw new StoreUnusable(new StoreFlaw.InUse(
                    real, Optional.of(ProcessHandle.current().pid())));
        }
        try {
            return taken(real);
        } catch (IOException | RuntimeException failed) {
            HELD_HERE.remove(real);
            throw failed instanceof StoreUnusable unusable
                    ? unusable
                    : new StoreUnusable(new StoreFlaw.NotWritable(real), failed);
        }
    }

    private static Path real(Path directory) throws StoreUnusable {
        if (!Files.isDirectory(directory)) {
            throw new StoreUnusable(new StoreFlaw.Missing(directory, "the directory of the store"));
        }
        try {
            return directory.toRealPath();
        } catch (IOException unreadable) {
            throw new StoreUnusable(new StoreFlaw.NotWritable(directory), unreadable);
        }
    }

    private static StoreLock taken(Path real) throws IOException {
        FileChannel file = FileChannel.open(
                real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new StoreUnusable(new StoreFlaw.InUse(real, holder(file)));
            }
            String id = Long.toString(ProcessHandle.current().pid());
            file.truncate(0);
            file.write(ByteBuffer.wrap(id.getBytes(StandardCharsets.US_ASCII)), 0);
            return new StoreLock(real, file);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private static Optional<Long> holder(FileChannel file) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(ID_DIGITS_MAX);
        file.read(content, 0);
        String text = new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII);
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The directory, by its real name. */
    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.close();
            HELD_HERE.remove(directory);
        }
    }
}
