package org.gridbolt.pricing.market.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.RuleFlaw;

/**
 * The market rules by name, as a configuration or a command line chooses them: a name, and after it any parameters, such as
 * {@code sdr} or {@code sdr,compensation=0.5}.
 */
public final class MarketRules {

    private static final Map<String, RuleReader> READERS = new TreeMap<>(Map.of(
            "bill-sharing", RuleReader.of(List.of(), parameters -> Outcome.of(new BillSharing())),
            "mid-market", RuleReader.of(List.of(), parameters -> Outcome.of(new MidMarketRate())),
            "quadratic", RuleReader.of(List.of("a", "b", "c", "sigma", "base"), QuadraticReader::read),
            "sdr",
                    RuleReader.of(
                            List.of("compensation"),
                            parameters -> parameters.price("compensation", "0").map(SupplyDemandRatio::new))));

    private MarketRules() {}

    /** The names there are, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    /** The rule of that name, with every parameter as it is when nobody gives it. */
    public static Outcome<MarketRule, MarketFlaw> named(String name) {
        return named(name, Map.of());
    }

    /** The rule of that name with these parameters. */
    public static Outcome<MarketRule, MarketFlaw> named(String name, Map<String, String> parameters) {
        RuleReader reader = READERS.get(name);
        return reader == null
                ? Outcome.flawed(new RuleFlaw.UnknownRule(name, names()))
                : reader.read(new RuleParameters(name, parameters));
    }

    /** The rule that {@code text} writes as {@code name,parameter=value,...}. */
    public static Outcome<MarketRule, MarketFlaw> parse(String text) {
        List<String> parts = new ArrayList<>(List.of(text.split(",", -1)));
        String name = parts.remove(0).strip();
        Map<String, String> parameters = new TreeMap<>();
        for (String part : parts) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length < 2 || parameters.put(pair[0], pair[1]) != null) {
                return Outcome.flawed(new RuleFlaw.NotAParameter(name, part));
            }
        }
        return named(name, parameters);
    }
}
