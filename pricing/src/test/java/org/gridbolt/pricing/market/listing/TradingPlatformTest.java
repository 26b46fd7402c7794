package org.gridbolt.pricing.market.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.OrderFlaw;
import org.gridbolt.pricing.market.OrderId;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.TariffFlaw;
import org.gridbolt.pricing.market.listing.Transaction.AuthorizeOfferCom;
import org.gridbolt.pricing.market.listing.Transaction.BidClosed;
import org.gridbolt.pricing.market.listing.Transaction.BuyOffer;
import org.gridbolt.pricing.market.listing.Transaction.CloseBidding;
import org.gridbolt.pricing.market.listing.Transaction.ResOffer;
import org.gridbolt.pricing.market.listing.Transaction.RetailPrice;
import org.junit.jupiter.api.Test;

/** Casquiço 2022, table 11: an hour from its announcement to its balances. */
class TradingPlatformTest {

    private static final ListingId HOUR = new ListingId("2022-06-01T13");
    private static final ListingId LATER = new ListingId("2022-06-01T14");
    private static final Participant ANA = new Participant("ana");
    private static final Participant RUI = new Participant("rui");
    private static final Participant SOL = new Participant("sol");
    private static final Participant NOBODY = new Participant("nobody");

    /** The thesis's prices, 0.095 and 0.039 a kilowatt-hour, with 1,000 coins to the euro. */
    private static final GridTariff TARIFF = new GridTariff(price("95"), price("39"));

    private static final TradingPlatform START = platform(Mechanism.MEAN_BID);
    private static final TradingPlatform OPEN = told(START, new AuthorizeOfferCom(HOUR));

    @Test
    void an_hour_goes_from_authorised_offers_to_balances() {
        TradingPlatform end = told(
                OPEN,
                offer("50", 3_000),
                bid(ANA, "90", 2_000),
                bid(RUI, "60", 2_000),
                new BidClosed(HOUR),
                new CloseBidding(HOUR));
        assertThat(clearing(end).quotes().peers()).contains(BigFraction.of(75));
        assertThat(balance(end, ANA)).isEqualTo(1_000 - 2 * 75);
        assertThat(balance(end, RUI)).isEqualTo(1_000 - 2 * 95);
        assertThat(balance(end, SOL)).isEqualTo(1_000 + 2 * 75 + 39);
        assertThat(end.utility()).isEqualTo(Coin.valueOf(2 * 95 - 39));
    }

    @Test
    void the_mechanism_makes_the_price() {
        Transaction[] hour = {
            offer("50", 3_000),
            bid(ANA, "90", 1_000),
            bid(RUI, "60", 3_000),
            new BidClosed(HOUR),
            new CloseBidding(HOUR)
        };
        assertThat(priceOf(Mechanism.MEAN_BID, hour)).contains(BigFraction.of(75));
        assertThat(priceOf(Mechanism.MEAN_BID_BY_ENERGY, hour)).contains(BigFraction.of(135, 2));
        assertThat(priceOf(Mechanism.CROSSING, hour)).contains(BigFraction.of(60));
    }

