package org.gridbolt.channel.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.UnitNumber;

/** The codecs of plain values, and how larger ones are made of them. Every length has a bound. */
public final class Codecs {

    /** One byte: 0 or 1 and nothing else. */
    public static final Codec<Boolean> FLAG = of(CanonicalWriter::flag, CanonicalReader::flag);

    /** Four bytes: 0 to 2^31 - 1. */
    public static final Codec<Integer> NUMBER = of(CanonicalWriter::number, CanonicalReader::number);

    /** Eight bytes: 0 to 2^63 - 1. */
    public static final Codec<Long> WIDE = of(CanonicalWriter::wide, CanonicalReader::wide);

    /** 32 bytes. */
    public static final Codec<Sha256Hash> HASH = of(CanonicalWriter::hash, CanonicalReader::hash);

    /** Eight bytes: coins, never negative. */
    public static final Codec<Coin> COINS = of(CanonicalWriter::coins, CanonicalReader::coins);

    /** Four bytes: a height. */
    public static final Codec<BlockHeight> HEIGHT = of(CanonicalWriter::height, CanonicalReader::height);

    /** Four bytes: a number of blocks. */
    public static final Codec<BlockCount> BLOCKS = of(CanonicalWriter::blocks, CanonicalReader::blocks);

    /** 36 bytes: an output of a transaction. */
    public static final Codec<Outpoint> OUTPOINT = of(CanonicalWriter::outpoint, CanonicalReader::outpoint);

    /** Eight bytes: the number of a state. */
    public static final Codec<CommitmentNumber> STATE_NUMBER = of(CanonicalWriter::state, CanonicalReader::state);

    /** 33 bytes: a point on the curve. */
    public static final Codec<PublicKey> POINT = of(CanonicalWriter::key, CanonicalReader::key);

    /** 64 bytes: a signature with low S. */
    public static final Codec<Signature> SIGNATURE = of(CanonicalWriter::signature, CanonicalReader::signature);

    /** 32 bytes: a scalar in [1, N - 1]. */
    public static final Codec<PrivateKey> SECRET = map(fixed(PrivateKey.SIZE), PrivateKey::of, PrivateKey::bytes);

    /** Four bytes: the number of a unit. */
    public static final Codec<UnitNumber> UNIT = map(NUMBER, UnitNumber::new, UnitNumber::value);

    /** 16 bytes: what makes the keys of a channel fresh. */
    public static final Codec<KeyId> KEY_ID = map(fixed(KeyId.SIZE), KeyId::new, KeyId::value);

    /** One byte: A, B or U. */
    public static final Codec<Party> PARTY = constant(Party.class);

    private Codecs() {}

    /** A codec of two functions. */
    public static <T> Codec<T> of(BiConsumer<CanonicalWriter, T> write, Function<CanonicalReader, T> read) {
        return new Codec<>() {
            @Override
            public void write(CanonicalWriter out, T value) {
                write.accept(out, value);
            }

            @Override
            public T read(CanonicalReader in) {
                return read.apply(in);
            }
        };
    }

    /** The codec of a type that wraps another: {@code make} may refuse by an {@link IllegalArgumentException}. */
    public static <A, T> Codec<T> map(Codec<A> inner, Function<A, T> make, Function<T, A> take) {
        return of((out, value) -> inner.write(out, take.apply(value)), in -> make.apply(inner.read(in)));
    }

    /** Exactly {@code size} bytes, bare. */
    public static Codec<Bytes> fixed(int size) {
        return of(
                (out, value) -> {
                    requireAtMost(Math.abs(value.size() - size), 0);
                    out.fixed(value);
                },
                in -> in.fixed(size));
    }

    /** Up to {@code most} bytes after their length in four. */
    public static Codec<Bytes> bytes(int most) {
        return of(
                (out, value) -> {
                    requireAtMost(value.size(), most);
                    out.bytes(value);
                },
                in -> in.bytes(most));
    }

    /** Text of up to {@code most} bytes in UTF-8. */
    public static Codec<String> text(int most) {
        return map(bytes(most), Codecs::fromUtf8, text -> Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A value or none, after a flag. */
    public static <T> Codec<Optional<T>> optional(Codec<T> inner) {
        return of(
                (out, value) -> {
                    out.flag(value.isPresent());
                    value.ifPresent(present -> inner.write(out, present));
                },
                in -> in.flag() ? Optional.of(inner.read(in)) : Optional.empty());
    }

    /** Up to {@code most} values after their number in four bytes. */
    public static <T> Codec<List<T>> list(Codec<T> inner, int most) {
        return of(
                (out, values) -> {
                    requireAtMost(values.size(), most);
                    out.list(values, inner::write);
                },
                in -> in.list(most, inner::read));
    }

    /** One of an enum's constants, by its place: constants are only ever added at the end. */
    public static <E extends Enum<E>> Codec<E> constant(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return of(
                (out, value) -> out.octet(constants.indexOf(value)),
                in -> constants.get(in.octet(constants.size() - 1)));
    }

    /** A value that stands for itself in no bytes at all. */
    public static <T> Codec<T> nothing(T value) {
        return of((out, ignored) -> {}, in -> value);
    }

    /** The bound of the reading side on the writing side too, where breaking it is a bug. */
    private static void requireAtMost(int size, int most) {
        if (size > most) {
            throw new IllegalArgumentException(size + " where at most " + most + " is allowed");
        }
    }

    private static String fromUtf8(Bytes bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray()))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new IllegalArgumentException("text that is not UTF-8", invalid);
        }
    }
}
