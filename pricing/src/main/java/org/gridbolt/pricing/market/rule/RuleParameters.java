package org.gridbolt.pricing.market.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.RuleFlaw;

/**
 * The parameters of one rule, as text.
 *
 * @param rule the name of the rule
 * @param values what was given, by the parameters' names
 */
record RuleParameters(String rule, Map<String, String> values) {

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    RuleParameters {
        values = Map.copyOf(values);
    }

    /** What was given for {@code name}, or else {@code otherwise}. */
    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    Outcome<Price, MarketFlaw> price(String name, String otherwise) {
        String text = text(name, otherwise);
        return orBad(Price.parse(text), name, "coins per kWh in plain decimals, such as 0.5");
    }

    Outcome<Long, MarketFlaw> whole(String name, String otherwise) {
        String text = text(name, otherwise);
        Optional<Long> number = WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
        return orBad(number, name, "a whole number, such as 24");
    }

    /** One of {@code choices}, called by their names in small letters with hyphens; the first when none is given. */
    <E extends Enum<E>> Outcome<E, MarketFlaw> oneOf(String name, E[] choices) {
        String text = text(name, spelled(choices[0]));
        Optional<E> chosen = Stream.of(choices)
                .filter(choice -> spelled(choice).equals(text))
                .findFirst();
        return orBad(
                chosen, name, Stream.of(choices).map(RuleParameters::spelled).collect(Collectors.joining(" or ")));
    }

    private static String spelled(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A fraction above 0, as a decimal or as two whole numbers with a slash. */
    Outcome<BigFraction, MarketFlaw> positive(String name, String otherwise) {
        String[] parts = text(name, otherwise).split("/", -1);
        Optional<BigFraction> fraction = switch (parts.length) {
            case 1 -> decimal(parts[0]);
            case 2 ->
                decimal(parts[0])
                        .flatMap(n -> decimal(parts[1]).filter(d -> !d.isZero()).map(n::divide));
            default -> Optional.empty();
        };
        return orBad(fraction.filter(value -> value.signum() > 0), name, "a number above 0, such as 1, 0.25 or 1/3");
    }

    Outcome<Boolean, MarketFlaw> flag(String name) {
        return switch (text(name, "false")) {
            case "true" -> Outcome.of(true);
            case "false" -> Outcome.of(false);
            default -> bad(name, "true or false");
        };
    }

    /** That {@code name} has a value which will not do. */
    <T> Outcome<T, MarketFlaw> bad(String name, String instead) {
        return Outcome.flawed(new RuleFlaw.BadValue(rule, name, text(name, ""), instead));
    }

    <T> Outcome<T, MarketFlaw> orBad(Optional<T> value, String name, String instead) {
        return value.<Outcome<T, MarketFlaw>>map(Outcome::of).orElseGet(() -> bad(name, instead));
    }

    private static Optional<BigFraction> decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal decimal = new BigDecimal(text);
        BigInteger denominator = BigInteger.TEN.pow(decimal.scale());
        return Optional.of(BigFraction.of(decimal.unscaledValue(), denominator));
    }
}
