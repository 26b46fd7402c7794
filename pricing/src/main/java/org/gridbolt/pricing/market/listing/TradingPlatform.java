package org.gridbolt.pricing.market.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderId;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;

/**
 * The hourly auctions of Casquiço 2022, section 5.3 and table 11, as a value: what it is told makes a new platform or a
 * flaw, and leaves this one as it is.
 *
 * <pre>
 *   announce            makes a listing ANNOUNCED
 *   AuthorizeOfferCom   ANNOUNCED         becomes  AUTHORIZE_OFFERS
 *   RESOffer, BUYOffer  AUTHORIZE_OFFERS  stays
 *   Bid_Closed          AUTHORIZE_OFFERS  becomes  BIDS_CLOSED
 *   CloseBidding        BIDS_CLOSED       becomes  SETTLED
 * </pre>
 *
 * The balances of all members and of the utility always have the same sum. No balance goes below nothing: a bid is only
 * taken when the balance covers it, and the member's other bids, at the retail price.
 *
 * @param members the members, by their ids
 * @param sources the registered sources
 * @param tariff the utility's prices for listings authorised from now on
 * @param mechanism how prices are formed
 * @param listings the listings, by their ids
 * @param utility the coins of the utility, which may owe some
 */
public record TradingPlatform(
        Map<Participant, Member> members,
        List<Source> sources,
        GridTariff tariff,
        Mechanism mechanism,
        Map<ListingId, Listing> listings,
        Coin utility) {

    public TradingPlatform {
        members = Map.copyOf(members);
        sources = List.copyOf(sources);
        listings = Map.copyOf(listings);
    }

    /** The platform of these members, before its first listing. */
    public static TradingPlatform of(
            List<Member> members, List<Source> sources, GridTariff tariff, Mechanism mechanism) {
        Map<Participant, Member> byId = new HashMap<>();
        for (Member member : members) {
            if (byId.put(member.gridId(), member) != null) {
                throw new IllegalArgumentException(member.gridId() + " is a member twice");
            }
        }
        return new TradingPlatform(byId, sources, tariff, mechanism, Map.of(), Coin.ZERO);
    }

    /** The platform with a listing more, or that there is one of that id. */
    public Outcome<TradingPlatform, ListingFlaw> announce(ListingId id, Slot slot) {
        return listings.containsKey(id)
                ? Outcome.flawed(new ListingFlaw.DoubledListing(id))
                : Outcome.of(with(Listing.announced(id, slot, tariff)));
    }

    /** The platform after {@code transaction}, or why it is refused. */
    public Outcome<TradingPlatform, ListingFlaw> apply(Transaction transaction) {
        return transaction.applyTo(this);
    }

    Outcome<TradingPlatform, ListingFlaw> authorize(ListingId id) {
        return listing(id, ListingState.ANNOUNCED).map(listing -> with(listing.authorized(tariff)));
    }

    Outcome<TradingPlatform, ListingFlaw> closeBids(ListingId id) {
        return listing(id, ListingState.AUTHORIZE_OFFERS).map(listing -> with(listing.closed()));
    }

    Outcome<TradingPlatform, ListingFlaw> withRetail(Price price) {
        return inMarket(GridTariff.of(price, tariff.feedIn()))
                .map(changed -> new TradingPlatform(members, sources, changed, mechanism, listings, utility));
    }

    Outcome<TradingPlatform, ListingFlaw> offer(Transaction.ResOffer offer) {
        return listing(offer.listing(), ListingState.AUTHORIZE_OFFERS)
                .flatMap(listing -> member(offer.producer())
                        .flatMap(this::withSource)
                        .flatMap(member -> add(listing, member, Side.SELL, offer.available(), offer.reservePrice())));
    }

    Outcome<TradingPlatform, ListingFlaw> bid(Transaction.BuyOffer bid) {
        return listing(bid.listing(), ListingState.AUTHORIZE_OFFERS)
                .flatMap(listing -> member(bid.consumer())
                        .flatMap(member -> add(listing, member, Side.BUY, bid.quantity(), bid.bidPrice())))
                .flatMap(platform -> platform.covered(bid.consumer()));
    }

    Outcome<TradingPlatform, ListingFlaw> settle(ListingId id) {
        return listing(id, ListingState.BIDS_CLOSED)
                .flatMap(listing -> listing.book()
                        .flatMap(this::clear)
                        .map(end -> with(listing.settled(end)).paid(end)));
    }

    private Outcome<Clearing, ListingFlaw> clear(SlotBook book) {
        return inMarket(mechanism.rule().clear(book));
    }

    private TradingPlatform paid(Clearing end) {
        Map<Participant, Member> after = new HashMap<>(members);
        for (Bill bill : end.bills()) {
            after.computeIfPresent(bill.participant(), (id, member) -> member.paying(bill.pays()));
        }
        return new TradingPlatform(
                after,
                sources,
                tariff,
                mechanism,
                listings,
                utility.subtract(end.grid().pays()));
    }

    private Outcome<TradingPlatform, ListingFlaw> add(
            Listing listing, Member member, Side side, WattHours energy, Price limit) {
        Optional<ListingFlaw> outside = outside(listing.tariff(), member.gridId(), limit);
        if (outside.isPresent()) {
            return Outcome.flawed(outside.get());
        }
        OrderId id = new OrderId(listing.id() + "/" + listing.orders().size());
        Order order = new Order(id, member.gridId(), side, energy, Optional.of(limit), Optional.empty());
        return listing.with(order).map(this::with);
    }

    private static Optional<ListingFlaw> outside(GridTariff tariff, Participant member, Price limit) {
        if (limit.compareTo(tariff.retail()) > 0) {
            return Optional.of(new ListingFlaw.AboveRetail(member, limit, tariff.retail()));
        }
        return limit.compareTo(tariff.feedIn()) < 0
                ? Optional.of(new ListingFlaw.BelowFeedIn(member, limit, tariff.feedIn()))
                : Optional.empty();
    }

    private Outcome<TradingPlatform, ListingFlaw> covered(Participant id) {
        return member(id).flatMap(member -> {
            Coin needed = listings.values().stream()
                    .map(listing -> listing.mostOwedBy(id))
                    .reduce(Coin.ZERO, Coin::add);
            return needed.isGreaterThan(member.balance())
                    ? Outcome.flawed(new ListingFlaw.BalanceTooSmall(id, needed, member.balance()))
                    : Outcome.of(this);
        });
    }

    private TradingPlatform with(Listing listing) {
        Map<ListingId, Listing> changed = new HashMap<>(listings);
        changed.put(listing.id(), listing);
        return new TradingPlatform(members, sources, tariff, mechanism, changed, utility);
    }

    private Outcome<Listing, ListingFlaw> listing(ListingId id, ListingState needed) {
        Listing listing = listings.get(id);
        return listing == null ? Outcome.flawed(new ListingFlaw.UnknownListing(id)) : listing.in(needed);
    }

    private Outcome<Member, ListingFlaw> member(Participant id) {
        Member member = members.get(id);
        return member == null ? Outcome.flawed(new ListingFlaw.UnknownMember(id)) : Outcome.of(member);
    }

    private Outcome<Member, ListingFlaw> withSource(Member member) {
        return sources.stream().anyMatch(source -> source.owner().equals(member.gridId()))
                ? Outcome.of(member)
                : Outcome.flawed(new ListingFlaw.NoSource(member.gridId()));
    }

    private static <T> Outcome<T, ListingFlaw> inMarket(Outcome<T, MarketFlaw> outcome) {
        return outcome.fold(Outcome::of, flaw -> Outcome.flawed(new ListingFlaw.BadMarket(flaw)));
    }
}
