package org.gridbolt.pricing.market.listing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.SlotBook;

/**
 * The auction of one hour, the thesis's kWhoffer.
 *
 * @param id what it is called
 * @param slot its hour
 * @param tariff the utility's prices for it, those in force when offers were authorised
 * @param state how far it is
 * @param orders the offers, in the order in which they arrived
 * @param clearing how it ended; there once it is settled
 */
public record Listing(
        ListingId id,
        Slot slot,
        GridTariff tariff,
        ListingState state,
        List<Order> orders,
        Optional<Clearing> clearing) {

    /** As many coins as a chain of bitcoins can have: no listing is worth more at the retail price. */
    static final Coin WORTH_MAX = Coin.COIN.multiply(21_000_000);

    public Listing {
        orders = List.copyOf(orders);
        if (clearing.isPresent() != (state == ListingState.SETTLED)) {
            throw new IllegalArgumentException(
                    "listing " + id + " is " + state + ", a clearing comes with being settled");
        }
    }

    static Listing announced(ListingId id, Slot slot, GridTariff tariff) {
        return new Listing(id, slot, tariff, ListingState.ANNOUNCED, List.of(), Optional.empty());
    }

    Listing authorized(GridTariff inForce) {
        return new Listing(id, slot, inForce, ListingState.AUTHORIZE_OFFERS, orders, clearing);
    }

    Listing closed() {
        return new Listing(id, slot, tariff, ListingState.BIDS_CLOSED, orders, clearing);
    }

    Listing settled(Clearing end) {
        return new Listing(id, slot, tariff, ListingState.SETTLED, orders, Optional.of(end));
    }

    /** This listing, or that it is not {@code needed}. */
    Outcome<Listing, ListingFlaw> in(ListingState needed) {
        return state == needed ? Outcome.of(this) : Outcome.flawed(new ListingFlaw.WrongState(id, state, needed));
    }

    /** This listing with {@code order} as its last, or why it cannot take it. */
    Outcome<Listing, ListingFlaw> with(Order order) {
        List<Order> more = new ArrayList<>(orders);
        more.add(order);
        return bookOf(more)
                .flatMap(book -> worth(book).compareTo(BigInteger.valueOf(WORTH_MAX.getValue())) > 0
                        ? Outcome.flawed(new ListingFlaw.TooLarge(id, WORTH_MAX))
                        : Outcome.of(new Listing(id, slot, tariff, state, more, clearing)));
    }

    /** What the listing's orders make, once it is closed. */
    Outcome<SlotBook, ListingFlaw> book() {
        return bookOf(orders);
    }

    /** The coins that the bids of {@code member} cost at most, which is when the utility delivers all of the energy. */
    Coin mostOwedBy(Participant member) {
        if (state == ListingState.SETTLED) {
            return Coin.ZERO;
        }
        return orders.stream()
                .filter(order -> order.buys() && order.participant().equals(member))
                .map(order -> tariff.retail().costOf(order.energy()))
                .reduce(ExactCoins.ZERO, ExactCoins::plus)
                .ceilCoins();
    }

    private Outcome<SlotBook, ListingFlaw> bookOf(List<Order> all) {
        return SlotBook.of(slot, tariff, all)
                .fold(Outcome::of, flaw -> Outcome.flawed(new ListingFlaw.BadMarket(flaw)));
    }

    private BigInteger worth(SlotBook book) {
        ExactCoins bids = tariff.retail().costOf(book.demand());
        ExactCoins offers = tariff.retail().costOf(book.supply());
        return bids.plus(offers).picoCoins().divide(ExactCoins.of(Coin.SATOSHI).picoCoins());
    }
}
