package org.gridbolt.channel.signer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/** A signer's records by key id: each read once, and written whenever it changes, before the change counts. */
final class Records<M> {

    private final SignerMarks marks;
    private final Function<M, Bytes> encode;
    private final Function<Bytes, Outcome<M, DecodingFlaw>> decode;
    private final Map<KeyId, M> known = new HashMap<>();

    Records(SignerMarks marks, Function<M, Bytes> encode, Function<Bytes, Outcome<M, DecodingFlaw>> decode) {
        this.marks = marks;
        this.encode = encode;
        this.decode = decode;
    }

    Optional<M> of(KeyId keyId) throws IOException {
        if (!known.containsKey(keyId)) {
            Optional<Bytes> stored = marks.load(keyId);
            if (stored.isPresent()) {
                known.put(keyId, read(keyId, stored.get()));
            }
        }
        return Optional.ofNullable(known.get(keyId));
    }

    private M read(KeyId keyId, Bytes stored) throws IOException {
        return decode.apply(stored)
                .value()
                .orElseThrow(() -> new MarkUnreadable("of " + keyId, MarkUnreadable.Cause.OTHER_SIGNER));
    }

    /** Makes {@code next} the record; nothing is written when nothing changed. */
    void remember(KeyId keyId, M next) throws IOException {
        M held = known.get(keyId);
        if (!next.equals(held)) {
            marks.save(keyId, encode.apply(next));
            known.put(keyId, next);
        }
    }
}
