package org.gridbolt.channel.utility;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/**
 * Finds the units behind a receipt's root. The receipt names only the root, so that it stays small; but the utility issued
 * every ticket and revealed every preimage, and the balances say how many coins moved: whoever got paid was revealed, what
 * the consumer got back was refunded, and what it gave was offered in the order of unit numbers. Few sets of units fit that,
 * and the root proves the right one.
 */
final class ReceiptOpener {

    /** As many units as a state holds at most, and as many again that were left out. */
    private static final int FRESH_MAX = 2 * Limits.PENDING_UNITS_BOUND;

    private final StateReceipt receipt;
    private final SideBook before;
    private final UnitFiles files;
    private final Terms terms;
    private final CoinSubsets subsets = new CoinSubsets();

    ReceiptOpener(StateReceipt receipt, SideBook before, UnitFiles files, Terms terms) {
        this.receipt = receipt;
        this.before = before;
        this.files = files;
        this.terms = terms;
    }

    /** The units, or nothing when no set of them leads from the version before to this one. */
    Optional<PendingUnits> open() {
        List<Ticket> held = before.pending().tickets();
        Coin paid = gain(receipt.balances().producer(), before.balances().producer())
                .add(gain(receipt.balances().utility(), before.balances().utility()));
        for (List<Ticket> fulfilled : subsets.of(revealed(held), paid)) {
            Optional<PendingUnits> found = withoutPaid(minus(held, fulfilled));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Coin gain(Coin after, Coin earlier) {
        return after.subtract(earlier);
    }

    private List<Ticket> revealed(List<Ticket> tickets) {
        Set<UnitNumber> known =
                files.those(UnitFile::revealed).map(UnitFile::number).collect(Collectors.toSet());
        return tickets.stream().filter(ticket -> known.contains(ticket.unit())).toList();
    }

    /** What was paid is taken out of {@code left} already: what remains is offered and refunded. */
    private Optional<PendingUnits> withoutPaid(List<Ticket> left) {
        Coin back = gain(receipt.balances().consumer(), before.balances().consumer());
        List<Ticket> fresh = fresh();
        return offeredInARow(left, fresh, back).or(() -> offered(left, subsets.of(fresh, back.negate())));
    }

    /** The units that this side has not held yet and may hold next: numbers rise strictly. */
    private List<Ticket> fresh() {
        Optional<UnitFile> last = files.those(
                        file -> !file.standing(receipt.side()).isNotYet())
                .max(Comparator.comparing(UnitFile::number));
        return files.those(file -> file.standing(receipt.side()).isNotYet())
                .filter(file -> last.isEmpty() || last.get().number().isBefore(file.number()))
                .map(UnitFile::ticket)
                .limit(FRESH_MAX)
                .toList();
    }

    /** The consumer offers one ticket after the other, and seldom leaves one out. */
    private Optional<PendingUnits> offeredInARow(List<Ticket> left, List<Ticket> fresh, Coin back) {
        return rows(fresh)
                .flatMap(added -> subsets.of(left, back.add(CoinSubsets.total(added))).stream()
                        .flatMap(refunded -> opened(minus(left, refunded), added).stream()))
                .findFirst();
    }

    private static Stream<List<Ticket>> rows(List<Ticket> fresh) {
        Stream<List<Ticket>> some = IntStream.range(0, fresh.size())
                .boxed()
                .flatMap(from -> IntStream.rangeClosed(from + 1, fresh.size()).mapToObj(to -> fresh.subList(from, to)));
        return Stream.concat(Stream.of(List.<Ticket>of()), some);
    }

    private Optional<PendingUnits> offered(List<Ticket> left, List<List<Ticket>> choices) {
        return choices.stream().flatMap(added -> opened(left, added).stream()).findFirst();
    }

    private Optional<PendingUnits> opened(List<Ticket> kept, List<Ticket> added) {
        if (kept.size() + added.size() > terms.limits().pendingUnitsMax()) {
            return Optional.empty();
        }
        PendingUnits units =
                new PendingUnits(Stream.concat(kept.stream(), added.stream()).toList());
        return receipt.isOpenedBy(units, terms) ? Optional.of(units) : Optional.empty();
    }

    private static List<Ticket> minus(List<Ticket> tickets, List<Ticket> gone) {
        return tickets.stream().filter(ticket -> !gone.contains(ticket)).toList();
    }
}
