package org.gridbolt.node.store;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * What a file of a store says of itself.
 *
 * @param node whose it is: a node key
 * @param epoch how often it was opened: who opened it last is the only one to write
 * @param commits how many there were; it never falls
 * @param seen how many commits the other file of the store had when this one was written last
 * @param backup whether it is a backup, or was copied from one and not opened since
 */
record NodeRow(PublicKey node, long epoch, long commits, long seen, boolean backup) {

    /** Of a new file. */
    static NodeRow first(PublicKey node) {
        return new NodeRow(node, 0, 0, 0, false);
    }

    NodeRow taken() {
        return new NodeRow(node, epoch + 1, commits + 1, seen, backup);
    }

    NodeRow committed(long others) {
        return new NodeRow(node, epoch, commits + 1, Math.max(seen, others), backup);
    }

    /** No longer a backup, and ahead of all that was ever seen of this file. */
    NodeRow above(long known) {
        return new NodeRow(node, epoch, Math.max(commits, known) + 1, seen, false);
    }

    NodeRow asBackup() {
        return new NodeRow(node, epoch, commits, seen, true);
    }

    /** What shows that a byte of it was changed. */
    Bytes checksum() {
        CanonicalWriter content = new CanonicalWriter()
                .octet(1)
                .key(node)
                .wide(epoch)
                .wide(commits)
                .wide(seen)
                .flag(backup);
        return Bytes.of(Sha256Hash.hash(content.toBytes().toArray()));
    }
}
