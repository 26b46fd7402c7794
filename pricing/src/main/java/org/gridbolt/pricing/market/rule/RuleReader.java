package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.RuleFlaw;

/**
 * How one kind of rule is made from text.
 *
 * @param known the parameters that it has
 * @param make makes the rule of parameters that are all known
 */
record RuleReader(List<String> known, Function<RuleParameters, Outcome<MarketRule, MarketFlaw>> make) {

    RuleReader {
        known = List.copyOf(known);
    }

    Outcome<MarketRule, MarketFlaw> read(RuleParameters parameters) {
        Optional<String> unknown = parameters.values().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst();
        return unknown.isPresent()
                ? Outcome.flawed(new RuleFlaw.UnknownParameter(parameters.rule(), unknown.get(), known))
                : make.apply(parameters);
    }
}
