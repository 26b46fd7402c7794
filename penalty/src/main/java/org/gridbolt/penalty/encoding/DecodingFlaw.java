package org.gridbolt.penalty.encoding;

import org.gridbolt.pricing.Flaw;

/** Why bytes are no canonical encoding of a value. */
public sealed interface DecodingFlaw extends Flaw {

    /**
     * The input ends inside a field.
     *
     * @param at where the field starts
     * @param missing how many of its bytes are not there
     */
    record Truncated(int at, int missing) implements DecodingFlaw {
        @Override
        public String message() {
            return "the field at byte " + at + " lacks " + missing + " bytes";
        }
    }

    /**
     * Bytes follow the last field.
     *
     * @param count how many
     */
    record TrailingBytes(int count) implements DecodingFlaw {
        @Override
        public String message() {
            return count + " bytes follow the last field";
        }
    }

    /**
     * A length or a count above its bound.
     *
     * @param at where the counted content starts
     * @param count what the input says
     * @param most the bound
     */
    record TooMany(int at, int count, int most) implements DecodingFlaw {
        @Override
        public String message() {
            return "a count of " + count + " before byte " + at + ", where at most " + most + " may be";
        }
    }

    /**
     * Bytes that spell no value of their type.
     *
     * @param at where the value ends
     * @param why what is wrong with it
     */
    record NoSuchValue(int at, String why) implements DecodingFlaw {
        @Override
        public String message() {
            return "before byte " + at + ": " + why;
        }
    }
}
