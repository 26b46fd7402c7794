package org.gridbolt.pricing.market.rule;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.SumFlaw;
import org.gridbolt.pricing.market.TariffFlaw;
import org.gridbolt.pricing.rule.PriceRule;

/**
 * The utility's published price, made from the demand D of the slot: energy E costs C = σ p(D) E, with p = a D² + b D + c
 * and the conversion factor σ from currency to coins, 1 in the paper's simulation. From Tharun and Parvez 2021, section
 * 5.D, of which the print has lost the formula of C and its symbol; C never falls when D grows.
 *
 * <p>D is the energy of all orders to buy and, beside it, of those who do not trade. Whoever delivers, a buyer pays C:
 * the utility steps in at the price that it published, so the tariff's retail price plays no part. Sellers share what
 * peers pay them and the feed-in price for the rest. Takes no notice of limits, and p knows no bound.
 *
 * @param price how p is made from D
 * @param sigma the factor, more than 0
 * @param base the demand of those who do not trade
 */
public record QuadraticDemand(PriceRule price, BigFraction sigma, WattHours base) implements MarketRule {

    public QuadraticDemand {
        if (sigma.signum() <= 0) {
            throw new IllegalArgumentException("a conversion factor is more than 0: " + sigma);
        }
    }

    @Override
    public String name() {
        return "quadratic";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        long others = base.value();
        if (book.demand().value() > Long.MAX_VALUE - others) {
            return Outcome.flawed(new SumFlaw.TooMuchEnergy(book.slot(), Side.BUY));
        }
        WattHours demand = book.demand().plus(base);
        Optional<Price> quoted = price.quote(demand);
        return quoted.isPresent()
                ? clear(book, sigma.multiply(Fractions.of(quoted.get())))
                : Outcome.flawed(new TariffFlaw.NoPriceAt(book.slot(), demand));
    }

    private static Outcome<Clearing, MarketFlaw> clear(SlotBook book, BigFraction published) {
        Pool pool = Pool.of(book).withGridSelling(published);
        return pool.grid()
                .crossedIn(book)
                .<Outcome<Clearing, MarketFlaw>>map(Outcome::flawed)
                .orElseGet(() -> pool.clear(published));
    }
}
