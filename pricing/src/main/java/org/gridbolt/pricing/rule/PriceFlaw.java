package org.gridbolt.pricing.rule;

import org.gridbolt.pricing.Flaw;

/** What is wrong with the text of a price rule. */
public sealed interface PriceFlaw extends Flaw {

    /**
     * The text does not have three parts.
     *
     * @param text all of it
     */
    record NotThreeCoefficients(String text) implements PriceFlaw {
        @Override
        public String message() {
            return "price \"%s\": give three coefficients a,b,c, such as 10,100,5000".formatted(text);
        }
    }

    /**
     * A coefficient is no number in plain decimals.
     *
     * @param name which one
     * @param text what stands there
     */
    record NotADecimal(String name, String text) implements PriceFlaw {
        @Override
        public String message() {
            return "price coefficient %s: \"%s\" is no decimal number; write it like 10 or 0.125".formatted(name, text);
        }
    }

    /**
     * A coefficient is negative.
     *
     * @param name which one
     * @param text what stands there
     */
    record FallsWithDemand(String name, String text) implements PriceFlaw {
        @Override
        public String message() {
            return "price coefficient %s: %s is negative, the price would fall with demand; give 0 or more"
                    .formatted(name, text);
        }
    }

    /**
     * A coefficient has more than three decimal places.
     *
     * @param name which one
     * @param text what stands there
     */
    record TooManyPlaces(String name, String text) implements PriceFlaw {
        @Override
        public String message() {
            return "price coefficient %s: %s has more than 3 decimal places; round it".formatted(name, text);
        }
    }

    /**
     * A coefficient is larger than any there can be.
     *
     * @param name which one
     * @param text what stands there
     */
    record TooLarge(String name, String text) implements PriceFlaw {
        @Override
        public String message() {
            return "price coefficient %s: %s is too large; give at most %s"
                    .formatted(name, text, new Coefficient(Long.MAX_VALUE));
        }
    }
}
