package org.gridbolt.channel.signer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A directory for one alone. The lock is the system's, on a file that stays: it ends with the process, also with one that is
 * killed. Within a process a lock counts for all, and closing any channel of the file would end it, so that is asked first.
 */
final class DirectoryLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel file;

    private DirectoryLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    /** Takes {@code directory}, which exists. */
    static DirectoryLock on(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD_HERE.add(real)) {
            throw new MarksInUse(directory);
        }
        try {
            return locked(real);
        } catch (IOException | RuntimeException failed) {
            HELD_HERE.remove(real);
            throw failed;
        }
    }

    private static DirectoryLock locked(Path real) throws IOException {
        FileChannel file = FileChannel.open(real.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock == null) {
                throw new MarksInUse(real);
            }
            return new DirectoryLock(real, file);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    boolean isHeld() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.close();
            HELD_HERE.remove(directory);
        }
    }
}
