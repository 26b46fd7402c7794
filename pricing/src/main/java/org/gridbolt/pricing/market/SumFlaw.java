package org.gridbolt.pricing.market;

import java.math.BigInteger;
import java.util.Locale;
import org.gridbolt.pricing.Slot;

/** A sum over a slot's market that is larger than any amount there is. */
public sealed interface SumFlaw extends MarketFlaw {

    /**
     * The energy of one side.
     *
     * @param slot the slot
     * @param side the side
     */
    record TooMuchEnergy(Slot slot, Side side) implements SumFlaw {
        @Override
        public String message() {
            return "%s: the energy of all orders to %s is more than %d Wh; split the book"
                    .formatted(slot, side.name().toLowerCase(Locale.ROOT), Long.MAX_VALUE);
        }
    }

    /**
     * The coins that change hands.
     *
     * @param slot the slot
     * @param coins how many
     */
    record TooManyCoins(Slot slot, BigInteger coins) implements SumFlaw {
        @Override
        public String message() {
            return "%s: %d coins would change hands, more than can be counted; lower the prices or split the book"
                    .formatted(slot, coins);
        }
    }
}
