package org.gridbolt.pricing;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a check of something from outside ends with: a value, or the flaw that stands in its way.
 *
 * @param <T> the value
 * @param <F> the flaw
 */
public sealed interface Outcome<T, F extends Flaw> {

    /**
     * Nothing was wrong.
     *
     * @param content the value
     * @param <T> the value
     * @param <F> the flaw there might have been
     */
    record Fine<T, F extends Flaw>(T content) implements Outcome<T, F> {}

    /**
     * Something was wrong.
     *
     * @param reason what it was
     * @param <T> the value there might have been
     * @param <F> the flaw
     */
    record Flawed<T, F extends Flaw>(F reason) implements Outcome<T, F> {}

    /** The outcome that is this value. */
    static <T, F extends Flaw> Outcome<T, F> of(T value) {
        return new Fine<>(value);
    }

    /** The outcome that is this flaw. */
    static <T, F extends Flaw> Outcome<T, F> flawed(F flaw) {
        return new Flawed<>(flaw);
    }

    /** The value with {@code step} applied to it, or the same flaw. */
    default <U> Outcome<U, F> map(Function<? super T, ? extends U> step) {
        return flatMap(value -> of(step.apply(value)));
    }

    /** What {@code step} makes of the value, or the same flaw. */
    default <U> Outcome<U, F> flatMap(Function<? super T, Outcome<U, F>> step) {
        return fold(step, Outcome::flawed);
    }

    /** The value, or empty when there is a flaw. */
    default Optional<T> value() {
        return fold(Optional::of, flaw -> Optional.empty());
    }

    /** The flaw, or empty when there is none. */
    default Optional<F> flaw() {
        return fold(value -> Optional.empty(), Optional::of);
    }

    /** The value; an {@link IllegalArgumentException} with the flaw's message when there is none. */
    default T orElseThrow() {
        return fold(value -> value, flaw -> {
            throw new IllegalArgumentException(flaw.message());
        });
    }

    /** One result from either side. */
    default <R> R fold(Function<? super T, ? extends R> onValue, Function<? super F, ? extends R> onFlaw) {
        if (this instanceof Fine<T, F> fine) {
            return onValue.apply(fine.content());
        }
        return onFlaw.apply(((Flawed<T, F>) this).reason());
    }
}
