package org.gridbolt.channel.signer;

import java.nio.ByteBuffer;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/**
 * A record as a file holds it. What a disk, a copy or an editor does to it shows: a record with a wrong number is worse than none.
 *
 * <p>Encoding: {@code gbmark} (6), form (1: 1), length (4), record, SHA-256 of all that (32).
 */
final class MarkFile {

    /** No file is longer: a record has some 2.5 kB, and at most the spends of one ruling besides. */
    static final int SIZE_MAX = 1 << 20;

    private static final Bytes NAME = Bytes.ofHex("67626d61726b");
    private static final int FORM = 1;
    private static final int HEAD = NAME.size() + 1 + Integer.BYTES;

    private MarkFile() {}

    static Bytes encode(Bytes mark) {
        ByteBuffer file = ByteBuffer.allocate(HEAD + mark.size() + Sha256Hash.LENGTH);
        file.put(NAME.toArray()).put((byte) FORM).putInt(mark.size()).put(mark.toArray());
        byte[] content = Bytes.of(file.array()).slice(0, file.position()).toArray();
        return Bytes.of(file.put(Sha256Hash.hash(content)).array());
    }

    /** The record in {@code file}, which {@code whose} names. */
    static Bytes decode(Bytes file, String whose) throws MarkUnreadable {
        if (file.size() < HEAD || !file.slice(0, NAME.size()).equals(NAME)) {
            throw new MarkUnreadable(whose, MarkUnreadable.Cause.DAMAGED);
        }
        ByteBuffer head = ByteBuffer.wrap(file.slice(NAME.size(), HEAD).toArray());
        if (Byte.toUnsignedInt(head.get()) > FORM) {
            throw new MarkUnreadable(whose, MarkUnreadable.Cause.NEWER);
        }
        int end = file.size() - Sha256Hash.LENGTH;
        boolean whole = head.getInt() == end - HEAD && end >= HEAD && isWhole(file, end);
        if (!whole) {
            throw new MarkUnreadable(whose, MarkUnreadable.Cause.DAMAGED);
        }
        Bytes mark = file.slice(HEAD, end);
        if (!encode(mark).equals(file)) {
            throw new MarkUnreadable(whose, MarkUnreadable.Cause.DAMAGED);
        }
        return mark;
    }

    private static boolean isWhole(Bytes file, int end) {
        return Bytes.of(Sha256Hash.hash(file.slice(0, end).toArray())).equals(file.slice(end, file.size()));
    }
}
