package org.gridbolt.channel.codec;

import java.util.function.Function;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * Codecs of records: their components one after the other, in the order of the protocol. Reading calls the record's
 * constructor, so a record that checks its components is checked when it arrives too.
 */
public final class Records {

    private Records() {}

    /**
     * One component of a record.
     *
     * @param get its accessor
     * @param codec how it is written
     * @param <R> the record
     * @param <A> the component's type
     */
    public record Part<R, A>(Function<R, A> get, Codec<A> codec) {
        void write(CanonicalWriter out, R whole) {
            codec.write(out, get.apply(whole));
        }

        A read(CanonicalReader in) {
            return codec.read(in);
        }
    }

    /** One component of a record. */
    public static <R, A> Part<R, A> part(Function<R, A> get, Codec<A> codec) {
        return new Part<>(get, codec);
    }

    /** A constructor of one component. */
    @FunctionalInterface
    public interface One<A, R> {
        /** The record. */
        R make(A a);
    }

    /** A constructor of two components. */
    @FunctionalInterface
    public interface Two<A, B, R> {
        /** The record. */
        R make(A a, B b);
    }

    /** A constructor of three components. */
    @FunctionalInterface
    public interface Three<A, B, C, R> {
        /** The record. */
        R make(A a, B b, C c);
    }

    /** A constructor of four components. */
    @FunctionalInterface
    public interface Four<A, B, C, D, R> {
        /** The record. */
        R make(A a, B b, C c, D d);
    }

    /** A constructor of five components. */
    @FunctionalInterface
    public interface Five<A, B, C, D, E, R> {
        /** The record. */
        R make(A a, B b, C c, D d, E e);
    }

    /** A constructor of six components. */
    @FunctionalInterface
    public interface Six<A, B, C, D, E, F, R> {
        /** The record. */
        R make(A a, B b, C c, D d, E e, F f);
    }

    /** A constructor of seven components. */
    @FunctionalInterface
    public interface Seven<A, B, C, D, E, F, G, R> {
        /** The record. */
        R make(A a, B b, C c, D d, E e, F f, G g);
    }

    /** A constructor of eight components. */
    @FunctionalInterface
    public interface Eight<A, B, C, D, E, F, G, H, R> {
        /** The record. */
        R make(A a, B b, C c, D d, E e, F f, G g, H h);
    }

    /** A record of one component. */
    public static <R, A> Codec<R> of(Part<R, A> a, One<A, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                },
                in -> make.make(a.read(in)));
    }

    /** A record of two components. */
    public static <R, A, B> Codec<R> of(Part<R, A> a, Part<R, B> b, Two<A, B, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in)));
    }

    /** A record of three components. */
    public static <R, A, B, C> Codec<R> of(Part<R, A> a, Part<R, B> b, Part<R, C> c, Three<A, B, C, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in), c.read(in)));
    }

    /** A record of four components. */
    public static <R, A, B, C, D> Codec<R> of(
            Part<R, A> a, Part<R, B> b, Part<R, C> c, Part<R, D> d, Four<A, B, C, D, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                    d.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in)));
    }

    /** A record of five components. */
    public static <R, A, B, C, D, E> Codec<R> of(
            Part<R, A> a, Part<R, B> b, Part<R, C> c, Part<R, D> d, Part<R, E> e, Five<A, B, C, D, E, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                    d.write(out, value);
                    e.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in)));
    }

    /** A record of six components. */
    public static <R, A, B, C, D, E, F> Codec<R> of(
            Part<R, A> a,
            Part<R, B> b,
            Part<R, C> c,
            Part<R, D> d,
            Part<R, E> e,
            Part<R, F> f,
            Six<A, B, C, D, E, F, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                    d.write(out, value);
                    e.write(out, value);
                    f.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in)));
    }

    /** A record of seven components. */
    public static <R, A, B, C, D, E, F, G> Codec<R> of(
            Part<R, A> a,
            Part<R, B> b,
            Part<R, C> c,
            Part<R, D> d,
            Part<R, E> e,
            Part<R, F> f,
            Part<R, G> g,
            Seven<A, B, C, D, E, F, G, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                    d.write(out, value);
                    e.write(out, value);
                    f.write(out, value);
                    g.write(out, value);
                },
                in -> make.make(a.read(in), b.read(in), c.read(in), d.read(in), e.read(in), f.read(in), g.read(in)));
    }

    /** A record of eight components. */
    public static <R, A, B, C, D, E, F, G, H> Codec<R> of(
            Part<R, A> a,
            Part<R, B> b,
            Part<R, C> c,
            Part<R, D> d,
            Part<R, E> e,
            Part<R, F> f,
            Part<R, G> g,
            Part<R, H> h,
            Eight<A, B, C, D, E, F, G, H, R> make) {
        return Codecs.of(
                (out, value) -> {
                    a.write(out, value);
                    b.write(out, value);
                    c.write(out, value);
                    d.write(out, value);
                    e.write(out, value);
                    f.write(out, value);
                    g.write(out, value);
                    h.write(out, value);
                },
                in -> make.make(
                        a.read(in),
                        b.read(in),
                        c.read(in),
                        d.read(in),
                        e.read(in),
                        f.read(in),
                        g.read(in),
                        h.read(in)));
    }
}
