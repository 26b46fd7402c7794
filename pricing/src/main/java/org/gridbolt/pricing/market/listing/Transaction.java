package org.gridbolt.pricing.market.listing;

import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Participant;

/** What the platform is told, under the names of table 11 of the thesis. */
public sealed interface Transaction {

    /** The platform after this, or why it is refused. */
    Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform);

    /**
     * AuthorizeOfferCom: bidding begins.
     *
     * @param listing for which hour
     */
    record AuthorizeOfferCom(ListingId listing) implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.authorize(listing);
        }
    }

    /**
     * RESOffer: a producer offers energy.
     *
     * @param reservePrice the least it takes for a kilowatt-hour
     * @param available how much
     * @param listing for which hour
     * @param producer who offers
     */
    record ResOffer(Price reservePrice, WattHours available, ListingId listing, Participant producer)
            implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.offer(this);
        }
    }

    /**
     * BUYOffer: a consumer bids for energy.
     *
     * @param bidPrice the most it pays for a kilowatt-hour
     * @param quantity how much
     * @param listing for which hour
     * @param consumer who bids
     */
    record BuyOffer(Price bidPrice, WattHours quantity, ListingId listing, Participant consumer)
            implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.bid(this);
        }
    }

    /**
     * Bid_Closed: no more offers.
     *
     * @param listing for which hour
     */
    record BidClosed(ListingId listing) implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.closeBids(listing);
        }
    }

    /**
     * CloseBidding: the price is formed, and balances change.
     *
     * @param listing for which hour
     */
    record CloseBidding(ListingId listing) implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.settle(listing);
        }
    }

    /**
     * RetailPrice: what the utility charges in listings that are authorised from now on.
     *
     * @param price the price
     */
    record RetailPrice(Price price) implements Transaction {
        @Override
        public Outcome<TradingPlatform, ListingFlaw> applyTo(TradingPlatform platform) {
            return platform.withRetail(price);
        }
    }
}
