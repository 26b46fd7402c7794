package org.gridbolt.channel.signer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.gridbolt.multisig.Bytes;

/** The three steps by which a file is replaced so that a power cut leaves the old one or the new one. A test takes each away. */
interface Disk {

    /** Writes {@code content} as all of {@code file} and returns once the disk has it. */
    void write(Path file, Bytes content) throws IOException;

    /** Puts {@code from} in the place of {@code to}, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Returns once the disk has the names in {@code directory}. */
    void force(Path directory) throws IOException;

    /** The disk that there is. */
    Disk REAL = new Disk() {
        @Override
        public void write(Path file, Bytes content) throws IOException {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(content.toArray());
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void force(Path directory) throws IOException {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    };
}