    @Test
    void the_highest_bid_wins_and_of_equals_the_first() {
        TradingPlatform end = told(
                OPEN,
                offer("50", 1_000),
                bid(RUI, "80", 1_000),
                bid(ANA, "80", 1_000),
                new BidClosed(HOUR),
                new CloseBidding(HOUR));
        assertThat(clearing(end).trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.buyer()).isEqualTo(RUI));
    }

    @Test
    void offers_are_only_taken_while_they_are_authorised() {
        TradingPlatform closed = told(OPEN, new BidClosed(HOUR));
        TradingPlatform settled = told(closed, new CloseBidding(HOUR));
        for (Transaction offer : List.of(offer("50", 1), bid(ANA, "50", 1), new BidClosed(HOUR))) {
            assertRefused(START, offer, wrong(ListingState.ANNOUNCED, ListingState.AUTHORIZE_OFFERS));
            assertRefused(closed, offer, wrong(ListingState.BIDS_CLOSED, ListingState.AUTHORIZE_OFFERS));
            assertRefused(settled, offer, wrong(ListingState.SETTLED, ListingState.AUTHORIZE_OFFERS));
        }
        assertRefused(OPEN, new AuthorizeOfferCom(HOUR), wrong(ListingState.AUTHORIZE_OFFERS, ListingState.ANNOUNCED));
        assertRefused(OPEN, new CloseBidding(HOUR), wrong(ListingState.AUTHORIZE_OFFERS, ListingState.BIDS_CLOSED));
        assertRefused(settled, new CloseBidding(HOUR), wrong(ListingState.SETTLED, ListingState.BIDS_CLOSED));
    }

    @Test
    void what_is_not_known_is_refused() {
        for (Transaction transaction : List.of(
                new AuthorizeOfferCom(LATER),
                new BidClosed(LATER),
                new CloseBidding(LATER),
                new BuyOffer(price("50"), new WattHours(1), LATER, ANA))) {
            assertRefused(OPEN, transaction, new ListingFlaw.UnknownListing(LATER));
        }
        assertRefused(OPEN, bid(NOBODY, "50", 1), new ListingFlaw.UnknownMember(NOBODY));
        assertRefused(
                OPEN, new ResOffer(price("50"), new WattHours(1), HOUR, NOBODY), new ListingFlaw.UnknownMember(NOBODY));
        assertRefused(OPEN, new ResOffer(price("50"), new WattHours(1), HOUR, ANA), new ListingFlaw.NoSource(ANA));
        assertThat(OPEN.announce(HOUR, new Slot(13)).flaw()).contains(new ListingFlaw.DoubledListing(HOUR));
    }

    @Test
    void prices_lie_between_feed_in_and_retail() {
        assertRefused(OPEN, bid(ANA, "96", 1), new ListingFlaw.AboveRetail(ANA, price("96"), price("95")));
        assertRefused(OPEN, offer("95.1", 1), new ListingFlaw.AboveRetail(SOL, price("95.1"), price("95")));
        assertRefused(OPEN, bid(ANA, "38", 1), new ListingFlaw.BelowFeedIn(ANA, price("38"), price("39")));
        assertThat(OPEN.apply(bid(ANA, "95", 1)).value()).isPresent();
        assertThat(OPEN.apply(bid(ANA, "39", 1)).value()).isPresent();
    }

    @Test
    void a_bid_is_covered_at_the_retail_price_with_all_others_of_its_member() {
        assertThat(OPEN.apply(bid(ANA, "50", 10_526)).value()).isPresent();
        assertRefused(
                OPEN,
                bid(ANA, "50", 10_527),
                new ListingFlaw.BalanceTooSmall(ANA, Coin.valueOf(1_001), Coin.valueOf(1_000)));
        TradingPlatform two = told(
                OPEN.announce(LATER, new Slot(14)).orElseThrow(), new AuthorizeOfferCom(LATER), bid(ANA, "50", 6_000));
        assertRefused(
                two,
                new BuyOffer(price("50"), new WattHours(5_000), LATER, ANA),
                new ListingFlaw.BalanceTooSmall(ANA, Coin.valueOf(570 + 475), Coin.valueOf(1_000)));
        TradingPlatform settled = told(two, new BidClosed(HOUR), new CloseBidding(HOUR));
        assertRefused(
                settled,
                new BuyOffer(price("50"), new WattHours(5_000), LATER, ANA),
                new ListingFlaw.BalanceTooSmall(ANA, Coin.valueOf(475), Coin.valueOf(430)));
    }

    @Test
    void what_a_member_offers_elsewhere_needs_no_balance() {
        TradingPlatform selling = told(
                OPEN.announce(LATER, new Slot(14)).orElseThrow(),
                new AuthorizeOfferCom(LATER),
                offer("50", 100_000),
                new BuyOffer(price("50"), new WattHours(10_000), LATER, SOL));
        assertThat(selling.listings()).hasSize(2);
    }

    @Test
    void a_listing_is_worth_no_more_than_all_coins() {
        assertThat(OPEN.apply(offer("50", 22_105_263_157_894_737L)).value()).isPresent();
        assertRefused(
                OPEN,
                offer("50", 22_105_263_157_894_748L),
                new ListingFlaw.TooLarge(HOUR, Coin.COIN.multiply(21_000_000)));
    }

    @Test
    void an_offer_that_makes_no_book_is_refused() {
        assertRefused(
                OPEN,
                bid(ANA, "50", 0),
                new ListingFlaw.BadMarket(new OrderFlaw.NoEnergy(new OrderId("2022-06-01T13/0"))));
        assertRefused(
                told(OPEN, offer("50", 1_000)),
                bid(SOL, "50", 1_000),
                new ListingFlaw.BadMarket(new OrderFlaw.BothSides(new OrderId("2022-06-01T13/1"), SOL)));
        assertRefused(
                OPEN, offer("50", Long.MAX_VALUE), new ListingFlaw.TooLarge(HOUR, Coin.COIN.multiply(21_000_000)));
    }

    @Test
    void a_new_retail_price_is_for_listings_authorised_from_then_on() {
        TradingPlatform changed = told(
                OPEN.announce(LATER, new Slot(14)).orElseThrow(),
                new RetailPrice(price("60")),
                new AuthorizeOfferCom(LATER));
        assertThat(changed.apply(bid(ANA, "90", 1)).value()).isPresent();
        assertRefused(
                changed,
                new BuyOffer(price("90"), new WattHours(1), LATER, ANA),
                new ListingFlaw.AboveRetail(ANA, price("90"), price("60")));
        assertRefused(
                OPEN,
                new RetailPrice(price("38")),
                new ListingFlaw.BadMarket(new TariffFlaw.Crossed(price("38"), price("39"))));
    }

    @Test
    void an_hour_without_offers_ends_without_trades() {
        TradingPlatform end = told(OPEN, new BidClosed(HOUR), new CloseBidding(HOUR));
        assertThat(clearing(end).bills()).isEmpty();
        assertThat(end.members()).isEqualTo(OPEN.members());
    }

    @Test
    void a_flaw_says_what_to_do() {
        says(
                wrong(ListingState.BIDS_CLOSED, ListingState.AUTHORIZE_OFFERS),
                "listing 2022-06-01T13 is BIDS_CLOSED; this is only taken while it is AUTHORIZE_OFFERS");
        says(new ListingFlaw.UnknownListing(LATER), "listing 2022-06-01T14 is unknown; announce it first");
        says(
                new ListingFlaw.DoubledListing(HOUR),
                "listing 2022-06-01T13 is announced already; give each hour its own");
        says(new ListingFlaw.UnknownMember(NOBODY), "nobody is no member; register it first");
        says(new ListingFlaw.NoSource(ANA), "ana has no energy source to sell from; register one first");
        says(
                new ListingFlaw.AboveRetail(ANA, price("96"), price("95")),
                "ana: a price of 96 coins per kWh is above the retail price of 95 coins per kWh; give at most that");
        says(
                new ListingFlaw.BelowFeedIn(ANA, price("38"), price("39")),
                "ana: a price of 38 coins per kWh is below the feed-in price of 39 coins per kWh;"
                        + " give at least that");
        says(
                new ListingFlaw.BalanceTooSmall(ANA, Coin.valueOf(5), Coin.valueOf(4)),
                "ana: its bids could cost 5 coins and its balance is 4; bid for less or pay in more");
        says(
                new ListingFlaw.TooLarge(HOUR, Coin.valueOf(9)),
                "listing 2022-06-01T13 would be worth more than 9 coins; offer less");
        says(
                new ListingFlaw.BadMarket(new OrderFlaw.NoEnergy(new OrderId("7"))),
                "order 7: its energy is 0 Wh; give at least 1 Wh or leave the order out");
    }

    @Test
    void what_cannot_be_cannot_be_made() {
        assertThatThrownBy(() -> new Member(ANA, "Ana", "ana@example.org", Coin.valueOf(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ListingId(" ")).isInstanceOf(IllegalArgumentException.class);
        Member twice = member(ANA);
        assertThatThrownBy(() -> TradingPlatform.of(List.of(twice, twice), List.of(), TARIFF, Mechanism.CROSSING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new Listing(HOUR, new Slot(0), TARIFF, ListingState.SETTLED, List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 700)
    void whatever_is_told_coins_are_kept_and_no_member_owes(
            @ForAll("mechanisms") Mechanism mechanism, @ForAll("courses") List<Transaction> course) {
        TradingPlatform platform =
                platform(mechanism).announce(LATER, new Slot(14)).orElseThrow();
        for (Transaction transaction : course) {
            Outcome<TradingPlatform, ListingFlaw> after = platform.apply(transaction);
            after.flaw()
                    .ifPresent(flaw -> assertThat(flaw.message()).isNotBlank().doesNotContain("\n"));
            platform = after.value().orElse(platform);
        }
        assertThat(platform.members().values())
                .noneMatch(member -> member.balance().isNegative());
        assertThat(total(platform)).isEqualTo(3_000);
    }

    @Provide
    Arbitrary<Mechanism> mechanisms() {
        return Arbitraries.of(Mechanism.class);
    }

    @Provide
    Arbitrary<List<Transaction>> courses() {
        Arbitrary<ListingId> listings = Arbitraries.of(HOUR, LATER);
        Arbitrary<Participant> members = Arbitraries.of(ANA, RUI, SOL, NOBODY);
        Arbitrary<Price> prices = Arbitraries.longs().between(38, 96).map(coins -> price("" + coins));
        Arbitrary<WattHours> energies = Arbitraries.longs().between(1, 9_000).map(WattHours::new);
        Arbitrary<Transaction> offers =
                Combinators.combine(prices, energies, listings, members).as(ResOffer::new);
        Arbitrary<Transaction> bids =
                Combinators.combine(prices, energies, listings, members).as(BuyOffer::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(3, offers),
                        Tuple.of(5, bids),
                        Tuple.of(2, listings.map(AuthorizeOfferCom::new)),
                        Tuple.of(1, listings.map(BidClosed::new)),
                        Tuple.of(1, listings.map(CloseBidding::new)),
                        Tuple.of(1, prices.map(RetailPrice::new)))
                .list()
                .ofMaxSize(40);
    }

    private static TradingPlatform platform(Mechanism mechanism) {
        return TradingPlatform.of(
                        List.of(member(ANA), member(RUI), member(SOL)),
                        List.of(new Source("roof", SOL)),
                        TARIFF,
                        mechanism)
                .announce(HOUR, new Slot(13))
                .orElseThrow();
    }

    private static Member member(Participant id) {
        return new Member(id, id.id(), id + "@example.org", Coin.valueOf(1_000));
    }

    private static TradingPlatform told(TradingPlatform platform, Transaction... course) {
        TradingPlatform now = platform;
        for (Transaction transaction : course) {
            now = now.apply(transaction).orElseThrow();
        }
        return now;
    }

    private static Optional<BigFraction> priceOf(Mechanism mechanism, Transaction... course) {
        TradingPlatform open = told(platform(mechanism), new AuthorizeOfferCom(HOUR));
        return clearing(told(open, course)).quotes().peers();
    }

    private static void assertRefused(TradingPlatform platform, Transaction transaction, ListingFlaw flaw) {
        assertThat(platform.apply(transaction).flaw()).contains(flaw);
    }

    private static void says(ListingFlaw flaw, String message) {
        assertThat(flaw.message()).isEqualTo(message);
    }

    private static ListingFlaw wrong(ListingState is, ListingState needed) {
        return new ListingFlaw.WrongState(HOUR, is, needed);
    }

    private static Clearing clearing(TradingPlatform platform) {
        return Optional.ofNullable(platform.listings().get(HOUR))
                .flatMap(Listing::clearing)
                .orElseThrow();
    }

    private static long balance(TradingPlatform platform, Participant id) {
        return Optional.ofNullable(platform.members().get(id))
                .orElseThrow()
                .balance()
                .getValue();
    }

    private static long total(TradingPlatform platform) {
        return platform.members().values().stream()
                        .mapToLong(member -> member.balance().getValue())
                        .sum()
                + platform.utility().getValue();
    }

    private static ResOffer offer(String reserve, long energy) {
        return new ResOffer(price(reserve), new WattHours(energy), HOUR, SOL);
    }

    private static BuyOffer bid(Participant who, String price, long energy) {
        return new BuyOffer(price(price), new WattHours(energy), HOUR, who);
    }

    private static Price price(String decimal) {
        return Price.parse(decimal).orElseThrow();
    }
}
