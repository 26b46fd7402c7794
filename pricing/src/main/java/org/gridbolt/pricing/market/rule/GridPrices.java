package org.gridbolt.pricing.market.rule;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.TariffFlaw;

/**
 * What the grid charges and pays in one slot, in coins per kilowatt-hour.
 *
 * @param sells at what it sells
 * @param buys at what it buys
 */
record GridPrices(BigFraction sells, BigFraction buys) {

    static GridPrices of(GridTariff tariff) {
        return new GridPrices(Fractions.of(tariff.retail()), Fractions.of(tariff.feedIn()));
    }

    /** These, with another price at which the grid sells. */
    GridPrices selling(BigFraction price) {
        return new GridPrices(price, buys);
    }

    /** Whether {@code price} is not below what the grid pays and not above what it charges. */
    boolean include(BigFraction price) {
        return price.compareTo(buys) >= 0 && price.compareTo(sells) <= 0;
    }

    /** The flaw of prices at which anybody could earn by trading with the grid in a circle. */
    Optional<MarketFlaw> crossedIn(SlotBook book) {
        return sells.compareTo(buys) < 0
                ? Optional.of(new TariffFlaw.CrossedInSlot(
                        book.slot(), sells, book.tariff().feedIn()))
                : Optional.empty();
    }
}
