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
            "bill-sharing", new RuleReader(List.of(), parameters -> Outcome.of(new BillSharing())),
            "lowest-ask", new RuleReader(LowestAskReader.PARAMETERS, LowestAskReader::read),
            "mean-bid", new RuleReader(List.of("mean", "rest"), MarketRules::meanBid),
            "mid-market", new RuleReader(List.of(), parameters -> Outcome.of(new MidMarketRate())),
            "pay-as-bid", new RuleReader(List.of("price", "rest"), MarketRules::payAsBid),
            "pay-as-clear", new RuleReader(List.of("rest"), MarketRules::payAsClear),
            "quadratic", new RuleReader(List.of("a", "b", "c", "sigma", "base"), QuadraticReader::read),
            "sdr", new RuleReader(List.of("compensation"), MarketRules::supplyDemandRatio)));

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

    private static Outcome<MarketRule, MarketFlaw> meanBid(RuleParameters parameters) {
        return parameters
                .oneOf("mean", BidMean.values())
                .flatMap(mean -> parameters.oneOf("rest", Rest.values()).map(rest -> new MeanBid(mean, rest)));
    }

    private static Outcome<MarketRule, MarketFlaw> payAsBid(RuleParameters parameters) {
        return parameters
                .oneOf("price", PairPrice.values())
                .flatMap(price -> parameters.oneOf("rest", Rest.values()).map(rest -> new PayAsBid(price, rest)));
    }

    private static Outcome<MarketRule, MarketFlaw> payAsClear(RuleParameters parameters) {
        return parameters.oneOf("rest", Rest.values()).map(PayAsClear::new);
    }

    private static Outcome<MarketRule, MarketFlaw> supplyDemandRatio(RuleParameters parameters) {
        return parameters.price("compensation", "0").map(SupplyDemandRatio::new);
    }
}
