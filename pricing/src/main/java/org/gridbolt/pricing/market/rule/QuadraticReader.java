package org.gridbolt.pricing.market.rule;

import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.RuleFlaw;
import org.gridbolt.pricing.rule.QuadraticPrice;

/** Makes a quadratic rule from its parameters; every coefficient, and the factor, is 1 as in the paper's simulation. */
final class QuadraticReader {

    private QuadraticReader() {}

    static Outcome<MarketRule, MarketFlaw> read(RuleParameters parameters) {
        return price(parameters)
                .flatMap(price -> parameters
                        .positive("sigma", "1")
                        .flatMap(sigma -> parameters
                                .whole("base", "0")
                                .map(base -> new QuadraticDemand(price, sigma, new WattHours(base)))));
    }

    private static Outcome<QuadraticPrice, MarketFlaw> price(RuleParameters parameters) {
        String coefficients =
                String.join(",", parameters.text("a", "1"), parameters.text("b", "1"), parameters.text("c", "1"));
        return QuadraticPrice.parse(coefficients)
                .fold(Outcome::of, flaw -> Outcome.flawed(new RuleFlaw.BadPriceRule(parameters.rule(), flaw)));
    }
}
