package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.MarketFlaw;

/** Makes a rule of the lowest ask from its parameters, each of which changes what the rule is without it. */
final class LowestAskReader {

    static final List<String> PARAMETERS =
            List.of("areas", "exclude-above-clearing", "p2g", "slots-a-day", "peak", "off-peak", "rest");

    private LowestAskReader() {}

    static Outcome<MarketRule, MarketFlaw> read(RuleParameters parameters) {
        return areas(parameters)
                .map(LowestAsk.DEFAULT::in)
                .flatMap(rule -> parameters.flag("exclude-above-clearing").map(rule::excludingAboveClearing))
                .flatMap(rule -> parameters.oneOf("p2g", PeakPricing.values()).map(rule::priced))
                .flatMap(rule -> hours(parameters).map(rule::during))
                .flatMap(rule -> parameters.oneOf("rest", Rest.values()).map(rule::leaving));
    }

    private static Outcome<Areas, MarketFlaw> areas(RuleParameters parameters) {
        String text = parameters.text("areas", Areas.LINE_OF_THREE.toString());
        return parameters.orBad(Areas.parse(text), "areas", "rows of areas, such as A-B-C+C-D");
    }

    private static Outcome<PeakHours, MarketFlaw> hours(RuleParameters parameters) {
        return parameters
                .whole("slots-a-day", "24")
                .flatMap(slots -> parameters.orBad(
                        hours(parameters, slots),
                        "peak",
                        "slots of a day such as 0-5+23, or none, that are in the day and not off peak too"));
    }

    private static Optional<PeakHours> hours(RuleParameters parameters, long slots) {
        int slotsADay = Math.toIntExact(Math.min(slots, Integer.MAX_VALUE));
        return PeakHours.parse(slotsADay, parameters.text("peak", "13-22"), parameters.text("off-peak", "rest"));
    }
}
