package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.PREIMAGES;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.book;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.price;
import static org.gridbolt.penalty.ChannelFixture.ticket;
import static org.gridbolt.penalty.ChannelFixture.unit;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketBookTest {

    private static final Ticket FIRST = ticket(1, 30_000);
    private static final Ticket SECOND = ticket(2, 40_000);
    private static final TicketBook BOOK = book(FIRST, SECOND);

    @Test
    void a_book_at_the_announced_prices_is_taken() {
        assertThat(check(BOOK)).isEmpty();
    }

    @Test
    void the_next_book_continues_the_chain() {
        assertThat(next(1, BOOK.hash(), ticket(3, 500)).checkAfter(BOOK, rules(ticket(3, 500))))
                .isEmpty();
    }

    @Test
    void a_book_that_does_not_continue_the_chain_is_refused() {
        TicketRules rules = rules(ticket(3, 500));

        assertThat(next(2, BOOK.hash(), ticket(3, 500)).checkAfter(BOOK, rules))
                .contains(new TicketFlaw.BrokenChain(2, 1));
        assertThat(next(1, hash("another book"), ticket(3, 500)).checkAfter(BOOK, rules))
                .contains(new TicketFlaw.BrokenChain(1, 1));
        assertThat(next(1, BOOK.hash(), ticket(3, 500)).checkFirst(rules)).contains(new TicketFlaw.BrokenChain(1, 0));
    }

    @Test
    void a_book_of_another_channel_is_refused() {
        ChannelRef other = new ChannelRef(CHANNEL.chain(), new ChannelId(hash("another")), CHANNEL.termsHash());
        TicketBook book = new TicketBook(other, 0, Sha256Hash.ZERO_HASH, CumulativeRounding.START, List.of(FIRST));

        assertThat(check(book)).contains(new TicketFlaw.OtherChannel());
    }

    @Test
    void a_book_from_another_carry_is_refused() {
        CumulativeRounding carry = new CumulativeRounding(new ExactCoins(BigInteger.ONE));
        TicketBook book = new TicketBook(CHANNEL, 0, Sha256Hash.ZERO_HASH, carry, List.of(FIRST));

        assertThat(check(book)).contains(new TicketFlaw.WrongCarry(carry, CumulativeRounding.START));
    }

    @Test
    void unit_numbers_rise_within_a_book_and_across_books() {
        assertThat(check(book(SECOND, FIRST))).contains(new TicketFlaw.UnitNotRising(unit(1)));
        assertThat(check(book(FIRST, FIRST))).contains(new TicketFlaw.UnitNotRising(unit(1)));
        assertThat(next(1, BOOK.hash(), SECOND).checkAfter(BOOK, rules(SECOND)))
                .contains(new TicketFlaw.UnitNotRising(unit(2)));
    }

    @Test
    void a_hash_seen_before_is_refused() {
        Ticket copied = new Ticket(SECOND.draft(), FIRST.hash());

        assertThat(check(book(FIRST, copied))).contains(new TicketFlaw.RepeatedHash(unit(2)));
        Ticket later = new Ticket(ticket(3, 500).draft(), FIRST.hash());
        assertThat(next(1, BOOK.hash(), later).checkAfter(BOOK, rules(later)))
                .contains(new TicketFlaw.RepeatedHash(unit(3)));
    }

    @Test
    void a_slot_without_an_announced_price_is_refused() {
        assertThat(BOOK.checkFirst(rules(FIRST))).contains(new TicketFlaw.NoPrice(new Slot(2)));
    }

    @Test
    void another_price_than_announced_is_refused() {
        Ticket dearer = with(FIRST, price(120_001), FIRST.amount());

        assertThat(book(dearer).checkFirst(rules(FIRST)))
                .contains(new TicketFlaw.WrongPrice(unit(1), price(120_001), price(120_000)));
    }

    @Test
    void an_amount_that_the_price_does_not_give_is_refused() {
        Ticket dearer = with(FIRST, FIRST.price(), Coin.valueOf(30_001));

        assertThat(check(book(dearer)))
                .contains(new TicketFlaw.WrongAmount(unit(1), Coin.valueOf(30_001), Coin.valueOf(30_000)));
    }

    /** 250 Wh at 2001 coins per kWh cost 500.25: the fourth unit collects what the first three left over. */
    @Test
    void amounts_round_cumulatively() {
        Price odd = price(2001);
        TicketBook fair = book(odd(1, odd, 500), odd(2, odd, 500), odd(3, odd, 500), odd(4, odd, 501));
        TicketBook greedy = book(odd(1, odd, 501), odd(2, odd, 500), odd(3, odd, 500), odd(4, odd, 500));

        assertThat(check(fair)).isEmpty();
        assertThat(check(greedy)).contains(new TicketFlaw.WrongAmount(unit(1), Coin.valueOf(501), Coin.valueOf(500)));
    }

    @Test
    void an_amount_below_the_dust_limit_is_refused() {
        assertThat(check(book(ticket(1, 330)))).isEmpty();
        assertThat(check(book(ticket(1, 329)))).contains(new TicketFlaw.Dust(unit(1), Coin.valueOf(329)));
    }

    /** 25 of 250 Wh may be lacking and are paid for; 26 would be more than a tenth. */
    @Test
    void a_unit_of_which_the_terms_tolerate_more_than_a_tenth_is_refused() {
        assertThat(checkTolerating(25)).isEmpty();
        assertThat(checkTolerating(26))
                .contains(new TicketFlaw.TooTolerant(unit(1), new WattHours(26), new WattHours(250)));
    }

    private static Optional<TicketFlaw> checkTolerating(long wattHours) {
        Clauses usual = TERMS.clauses();
        Clauses tolerant = new Clauses(
                usual.policy(), new WattHours(wattHours), usual.gridFee(), usual.fundingFee(), usual.template());
        Terms terms = new Terms(
                TERMS.identity(),
                TERMS.contributions(),
                TERMS.windows(),
                TERMS.depths(),
                TERMS.schedule(),
                TERMS.limits(),
                tolerant);
        Ticket ticket = ticket(1, 30_000);
        return book(ticket)
                .checkFirst(new TicketRules(
                        CHANNEL, terms, CumulativeRounding.START, List.of(ChannelFixture.announcement(ticket))));
    }

    @Test
    void a_cost_beyond_the_wallet_is_refused_before_it_is_rounded() {
        TicketDraft draft = new TicketDraft(
                unit(1),
                new Slot(1),
                new WattHours(Long.MAX_VALUE),
                Price.MAX,
                Coin.valueOf(30_000),
                FIRST.deadlines());

        assertThat(check(book(new Ticket(draft, FIRST.hash())))).contains(new TicketFlaw.AboveWallet(unit(1)));
    }

    /** Slot 1 lasts from 1006 to 1012. */
    @ParameterizedTest
    @CsvSource({
        "1003,1005,1013,1025,price height <= offer_by",
        "1005,1005,1013,1025,offer_by < accept_by",
        "1004,1007,1013,1025,accept_by <= slot start",
        "1004,1005,1011,1025,slot end <= deliver_by",
        "1004,1005,2001,2013,deliver_by <= T",
        "1004,1005,1013,1024,d1 >= deliver_by + reveal_grace + notice + ruling_delay",
        "1004,1005,1013,2013,d1 + 3 csv <= T + grace"
    })
    void heights_that_leave_a_step_no_time_are_refused(
            int offerBy, int acceptBy, int deliverBy, int claimableFrom, String rule) {
        Deadlines deadlines = new Deadlines(
                new BlockHeight(offerBy),
                new BlockHeight(acceptBy),
                new BlockHeight(deliverBy),
                new BlockHeight(claimableFrom));

        assertThat(book(with(FIRST, deadlines)).checkFirst(rules(FIRST)))
                .contains(new TicketFlaw.HeightsOutOfOrder(unit(1), rule));
    }

    @ParameterizedTest
    @CsvSource({"1004,1006,1012,1024", "1005,1006,2000,2012"})
    void heights_at_their_bounds_are_taken(int offerBy, int acceptBy, int deliverBy, int claimableFrom) {
        Deadlines deadlines = new Deadlines(
                new BlockHeight(offerBy),
                new BlockHeight(acceptBy),
                new BlockHeight(deliverBy),
                new BlockHeight(claimableFrom));

        assertThat(book(with(FIRST, deadlines)).checkFirst(rules(FIRST))).isEmpty();
    }

    @Test
    void a_slot_beyond_every_height_is_refused() {
        Slot never = new Slot(Integer.MAX_VALUE);
        TicketDraft draft =
                new TicketDraft(unit(1), never, FIRST.energy(), FIRST.price(), FIRST.amount(), FIRST.deadlines());
        Ticket ticket = new Ticket(draft, FIRST.hash());

        assertThat(book(ticket).checkFirst(rules(ticket)))
                .contains(new TicketFlaw.HeightsOutOfOrder(unit(1), "slot end <= deliver_by"));
    }

    @Test
    void a_book_has_a_ticket_and_a_number() {
        assertThatThrownBy(() -> next(-1, hash("before"), FIRST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> next(1, hash("before"))).isInstanceOf(IllegalArgumentException.class);
        CumulativeRounding huge = new CumulativeRounding(new ExactCoins(BigInteger.ONE.shiftLeft(63)));
        assertThatThrownBy(() -> new TicketBook(CHANNEL, 0, hash("before"), huge, List.of(FIRST)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_is_found_by_its_number() {
        assertThat(BOOK.ticket(unit(2))).contains(SECOND);
        assertThat(BOOK.ticket(unit(3))).isEmpty();
        assertThat(BOOK.lastUnit()).isEqualTo(unit(2));
    }

    @Test
    void a_ticket_is_the_unit_that_scripts_see() {
        assertThat(FIRST.pendingUnit().amount()).isEqualTo(Coin.valueOf(30_000));
        assertThat(FIRST.pendingUnit().hash()).isEqualTo(FIRST.hash());
        assertThat(FIRST.pendingUnit().claimableFrom()).isEqualTo(new BlockHeight(1025));
    }

    @Test
    void each_flaw_says_what_is_wrong() {
        UnitNumber unit = unit(7);

        assertThat(Stream.of(
                                new TicketFlaw.OtherChannel(),
                                new TicketFlaw.BrokenChain(2, 1),
                                new TicketFlaw.WrongCarry(CumulativeRounding.START, CumulativeRounding.START),
                                new TicketFlaw.UnitNotRising(unit),
                                new TicketFlaw.RepeatedHash(unit),
                                new TicketFlaw.NoPrice(new Slot(3)),
                                new TicketFlaw.WrongPrice(unit, price(1), price(2)),
                                new TicketFlaw.WrongAmount(unit, Coin.valueOf(1), Coin.valueOf(2)),
                                new TicketFlaw.AboveWallet(unit),
                                new TicketFlaw.Dust(unit, Coin.valueOf(1)),
                                new TicketFlaw.HeightsOutOfOrder(unit, "deliver_by <= T"),
                                new TicketFlaw.TooTolerant(unit, new WattHours(26), new WattHours(250)))
                        .map(TicketFlaw::message))
                .doesNotHaveDuplicates()
                .allMatch(message -> message.length() > 10);
    }

    private static Optional<TicketFlaw> check(TicketBook book) {
        return book.checkFirst(rules(book.tickets().toArray(Ticket[]::new)));
    }

    private static TicketRules rules(Ticket... tickets) {
        List<PriceAnnouncement> prices =
                Stream.of(tickets).map(ChannelFixture::announcement).toList();
        return new TicketRules(CHANNEL, TERMS, CumulativeRounding.START, prices);
    }

    private static TicketBook next(int number, Sha256Hash previous, Ticket... tickets) {
        return new TicketBook(CHANNEL, number, previous, CumulativeRounding.START, List.of(tickets));
    }

    private static Ticket odd(int number, Price price, long coins) {
        TicketDraft draft = new TicketDraft(
                unit(number),
                new Slot(1),
                new WattHours(250),
                price,
                Coin.valueOf(coins),
                TERMS.deadlines(new Slot(1)));
        return PREIMAGES.ticket(CHANNEL, 0, draft);
    }

    private static Ticket with(Ticket ticket, Price price, Coin amount) {
        TicketDraft draft =
                new TicketDraft(ticket.unit(), ticket.slot(), ticket.energy(), price, amount, ticket.deadlines());
        return new Ticket(draft, ticket.hash());
    }

    private static Ticket with(Ticket ticket, Deadlines deadlines) {
        TicketDraft draft = new TicketDraft(
                ticket.unit(), ticket.slot(), ticket.energy(), ticket.price(), ticket.amount(), deadlines);
        return new Ticket(draft, ticket.hash());
    }
}
