package org.gridbolt.pricing.demand.response;

/** Who answers when the demand of all is published, and how far each goes. */
public sealed interface ResponseForm {

    /**
     * One household after another, each of which sees what the ones before it have done. Each answer lowers the sum of squares of
     * the demand or is none, so it converges.
     */
    record InTurn() implements ResponseForm {}

    /** All at the same time, to the same published demand, each as if the others stayed: they herd into the same slots. */
    record AtOnce() implements ResponseForm {}

    /**
     * All at the same time, but each goes only a fraction of the way. With a fraction of at most one by the number of households
     * the sum of squares cannot rise but by rounding, since it is convex: the new demand is a mean of demands in which one
     * household each has answered alone.
     *
     * @param parts how much of the way, at least 1
     * @param whole the whole way, at least {@code parts}
     */
    record Damped(int parts, int whole) implements ResponseForm {

        public Damped {
            if (parts < 1 || whole < parts) {
                throw new IllegalArgumentException("no fraction of a way: " + parts + "/" + whole);
            }
        }
    }
}
