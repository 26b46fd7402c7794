package org.gridbolt.pricing.market.listing;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Participant;

/** Why the platform refuses what it was told; it stays as it was. */
public sealed interface ListingFlaw extends Flaw {

    /**
     * There is no such listing.
     *
     * @param listing what was asked for
     */
    record UnknownListing(ListingId listing) implements ListingFlaw {
        @Override
        public String message() {
            return "listing %s is unknown; announce it first".formatted(listing);
        }
    }

    /**
     * There is a listing of that id already.
     *
     * @param listing the id
     */
    record DoubledListing(ListingId listing) implements ListingFlaw {
        @Override
        public String message() {
            return "listing %s is announced already; give each hour its own".formatted(listing);
        }
    }

    /**
     * The listing is too early or too late for this.
     *
     * @param listing the listing
     * @param is how far it is
     * @param needed how far it would have to be
     */
    record WrongState(ListingId listing, ListingState is, ListingState needed) implements ListingFlaw {
        @Override
        public String message() {
            return "listing %s is %s; this is only taken while it is %s".formatted(listing, is, needed);
        }
    }

    /**
     * Nobody of that id is a member.
     *
     * @param member the id
     */
    record UnknownMember(Participant member) implements ListingFlaw {
        @Override
        public String message() {
            return "%s is no member; register it first".formatted(member);
        }
    }

    /**
     * The member has no energy source to sell from.
     *
     * @param member the member
     */
    record NoSource(Participant member) implements ListingFlaw {
        @Override
        public String message() {
            return "%s has no energy source to sell from; register one first".formatted(member);
        }
    }

    /**
     * The price is above the retail price.
     *
     * @param member who gave it
     * @param price the price
     * @param retail the retail price
     */
    record AboveRetail(Participant member, Price price, Price retail) implements ListingFlaw {
        @Override
        public String message() {
            return "%s: a price of %s is above the retail price of %s; give at most that"
                    .formatted(member, price, retail);
        }
    }

    /**
     * The price is below what the utility pays.
     *
     * @param member who gave it
     * @param price the price
     * @param feedIn what the utility pays
     */
    record BelowFeedIn(Participant member, Price price, Price feedIn) implements ListingFlaw {
        @Override
        public String message() {
            return "%s: a price of %s is below the feed-in price of %s; give at least that"
                    .formatted(member, price, feedIn);
        }
    }

    /**
     * The member could not pay for this and for its other bids, were all of the energy to come from the utility.
     *
     * @param member the member
     * @param needed the coins that it would need
     * @param balance the coins that it has
     */
    record BalanceTooSmall(Participant member, Coin needed, Coin balance) implements ListingFlaw {
        @Override
        public String message() {
            return "%s: its bids could cost %d coins and its balance is %d; bid for less or pay in more"
                    .formatted(member, needed.getValue(), balance.getValue());
        }
    }

    /**
     * The listing would be worth more coins than there can be.
     *
     * @param listing the listing
     * @param most the coins that it may be worth at the retail price
     */
    record TooLarge(ListingId listing, Coin most) implements ListingFlaw {
        @Override
        public String message() {
            return "listing %s would be worth more than %d coins; offer less".formatted(listing, most.getValue());
        }
    }

    /**
     * The offer makes no order book, the tariff no tariff, or the rule finds a flaw.
     *
     * @param flaw what is wrong
     */
    record BadMarket(MarketFlaw flaw) implements ListingFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }
}
