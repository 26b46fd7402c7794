package org.gridbolt.channel.signer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * A signer's records by key id: each read once, and written whenever it changes, before the change counts. Each is for one caller at a
 * time, so that no two orders of a channel are judged by the same record; channels do not wait for each other's disk.
 */
final class Records<M> {

    /** What is made of a record. */
    @FunctionalInterface
    interface Judgement<M> {
        Outcome<M, SigningRefusal> of(Optional<M> held);
    }

    private final SignerMarks marks;
    private final Function<M, Bytes> encode;
    private final Function<Bytes, Outcome<M, DecodingFlaw>> decode;
    private final Map<KeyId, Entry> entries = new ConcurrentHashMap<>();

    Records(SignerMarks marks, Function<M, Bytes> encode, Function<Bytes, Outcome<M, DecodingFlaw>> decode) {
        this.marks = marks;
        this.encode = encode;
        this.decode = decode;
    }

    /** The record of one channel. */
    private final class Entry {

        private final KeyId keyId;
        private Optional<M> known = Optional.empty();

        Entry(KeyId keyId) {
            this.keyId = keyId;
        }

        synchronized Optional<M> held() throws IOException {
            if (known.isEmpty()) {
                Optional<Bytes> stored = marks.load(keyId);
                if (stored.isPresent()) {
                    known = Optional.of(read(stored.get()));
                }
            }
            return known;
        }

        private M read(Bytes stored) throws IOException {
            return decode.apply(stored)
                    .value()
                    .orElseThrow(() -> new MarkUnreadable("of " + keyId, MarkUnreadable.Cause.OTHER_SIGNER));
        }

        synchronized <R> Outcome<R, SigningRefusal> judged(Judgement<M> judgement, Function<M, R> release)
                throws IOException {
            Outcome<M, SigningRefusal> next = judgement.of(held());
            if (next.value().isPresent()) {
                remember(next.value().get());
            }
            return next.map(release);
        }

        /** Nothing is written when nothing changed. */
        private void remember(M next) throws IOException {
            if (!known.equals(Optional.of(next))) {
                marks.save(keyId, encode.apply(next));
                known = Optional.of(next);
            }
        }
    }

    private Entry entry(KeyId keyId) {
        return entries.computeIfAbsent(keyId, Entry::new);
    }

    Optional<M> of(KeyId keyId) throws IOException {
        return entry(keyId).held();
    }

    /**
     * What {@code judgement} makes of the record becomes the record; what {@code release} gives then is released once that is durable.
     *
     * @throws IOException if it is not: then nothing was released
     */
    <R> Outcome<R, SigningRefusal> judged(KeyId keyId, Judgement<M> judgement, Function<M, R> release)
            throws IOException {
        return entry(keyId).judged(judgement, release);
    }
}
