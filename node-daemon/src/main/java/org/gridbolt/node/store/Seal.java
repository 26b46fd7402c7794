package org.gridbolt.node.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bitcoinj.base.Sha256Hash;

/**
 * The last 32 bytes of a backup: the SHA-256 of all before them. A file that was cut short, or of which any byte was changed, is found
 * out by it, also where SQLite would not look or not mind.
 */
final class Seal {

    private static final int SIZE = Sha256Hash.LENGTH;
    private static final int BUFFER = 65_536;

    private Seal() {}

    /** Seals {@code file}. */
    static void put(Path file) throws IOException {
        Files.write(file, hash(file, Files.size(file)), StandardOpenOption.APPEND);
    }

    /** Takes the seal off {@code file}, if it is one; whether it was. */
    static boolean takeOff(Path file) throws IOException {
        long content = Files.size(file) - SIZE;
        if (content < 0) {
            return false;
        }
        byte[] expected = hash(file, content);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer seal = ByteBuffer.allocate(SIZE);
            boolean whole = channel.read(seal, content) == SIZE && Arrays.equals(seal.array(), expected);
            return whole && channel.truncate(content).isOpen();
        }
    }

    private static byte[] hash(Path file, long size) throws IOException {
        MessageDigest digest = Sha256Hash.newDigest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file)) {
            long left = size;
            while (left > 0) {
                int read = content.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return digest.digest();
    }
}
