package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.bitcoinj.base.Sha256Hash;

/**
 * How many commits a file of a store had at least, in a small file beside it. It is written after a commit is durable and not forced
 * to the disk, so it costs next to nothing and may lag behind, but is never ahead: a store that has fewer commits than its
 * watermark has lost some. An unreadable watermark proves nothing and says 0.
 */
final class Watermark implements AutoCloseable {

    private static final int CHECKSUM = 8;
    private static final int SIZE = Long.BYTES + CHECKSUM;

    private final FileChannel file;

    private Watermark(FileChannel file) {
        this.file = file;
    }

    static Watermark open(Path path) throws IOException {
        return new Watermark(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    long commits() throws IOException {
        ByteBuffer content = ByteBuffer.allocate(SIZE);
        int read = file.read(content, 0);
        long commits = content.flip().limit() >= Long.BYTES ? content.getLong(0) : 0;
        return read == SIZE && Arrays.equals(content.array(), encode(commits)) ? commits : 0;
    }

    void raise(long commits) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(encode(commits));
        while (content.hasRemaining()) {
            file.write(content, content.position());
        }
    }

    private static byte[] encode(long commits) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(commits).array();
        return ByteBuffer.allocate(SIZE)
                .put(number)
                .put(Sha256Hash.hash(number), 0, CHECKSUM)
                .array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
