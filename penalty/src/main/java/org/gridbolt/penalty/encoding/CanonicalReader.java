package org.gridbolt.penalty.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;

/**
 * Reads what {@link CanonicalWriter} wrote, and nothing else: each value has one encoding, counts and lengths are bounded
 * before anything is allocated for them, and no byte may be left over.
 *
 * <p>An instance exists only inside {@link #decode}, which turns whatever goes wrong into a {@link DecodingFlaw}. A
 * constructor that refuses a value by an {@link IllegalArgumentException} thereby refuses it here too, so that the range
 * of a value is stated once.
 */
public final class CanonicalReader {

    /** 21 million bitcoin. */
    private static final Coin COINS_MAX = Coin.COIN.multiply(21_000_000);

    private final Bytes input;
    private int position;

    private CanonicalReader(Bytes input) {
        this.input = input;
    }

    /** The value that {@code content} reads from all of {@code input}, or why there is none. */
    public static <T> Outcome<T, DecodingFlaw> decode(Bytes input, Function<CanonicalReader, T> content) {
        CanonicalReader reader = new CanonicalReader(input);
        try {
            T value = content.apply(reader);
            int left = input.size() - reader.position;
            return left == 0 ? Outcome.of(value) : Outcome.flawed(new DecodingFlaw.TrailingBytes(left));
        } catch (Malformed malformed) {
            return Outcome.flawed(malformed.flaw());
        } catch (IllegalArgumentException | ArithmeticException outOfRange) {
            return Outcome.flawed(
                    new DecodingFlaw.NoSuchValue(reader.position, String.valueOf(outOfRange.getMessage())));
        }
    }

    /** One byte: 1 for true, 0 for false, and nothing else. */
    public boolean flag() {
        return octet(1) == 1;
    }

    /** One byte: a number from 0 to {@code most}. */
    public int octet(int most) {
        int value = take(1).at(0) & 0xff;
        if (value > most) {
            throw refused("a byte of " + value + " where at most " + most + " is defined");
        }
        return value;
    }

    /** Four bytes: a number of at least 0. */
    public int number() {
        int value = (int) big(Integer.BYTES);
        if (value < 0) {
            throw refused("a number of 2^31 or more");
        }
        return value;
    }

    /** Eight bytes: a number of at least 0. */
    public long wide() {
        long value = big(Long.BYTES);
        if (value < 0) {
            throw refused("a number of 2^63 or more");
        }
        return value;
    }

    /** Eight bytes in two's complement. */
    public long signed() {
        return big(Long.BYTES);
    }

    private long big(int width) {
        byte[] bytes = take(width).toArray();
        long value = 0;
        for (byte octet : bytes) {
            value = (value << Byte.SIZE) | (octet & 0xff);
        }
        return value;
    }

    /** That many bytes, bare. */
    public Bytes fixed(int size) {
        return take(size);
    }

    /** A byte string of at most {@code most} bytes. */
    public Bytes bytes(int most) {
        return take(bounded(most));
    }

    /** 32 bytes. */
    public Sha256Hash hash() {
        return Sha256Hash.wrap(take(Sha256Hash.LENGTH).toArray());
    }

    /** 33 bytes: a compressed point on the curve. */
    public PublicKey key() {
        Bytes compressed = take(PublicKey.SIZE);
        return PublicKey.parse(compressed).orElseThrow(() -> refused("no compressed point of secp256k1"));
    }

    /** 64 bytes: a compact signature with low S. */
    public Signature signature() {
        Bytes compact = take(Signature.SIZE);
        return Signature.parse(compact).orElseThrow(() -> refused("no compact signature with low S"));
    }

    /** Eight bytes: coins, at most as many as there will ever be, so that sums of what was read fit. */
    public Coin coins() {
        Coin value = Coin.valueOf(wide());
        if (value.isGreaterThan(COINS_MAX)) {
            throw refused("more coins than there will ever be");
        }
        return value;
    }

    /** Eight bytes: watt-hours. */
    public WattHours energy() {
        return new WattHours(wide());
    }

    /** Four bytes: a height. */
    public BlockHeight height() {
        return new BlockHeight(number());
    }

    /** Four bytes: a number of blocks. */
    public BlockCount blocks() {
        return new BlockCount(number());
    }

    /** Eight bytes: the number of a state. */
    public CommitmentNumber state() {
        return new CommitmentNumber(wide());
    }

    /** 36 bytes: a transaction id and an index. */
    public Outpoint outpoint() {
        return new Outpoint(hash(), number());
    }

    /** A list of at most {@code most} elements. */
    public <T> List<T> list(int most, Function<CanonicalReader, T> element) {
        int count = bounded(most);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(element.apply(this));
        }
        return List.copyOf(values);
    }

    private int bounded(int most) {
        int count = number();
        if (count > most) {
            throw new Malformed(new DecodingFlaw.TooMany(position, count, most));
        }
        return count;
    }

    private Bytes take(int size) {
        int left = input.size() - position;
        if (left < size) {
            throw new Malformed(new DecodingFlaw.Truncated(position, size - left));
        }
        position += size;
        return input.slice(position - size, position);
    }

    /** What to throw when the bytes before this position spell no value. */
    private Malformed refused(String why) {
        return new Malformed(new DecodingFlaw.NoSuchValue(position, why));
    }

    /** Carries a flaw out of nested reading to {@link #decode}, and never any further. */
    private static final class Malformed extends RuntimeException {

        private final transient DecodingFlaw flaw;

        Malformed(DecodingFlaw flaw) {
            super(flaw.message(), null, false, false);
            this.flaw = flaw;
        }

        DecodingFlaw flaw() {
            return flaw;
        }
    }
}
