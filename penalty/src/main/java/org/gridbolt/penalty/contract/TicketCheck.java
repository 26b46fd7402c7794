package org.gridbolt.penalty.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.WattHours;

/** The checks of a ticket book. Everything is computed wide, since the numbers are another's. */
final class TicketCheck {

    /** A tenth of a unit: more than any registered meter errs. */
    private static final int TOLERANCE_PART = 10;

    private final TicketBook book;
    private final TicketRules rules;

    private TicketCheck(TicketBook book, TicketRules rules) {
        this.book = book;
        this.rules = rules;
    }

    static TicketCheck of(TicketBook book, TicketRules rules) {
        return new TicketCheck(book, rules);
    }

    Optional<TicketFlaw> first() {
        return chain(0, Sha256Hash.ZERO_HASH).or(() -> content(List.of()));
    }

    Optional<TicketFlaw> after(TicketBook earlier) {
        return chain(earlier.number() + 1, earlier.hash()).or(() -> content(earlier.tickets()));
    }

    private Optional<TicketFlaw> chain(int number, Sha256Hash previous) {
        boolean continues = book.number() == number && book.previous().equals(previous);
        return continues ? Optional.empty() : Optional.of(new TicketFlaw.BrokenChain(book.number(), number));
    }

    private Optional<TicketFlaw> content(List<Ticket> earlier) {
        List<Ticket> all =
                Stream.concat(earlier.stream(), book.tickets().stream()).toList();
        return channel()
                .or(this::carry)
                .or(() -> rising(all))
                .or(() -> hashes(all))
                .or(() -> firstOf(book.tickets().stream().map(this::ticket)))
                .or(this::amounts);
    }

    private Optional<TicketFlaw> channel() {
        return book.channel().equals(rules.channel()) ? Optional.empty() : Optional.of(new TicketFlaw.OtherChannel());
    }

    private Optional<TicketFlaw> carry() {
        boolean same = book.carry().equals(rules.carry());
        return same ? Optional.empty() : Optional.of(new TicketFlaw.WrongCarry(book.carry(), rules.carry()));
    }

    private static Optional<TicketFlaw> rising(List<Ticket> tickets) {
        return IntStream.range(1, tickets.size())
                .filter(i -> !tickets.get(i - 1).unit().isBefore(tickets.get(i).unit()))
                .mapToObj(i -> tickets.get(i).unit())
                .findFirst()
                .map(TicketFlaw.UnitNotRising::new);
    }

    private static Optional<TicketFlaw> hashes(List<Ticket> tickets) {
        Set<Sha256Hash> seen = new HashSet<>();
        return tickets.stream()
                .filter(ticket -> !seen.add(ticket.hash()))
                .findFirst()
                .map(ticket -> new TicketFlaw.RepeatedHash(ticket.unit()));
    }

    private Optional<TicketFlaw> ticket(Ticket ticket) {
        Optional<PriceAnnouncement> announced = rules.price(ticket.slot());
        if (announced.isEmpty()) {
            return Optional.of(new TicketFlaw.NoPrice(ticket.slot()));
        }
        return price(ticket, announced.get())
                .or(() -> affordable(ticket))
                .or(() -> dust(ticket))
                .or(() -> tolerance(ticket))
                .or(() -> heights(ticket, announced.get().announcedAt()));
    }

    private static Optional<TicketFlaw> price(Ticket ticket, PriceAnnouncement announced) {
        return ticket.price().equals(announced.price())
                ? Optional.empty()
                : Optional.of(new TicketFlaw.WrongPrice(ticket.unit(), ticket.price(), announced.price()));
    }

    /** Before the amounts are computed, so that none of them overflows. */
    private Optional<TicketFlaw> affordable(Ticket ticket) {
        ExactCoins wallet = ExactCoins.of(rules.terms().walletTotal());
        boolean fits = ticket.price().costOf(ticket.energy()).compareTo(wallet) <= 0;
        return fits ? Optional.empty() : Optional.of(new TicketFlaw.AboveWallet(ticket.unit()));
    }

    private Optional<TicketFlaw> dust(Ticket ticket) {
        boolean small = ticket.amount().isLessThan(rules.terms().limits().dustLimit());
        return small ? Optional.of(new TicketFlaw.Dust(ticket.unit(), ticket.amount())) : Optional.empty();
    }

    /** A tolerated shortfall is paid for in full, so that it must not be much of a unit. */
    private Optional<TicketFlaw> tolerance(Ticket ticket) {
        WattHours tolerance = rules.terms().clauses().deliveryTolerance();
        boolean large = tolerance.value() > ticket.energy().value() / TOLERANCE_PART;
        return large
                ? Optional.of(new TicketFlaw.TooTolerant(ticket.unit(), tolerance, ticket.energy()))
                : Optional.empty();
    }

    private Optional<TicketFlaw> heights(Ticket ticket, BlockHeight announcedAt) {
        HeightRules order = HeightRules.of(ticket, rules.terms());
        return order.broken(announcedAt).map(rule -> new TicketFlaw.HeightsOutOfOrder(ticket.unit(), rule));
    }

    private Optional<TicketFlaw> amounts() {
        List<ExactCoins> costs = book.tickets().stream()
                .map(ticket -> ticket.price().costOf(ticket.energy()))
                .toList();
        List<Coin> expected = book.carry().amounts(costs);
        return IntStream.range(0, expected.size())
                .filter(i -> !book.tickets().get(i).amount().equals(expected.get(i)))
                .mapToObj(i -> wrongAmount(book.tickets().get(i), expected.get(i)))
                .findFirst();
    }

    private static TicketFlaw wrongAmount(Ticket ticket, Coin expected) {
        return new TicketFlaw.WrongAmount(ticket.unit(), ticket.amount(), expected);
    }

    private static Optional<TicketFlaw> firstOf(Stream<Optional<TicketFlaw>> flaws) {
        return flaws.flatMap(Optional::stream).findFirst();
    }
}
