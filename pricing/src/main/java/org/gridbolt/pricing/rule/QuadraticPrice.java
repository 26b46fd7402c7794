package org.gridbolt.pricing.rule;

import java.math.BigInteger;
import java.util.Optional;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;

/**
 * The price p = a D² + b D + c of Tharun and Parvez 2021, section 5.D, in coins per kilowatt-hour, with the demand D in
 * kilowatt-hours.
 *
 * @param a what the square of the demand weighs
 * @param b what the demand weighs
 * @param c the price when nobody asks for energy
 */
public record QuadraticPrice(Coefficient a, Coefficient b, Coefficient c) implements PriceRule {

    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** The rule with these coefficients, in plain decimals; an {@link IllegalArgumentException} when one is flawed. */
    public static QuadraticPrice of(String a, String b, String c) {
        return parse(a, b, c).orElseThrow();
    }

    /** The rule that {@code text} writes as {@code a,b,c}. */
    public static Outcome<QuadraticPrice, PriceFlaw> parse(String text) {
        String[] parts = text.split(",", -1);
        return parts.length == 3
                ? parse(parts[0].strip(), parts[1].strip(), parts[2].strip())
                : Outcome.flawed(new PriceFlaw.NotThreeCoefficients(text));
    }

    private static Outcome<QuadraticPrice, PriceFlaw> parse(String a, String b, String c) {
        return Coefficient.parse("a", a)
                .flatMap(first -> Coefficient.parse("b", b)
                        .flatMap(second ->
                                Coefficient.parse("c", c).map(third -> new QuadraticPrice(first, second, third))));
    }

    /**
     * {@inheritDoc}
     *
     * <p>With the demand in watt-hours and the coefficients in thousandths, the three terms are whole nano-coins: they
     * are summed in full and only then held against what a price can be.
     */
    @Override
    public Optional<Price> quote(WattHours demand) {
        BigInteger wattHours = BigInteger.valueOf(demand.value());
        BigInteger quadratic = a.exactThousandths().multiply(wattHours).multiply(wattHours);
        BigInteger linear = b.exactThousandths().multiply(wattHours).multiply(THOUSAND);
        BigInteger constant = c.exactThousandths().multiply(MILLION);
        return Price.ofNanoCoins(quadratic.add(linear).add(constant));
    }

    /** The coefficients as {@link #parse(String)} reads them. */
    @Override
    public String toString() {
        return a + "," + b + "," + c;
    }
}
