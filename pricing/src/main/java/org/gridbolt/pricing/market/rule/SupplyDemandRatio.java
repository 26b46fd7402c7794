package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.TariffFlaw;

/**
 * The price follows the ratio r of supply to demand. Boumaiza and Sanfilippo name the rule and print no formula; this is the
 * one of Liu and others, "Energy-sharing model with price-based demand response for microgrids of peer-to-peer prosumers",
 * 2017, with the retail price s, the feed-in price f, and the compensation c that later work adds for sellers (0 in Liu's):
 *
 * <pre>
 *   r &lt; 1:   p = (f + c) s / ((s - f - c) r + f + c)    sellers get p,          buyers pay  p r + s (1 - r)
 *   r &gt;= 1:  p = f + c                                  sellers get f + c / r,  buyers pay  p
 * </pre>
 *
 * with p the price among peers. While 0 &lt;= c &lt;= s - f, p falls from s to f + c as r grows from 0 to 1: no buyer pays
 * more than retail, no seller gets less than feed-in. A larger c is refused when the slot is cleared. Without supply p is
 * s, which it comes ever closer to as r falls. Takes no notice of limits: nobody does worse than with the grid alone.
 *
 * @param compensation c, in coins per kilowatt-hour
 */
public record SupplyDemandRatio(Price compensation) implements MarketRule {

    /** The rule without compensation. */
    public static final SupplyDemandRatio PLAIN = new SupplyDemandRatio(Price.ZERO);

    @Override
    public String name() {
        return "sdr";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        Price most = mostUnder(book.tariff());
        return compensation.compareTo(most) > 0
                ? Outcome.flawed(new TariffFlaw.CompensationTooHigh(book.slot(), compensation, most))
                : Pool.of(book).clear(peerPrice(book));
    }

    private static Price mostUnder(GridTariff tariff) {
        return new Price(tariff.retail().nanoCoinsPerKwh() - tariff.feedIn().nanoCoinsPerKwh());
    }

    private BigFraction peerPrice(SlotBook book) {
        BigFraction retail = Fractions.of(book.tariff().retail());
        BigFraction floor = Fractions.of(book.tariff().feedIn()).add(Fractions.of(compensation));
        if (book.supply().equals(WattHours.ZERO) || retail.isZero()) {
            return retail;
        }
        if (book.supply().compareTo(book.demand()) >= 0) {
            return floor;
        }
        BigFraction ratio = Fractions.ratio(book.supply(), book.demand());
        return floor.multiply(retail)
                .divide(retail.subtract(floor).multiply(ratio).add(floor));
    }
}
