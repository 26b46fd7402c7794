package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/**
 * Opens a receipt: it names only the root of its units, and who reports it says which they are. The root proves it, and the books
 * say whether anything leads there: what is held was held before or is offered, the producer and the utility gained what units
 * pay whose preimages were revealed, and what else is gone the consumer has back.
 */
final class ReceiptOpener {

    private final StateReceipt receipt;
    private final SideBook before;
    private final UnitFiles files;
    private final Terms terms;

    ReceiptOpener(StateReceipt receipt, SideBook before, UnitFiles files, Terms terms) {
        this.receipt = receipt;
        this.before = before;
        this.files = files;
        this.terms = terms;
    }

    /** The units of those numbers, or nothing when they are not the receipt's, or nothing leads to it. */
    Optional<PendingUnits> open(List<UnitNumber> units) {
        return rooted(units).filter(pending -> gains().isMadeBySome(delivered(pending), gridFee()));
    }

    /** The same, of a receipt in which every delivered unit that is gone is paid. */
    Optional<PendingUnits> openPaid(List<UnitNumber> units) {
        return rooted(units).filter(pending -> gains().isMadeByAll(delivered(pending), gridFee()));
    }

    /** The units of those numbers, if they are the receipt's. */
    private Optional<PendingUnits> rooted(List<UnitNumber> units) {
        return tickets(units).map(PendingUnits::new).filter(pending -> receipt.isOpenedBy(pending, terms));
    }

    private Optional<List<Ticket>> tickets(List<UnitNumber> units) {
        List<Ticket> tickets = new ArrayList<>();
        Optional<UnitNumber> last = Optional.empty();
        for (UnitNumber unit : units) {
            Optional<Ticket> ticket =
                    last.filter(before -> !before.isBefore(unit)).isPresent()
                            ? Optional.empty()
                            : before.pending().ticket(unit).or(() -> offered(unit));
            if (ticket.isEmpty()) {
                return Optional.empty();
            }
            tickets.add(ticket.get());
            last = Optional.of(unit);
        }
        return tickets.size() > terms.limits().pendingUnitsMax() ? Optional.empty() : Optional.of(tickets);
    }

    /** A unit that this side has not held yet and may hold next: numbers rise strictly. */
    private Optional<Ticket> offered(UnitNumber unit) {
        return files.find(unit)
                .filter(file -> file.standing(receipt.side()).isNotYet())
                .filter(file -> newest().filter(last -> !last.isBefore(unit)).isEmpty())
                .map(UnitFile::ticket);
    }

    /** The newest unit that this side has held. */
    private Optional<UnitNumber> newest() {
        return files.those(file -> !file.standing(receipt.side()).isNotYet())
                .map(UnitFile::number)
                .max(Comparator.naturalOrder());
    }

    /** The delivered units that are not among {@code pending} any more. */
    private List<Ticket> delivered(PendingUnits pending) {
        return before.pending().tickets().stream()
                .filter(ticket -> pending.ticket(ticket.unit()).isEmpty())
                .filter(ticket ->
                        files.find(ticket.unit()).filter(UnitFile::revealed).isPresent())
                .toList();
    }

    /** The coins of all are those of the wallet: what neither the producer nor the utility gained, the consumer has. */
    private Payments gains() {
        Allocation after = receipt.balances();
        Allocation earlier = before.balances();
        return new Payments(
                after.producer().subtract(earlier.producer()), after.utility().subtract(earlier.utility()));
    }

    private Coin gridFee() {
        return terms.clauses().gridFee();
    }
}
