package org.gridbolt.multisig.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.multisig.Bytes;

/**
 * The secrets that a peer has revealed, of all its states from 0 on, in at most 48 entries (BOLT 3, "Efficient
 * Per-commitment Secret Storage").
 *
 * <p>Entry {@code b} holds the newest secret whose index ends in exactly {@code b} zero bits, which gives all secrets whose
 * indices differ in these bits only. A new secret must give every entry below its own, or it is none of the chain.
 * Indices fall by one from insertion to insertion, so the count of insertions alone says which entry holds which index.
 */
public final class RevokedSecrets {

    /** No secret yet. */
    public static final RevokedSecrets EMPTY = new RevokedSecrets(0, List.of());

    private static final int COUNT_SIZE = 6;

    private static final long COUNT_MAX = 1L << 47;

    /** How many states are revoked: 0 to {@code count} - 1. */
    private final long count;

    /** By the number of zero bits at the end of their index, without gaps. */
    private final List<PrivateKey> entries;

    private RevokedSecrets(long count, List<PrivateKey> entries) {
        this.count = count;
        this.entries = entries;
    }

    /** The state whose secret comes next. */
    public CommitmentNumber next() {
        return new CommitmentNumber(count);
    }

    /**
     * Whether {@code number} is revoked: its secret was inserted here. Knowing a secret from elsewhere revokes nothing.
     *
     * <p>MUST 4.7: by what was inserted, and never by knowing the secret.
     */
    public boolean isRevoked(CommitmentNumber number) {
        return number.value() < count;
    }

    /**
     * These secrets and that of state {@code number}; nothing when it is not the {@linkplain #next() next} one or not of
     * the same chain. This instance stays as it is in either case.
     */
    public Optional<RevokedSecrets> insert(CommitmentNumber number, PrivateKey secret) {
        boolean accepted = number.value() == count && givesAllBelow(entryOf(number), secret);
        return accepted ? Optional.of(with(entryOf(number), secret)) : Optional.empty();
    }

    /** The entry that state {@code number} belongs to: the zero bits at the end of its index. */
    private static int entryOf(CommitmentNumber number) {
        return Long.numberOfTrailingZeros(ShaChain.indexOf(number));
    }

    private boolean givesAllBelow(int entry, PrivateKey secret) {
        for (int below = 0; below < entry; below++) {
            byte[] derived = ShaChain.derive(secret.scalar(), entry, indexAt(below));
            if (!MessageDigest.isEqual(derived, entries.get(below).scalar())) {
                return false;
            }
        }
        return true;
    }

    private RevokedSecrets with(int entry, PrivateKey secret) {
        List<PrivateKey> changed = new ArrayList<>(entries);
        if (entry == changed.size()) {
            changed.add(secret);
        } else {
            changed.set(entry, secret);
        }
        return new RevokedSecrets(count + 1, changed);
    }

    /** The index that {@code entry} holds: the lowest inserted one that ends in exactly that many zero bits. */
    private long indexAt(int entry) {
        long odd = (count >>> entry) - 1 | 1;
        return ShaChain.FIRST_INDEX + 1 - (odd << entry);
    }

    /** The secret of state {@code number}, or nothing when it is not revoked. */
    public Optional<PrivateKey> secretAt(CommitmentNumber number) {
        return isRevoked(number) ? Optional.of(derived(ShaChain.indexOf(number))) : Optional.empty();
    }

    private PrivateKey derived(long index) {
        int entry = 0;
        while (index >>> entry != indexAt(entry) >>> entry) {
            entry++;
        }
        return PrivateKey.of(Bytes.of(ShaChain.derive(entries.get(entry).scalar(), entry, index)));
    }

    /** Six bytes with the number of revoked states, big-endian, then the entries in order, 32 bytes each. */
    public Bytes encode() {
        ByteBuffer encoded = ByteBuffer.allocate(COUNT_SIZE + entries.size() * PrivateKey.SIZE);
        encoded.putShort((short) (count >>> Integer.SIZE)).putInt((int) count);
        entries.forEach(entry -> encoded.put(entry.scalar()));
        return Bytes.of(encoded.array());
    }

    /** What {@link #encode} wrote, or nothing when {@code encoded} is no such bytes. */
    public static Optional<RevokedSecrets> decode(Bytes encoded) {
        if (encoded.size() < COUNT_SIZE) {
            return Optional.empty();
        }
        ByteBuffer input = ByteBuffer.wrap(encoded.toArray());
        long count =
                (long) Short.toUnsignedInt(input.getShort()) << Integer.SIZE | Integer.toUnsignedLong(input.getInt());
        boolean plausible = count <= COUNT_MAX && input.remaining() == entriesFor(count) * PrivateKey.SIZE;
        return plausible ? decodeEntries(encoded, count) : Optional.empty();
    }

    private static Optional<RevokedSecrets> decodeEntries(Bytes encoded, long count) {
        List<PrivateKey> entries = IntStream.range(0, entriesFor(count))
                .map(entry -> COUNT_SIZE + entry * PrivateKey.SIZE)
                .mapToObj(from -> PrivateKey.parse(encoded.slice(from, from + PrivateKey.SIZE)))
                .flatMap(Optional::stream)
                .toList();
        boolean complete = entries.size() == entriesFor(count);
        return complete ? Optional.of(new RevokedSecrets(count, entries)) : Optional.empty();
    }

    private static int entriesFor(long count) {
        return Long.SIZE - Long.numberOfLeadingZeros(count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevokedSecrets secrets && count == secrets.count && entries.equals(secrets.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, entries);
    }

    @Override
    public String toString() {
        return "RevokedSecrets of " + count + (count == 1 ? " state" : " states");
    }
}
