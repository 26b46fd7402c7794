package org.gridbolt.pricing.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.gridbolt.pricing.Outcome;

/**
 * A coefficient of a price rule: an exact decimal of up to three places. It is never negative, since then the price
 * would fall when demand grows.
 *
 * @param thousandths the coefficient times 1,000, at least 0
 */
public record Coefficient(long thousandths) {

    private static final int PLACES = 3;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    public Coefficient {
        if (thousandths < 0) {
            throw new IllegalArgumentException("a coefficient is never negative: " + thousandths + " thousandths");
        }
    }

    /** The coefficient that {@code text} writes in plain decimals; {@code name} is how a flaw calls it. */
    public static Outcome<Coefficient, PriceFlaw> parse(String name, String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Outcome.flawed(new PriceFlaw.NotADecimal(name, text));
        }
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        if (decimal.signum() < 0) {
            return Outcome.flawed(new PriceFlaw.FallsWithDemand(name, text));
        }
        if (decimal.scale() > PLACES) {
            return Outcome.flawed(new PriceFlaw.TooManyPlaces(name, text));
        }
        return ofThousandths(name, text, decimal.movePointRight(PLACES).toBigIntegerExact());
    }

    private static Outcome<Coefficient, PriceFlaw> ofThousandths(String name, String text, BigInteger thousandths) {
        return thousandths.bitLength() < Long.SIZE
                ? Outcome.of(new Coefficient(thousandths.longValueExact()))
                : Outcome.flawed(new PriceFlaw.TooLarge(name, text));
    }

    /** The coefficient times 1,000. */
    BigInteger exactThousandths() {
        return BigInteger.valueOf(thousandths);
    }

    /** Plain decimals without needless zeros. */
    @Override
    public String toString() {
        return thousandths == 0
                ? "0"
                : BigDecimal.valueOf(thousandths, PLACES).stripTrailingZeros().toPlainString();
    }
}
