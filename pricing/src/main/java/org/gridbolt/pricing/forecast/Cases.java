package org.gridbolt.pricing.forecast;

import java.util.List;

/**
 * What a regression is made from.
 *
 * @param name the name of the series, for messages
 * @param predictors the names of the predictors, at least one
 * @param values their values, one list for each case
 * @param outcomes what is to be explained, one for each case
 */
public record Cases(String name, List<String> predictors, List<List<Double>> values, List<Double> outcomes) {

    public Cases {
        predictors = List.copyOf(predictors);
        values = List.copyOf(values);
        outcomes = List.copyOf(outcomes);
        int width = predictors.size();
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
