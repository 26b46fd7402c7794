package org.gridbolt.node.store;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * A channel as a row of the file.
 *
 * @param id its number in the file
 * @param keyId the key id that this node has in it: its name
 * @param role what this node is in it
 * @param restored whether it comes from a backup: then it publishes nothing of its own any more
 * @param head the newest state
 * @param entries how many entries its journal has
 * @param journal a hash of all of them: each is hashed with the hash of those before
 */
record ChannelRow(long id, KeyId keyId, Party role, boolean restored, Bytes head, int entries, Sha256Hash journal) {

    /** A channel of which nothing is stored yet. */
    static ChannelRow first(long id, KeyId keyId, Party role) {
        return new ChannelRow(id, keyId, role, false, Bytes.EMPTY, 0, Sha256Hash.ZERO_HASH);
    }

    ChannelRow with(Bytes next, List<Bytes> more) {
        return new ChannelRow(
                id, keyId, role, restored, next, Math.addExact(entries, more.size()), chained(journal, more));
    }

    ChannelRow asRestored() {
        return new ChannelRow(id, keyId, role, true, head, entries, journal);
    }

    boolean isStored() {
        return !head.equals(Bytes.EMPTY);
    }

    /** The hash of a journal with these entries after those of which {@code journal} is the hash. */
    static Sha256Hash chained(Sha256Hash journal, List<Bytes> more) {
        Sha256Hash hash = journal;
        for (Bytes entry : more) {
            Bytes both = Bytes.of(hash.getBytes()).concat(entry);
            hash = Sha256Hash.of(both.toArray());
        }
        return hash;
    }

    /** What shows that a byte of the row was changed. */
    Bytes checksum() {
        CanonicalWriter content = new CanonicalWriter(head.size() + 128)
                .octet(1)
                .wide(id)
                .fixed(keyId.value())
                .octet(role.letter())
                .flag(restored)
                .bytes(head)
                .number(entries)
                .hash(journal);
        return Bytes.of(Sha256Hash.hash(content.toBytes().toArray()));
    }
}
