package org.gridbolt.channel.signer;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;

/** Records for demos and tests: they outlive a signer, and no process. */
public final class InMemoryMarks implements SignerMarks {

    private final Map<KeyId, Bytes> marks = new ConcurrentHashMap<>();

    /** No record yet. */
    public InMemoryMarks() {}

    /** The same records again, which from then on differ. */
    public InMemoryMarks copy() {
        InMemoryMarks copy = new InMemoryMarks();
        copy.marks.putAll(marks);
        return copy;
    }

    @Override
    public Optional<Bytes> load(KeyId keyId) {
        return Optional.ofNullable(marks.get(keyId));
    }

    @Override
    public void save(KeyId keyId, Bytes mark) {
        marks.put(keyId, mark);
    }
}
