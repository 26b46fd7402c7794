package org.gridbolt.pricing.market.listing;

/** How far a listing is. The thesis has the middle two; what is before and after them it leaves without a name. */
public enum ListingState {
    /** Its hour is known, offers are not taken yet. */
    ANNOUNCED,
    /** Offers to sell and to buy are taken. */
    AUTHORIZE_OFFERS,
    /** No more offers are taken, the price is not formed yet. */
    BIDS_CLOSED,
    /** Trades are made and balances have changed. */
    SETTLED
}
