package org.gridbolt.pricing.forecast;

import java.util.List;

/**
 * What a regression is made from.
 *
 * @param name the name of the series, for messages
 * @param predictors the names of the predictors, 1 to {@link #PREDICTORS_MAX}
 * @param values their values, one list for each case
 * @param outcomes what is to be explained, one for each case
 */
public record Cases(String name, List<String> predictors, List<List<Double>> values, List<Double> outcomes) {

    /** The most predictors: the algebra of more than 128 would be done in other threads. */
    public static final int PREDICTORS_MAX = 100;

    public Cases {
        predictors = List.copyOf(predictors);
        values = List.copyOf(values);
        outcomes = List.copyOf(outcomes);
        int width = predictors.size();
        if (width < 1 || width > PREDICTORS_MAX) {
            throw new IllegalArgumentException(name + ": 1 to " + PREDICTORS_MAX + " predictors, not " + width);
        }
        if (values.size() != outcomes.size() || values.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(
                    name + ": " + outcomes.size() + " outcomes and " + values.size() + " rows of " + width + " values");
        }
    }

    /** How many cases there are. */
    public int size() {
        return outcomes.size();
    }

    /** The values of one predictor in all cases. */
    List<Double> column(int predictor) {
        return values.stream().map(row -> row.get(predictor)).toList();
    }
}
