package org.gridbolt.pricing.demand.response;

import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Who answers when the demand of all is published, and how far each goes. */
public sealed interface ResponseForm {

    /**
     * One household after another, each of which sees what the ones before it have done. Each answer lowers the sum of squares of
     * the demand or is none, so it converges.
     */
    record InTurn() implements ResponseForm {
        @Override
        public <R> R fold(Supplier<R> inTurn, BiFunction<Integer, Integer, R> together) {
            return inTurn.get();
        }
    }

    /** All at the same time, to the same published demand, each as if the others stayed: they herd into the same slots. */
    record AtOnce() implements ResponseForm {
        @Override
        public <R> R fold(Supplier<R> inTurn, BiFunction<Integer, Integer, R> together) {
            return together.apply(1, 1);
        }
    }

    /**
     * All at the same time, but each goes only a fraction of the way. With a fraction of at most one by the number of households
     * the sum of squares cannot rise but by rounding, since it is convex: the new demand is a mean of demands in which one
     * household each has answered alone.
     *
     * @param parts how much of the way, at least 1
     * @param whole the whole way, at least {@code parts} and at most {@link #WHOLE_MAX}
     */
    record Damped(int parts, int whole) implements ResponseForm {

        /** The finest fraction: with it, the energy of any plan times the whole way fits in 64 bits. */
        public static final int WHOLE_MAX = 1_000_000;

        public Damped {
            if (parts < 1 || whole < parts || whole > WHOLE_MAX) {
                throw new IllegalArgumentException("no fraction of a way: " + parts + "/" + whole);
            }
        }

        @Override
        public <R> R fold(Supplier<R> inTurn, BiFunction<Integer, Integer, R> together) {
            return together.apply(parts, whole);
        }
    }

    /** The result for households in turn, or for all together with how many parts they go of how many that are the whole way. */
    <R> R fold(Supplier<R> inTurn, BiFunction<Integer, Integer, R> together);
}
