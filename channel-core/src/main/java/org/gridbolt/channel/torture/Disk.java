package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridbolt.multisig.Bytes;

/**
 * The disk of one process: what is written is lost with the power until it is synced. All of it that is written between two syncs is
 * there after the second, or nothing of it.
 */
final class Disk {

    private final Fuse fuse;
    private final Map<String, Bytes> durable = new TreeMap<>();
    private final Map<String, Bytes> written = new LinkedHashMap<>();
    private boolean syncing;

    Disk(Fuse fuse) {
        this.fuse = fuse;
    }

    /** Writes a record; together with all others that are written before the next sync it is there, or none is. */
    void write(String name, Bytes content) {
        fuse.boundary();
        written.put(name, content);
    }

    /** Returns when everything written survives a power cut. */
    void sync() {
        fuse.boundary();
        syncing = true;
        fuse.boundary();
        durable.putAll(written);
        written.clear();
        syncing = false;
        fuse.boundary();
    }

    /** The power is gone: what was not synced never was. In the middle of a sync that is as it pleases the disk. */
    void cut(Dice dice) {
        if (syncing && dice.happens(500)) {
            durable.putAll(written);
        }
        syncing = false;
        written.clear();
    }

    /** What survived. */
    Optional<Bytes> read(String name) {
        return Optional.ofNullable(durable.get(name));
    }

    /** What survived of a numbered file, in order. */
    List<Bytes> readAll(String prefix, int count) {
        List<Bytes> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            read(prefix + i).ifPresent(entries::add);
        }
        return entries;
    }

    /** A copy of what is durable, as a backup holds it. */
    Map<String, Bytes> backup() {
        return new TreeMap<>(durable);
    }

    /** Puts a backup in the place of everything. */
    void restore(Map<String, Bytes> backup) {
        durable.clear();
        written.clear();
        durable.putAll(backup);
    }
}
