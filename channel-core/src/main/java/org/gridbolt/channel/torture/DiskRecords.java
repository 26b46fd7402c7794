package org.gridbolt.channel.torture;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;

/** A head that is replaced and a journal that grows, on a disk: the form in which both machines are stored. */
final class DiskRecords {

    private static final String HEAD = "head";
    private static final String SIZE = "journal size";
    private static final String ENTRY = "journal ";

    private final Disk disk;
    private int entries;

    /** What {@code disk} holds. */
    DiskRecords(Disk disk) {
        this.disk = disk;
        this.entries = disk.read(SIZE)
                .map(size -> ByteBuffer.wrap(size.toArray()).getInt())
                .orElse(0);
    }

    /** Returns when both survive a power cut. */
    void save(Bytes head, Journal journal) {
        for (Bytes entry : journal.since(entries)) {
            disk.write(ENTRY + entries, entry);
            entries++;
        }
        disk.write(
                SIZE,
                Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(entries).array()));
        disk.write(HEAD, head);
        disk.sync();
    }

    Optional<Bytes> head() {
        return disk.read(HEAD);
    }

    Journal journal() {
        List<Bytes> all = disk.readAll(ENTRY, entries);
        return Journal.of(all);
    }
}
