package org.gridbolt.channel.codec;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.Map;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The codec of a sealed type: one byte that names the kind, then the value of that kind. A tag is never given to another
 * kind later.
 *
 * @param <T> the sealed type
 */
public final class Union<T> implements Codec<T> {

    private static final int MOST_TAG = 255;

    private final String name;
    private final Map<Class<?>, Kind<? extends T>> byType = new HashMap<>();
    private final Map<Integer, Kind<? extends T>> byTag = new HashMap<>();

    private record Kind<K>(int tag, Codec<K> codec) {}

    /** Without any kind yet. */
    public Union(String name) {
        this.name = name;
    }

    /** Adds a kind. */
    @CanIgnoreReturnValue
    public <K extends T> Union<T> with(int tag, Class<K> type, Codec<K> codec) {
        Kind<K> kind = new Kind<>(tag, codec);
        if (byType.put(type, kind) != null || byTag.put(tag, kind) != null) {
            throw new IllegalArgumentException("a second codec for " + type.getSimpleName() + " or tag " + tag);
        }
        return this;
    }

    @Override
    public void write(CanonicalWriter out, T value) {
        // Registered under its own class by with(), so the codec's type is the value's.
        @SuppressWarnings("unchecked")
        Kind<T> kind = (Kind<T>) byType.get(value.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("no codec for a " + name + " of " + value.getClass());
        }
        out.octet(kind.tag());
        kind.codec().write(out, value);
    }

    @Override
    public T read(CanonicalReader in) {
        int tag = in.octet(MOST_TAG);
        Kind<? extends T> kind = byTag.get(tag);
        if (kind == null) {
            throw new IllegalArgumentException("no " + name + " has the tag " + tag);
        }
        return kind.codec().read(in);
    }
}
