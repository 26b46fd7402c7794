package org.gridbolt.penalty.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The states that a ruling is about, proved by receipts and ticket books.
 *
 * @param consumer the units pending in the consumer's newest version
 * @param producer the units pending in the producer's newest version
 */
record StateEvidence(PendingUnits consumer, PendingUnits producer) {

    /** The states of {@code file}, whose ruling and terms are already verified. */
    static Outcome<StateEvidence, RulingFlaw> check(RulingFile file) {
        Optional<RulingFlaw> flaw = RulingVerifier.firstOf(Stream.of(
                () -> books(file),
                () -> receipt(file, Party.CONSUMER),
                () -> receipt(file, Party.PRODUCER),
                () -> pair(file)));
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        return opened(file, Party.CONSUMER)
                .flatMap(consumer ->
                        opened(file, Party.PRODUCER).map(producer -> new StateEvidence(consumer, producer)));
    }

    /** The pending units of that side. */
    PendingUnits of(Party side) {
        return side == Party.CONSUMER ? consumer : producer;
    }

    /** The tickets of all units that are pending on either side, by rising number. */
    List<Ticket> tickets() {
        TreeMap<UnitNumber, Ticket> union = new TreeMap<>();
        Stream.concat(consumer.tickets().stream(), producer.tickets().stream())
                .forEach(ticket -> union.put(ticket.unit(), ticket));
        return List.copyOf(union.values());
    }

    private static Optional<RulingFlaw> books(RulingFile file) {
        return file.evidence().books().stream()
                .map(book -> book(file, book))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<RulingFlaw> book(RulingFile file, Signed<TicketBook> book) {
        String piece = "ticket book " + book.content().number();
        if (!book.content().channel().equals(channel(file))) {
            return Optional.of(new RulingFlaw.OtherChannel(piece));
        }
        boolean signed = book.isSignedBy(terms(file).identity().utilityNodeKey());
        return signed ? Optional.empty() : Optional.of(new RulingFlaw.NotSigned(piece, Party.UTILITY));
    }

    private static Optional<RulingFlaw> receipt(RulingFile file, Party side) {
        Signed<StateReceipt> receipt = file.evidence().of(side).receipt();
        PublicKey signer = terms(file).identity().nodeKey(side);
        if (receipt.content().side() != side) {
            return wrong(side, "is the other household's");
        }
        if (!receipt.content().channel().equals(channel(file))) {
            return wrong(side, "is of another channel");
        }
        return receipt.isSignedBy(signer)
                ? Optional.empty()
                : Optional.of(new RulingFlaw.NotSigned("the receipt", side));
    }

    /** The signer's is the one ruled on, and neither is older than what the other household saw before. */
    private static Optional<RulingFlaw> pair(RulingFile file) {
        StateReceipt consumer = file.evidence().consumer().receipt().content();
        StateReceipt producer = file.evidence().producer().receipt().content();
        Sha256Hash ruledOn = file.ruling().content().receipt();
        Party signer = file.evidence().signer();
        if (!file.evidence().of(signer).receipt().hash().equals(ruledOn)) {
            return wrong(signer, "is not the one ruled on");
        }
        return newest(Party.CONSUMER, consumer.own(), producer.peer())
                .or(() -> newest(Party.PRODUCER, producer.own(), consumer.peer()));
    }

    /** A household may have seen a version of the other one receipt ahead, while an update is under way. */
    private static Optional<RulingFlaw> newest(Party side, VersionTip own, VersionTip seen) {
        if (own.number().value() + 1 < seen.number().value()) {
            return wrong(side, "is stale: the other household saw " + seen.number());
        }
        boolean contradicts = own.number().equals(seen.number()) && !own.point().equals(seen.point());
        return contradicts ? wrong(side, "names another point than the other household saw") : Optional.empty();
    }

    private static Outcome<PendingUnits, RulingFlaw> opened(RulingFile file, Party side) {
        SideState state = file.evidence().of(side);
        List<Ticket> tickets = new ArrayList<>();
        for (UnitNumber unit : state.pending()) {
            Optional<Ticket> ticket = file.evidence().ticket(unit);
            if (ticket.isEmpty()) {
                return Outcome.flawed(new RulingFlaw.NoTicket(unit));
            }
            tickets.add(ticket.get());
        }
        if (!isRising(state.pending())) {
            return Outcome.flawed(new RulingFlaw.WrongReceipt(side, "opens to units that do not rise"));
        }
        PendingUnits pending = new PendingUnits(tickets);
        return state.receipt().content().isOpenedBy(pending, terms(file))
                ? Outcome.of(pending)
                : Outcome.flawed(new RulingFlaw.WrongReceipt(side, "does not hold these units and the wallet's coins"));
    }

    private static boolean isRising(List<UnitNumber> units) {
        return IntStream.range(1, units.size()).allMatch(i -> units.get(i - 1).isBefore(units.get(i)));
    }

    private static Optional<RulingFlaw> wrong(Party side, String reason) {
        return Optional.of(new RulingFlaw.WrongReceipt(side, reason));
    }

    private static ChannelRef channel(RulingFile file) {
        return file.ruling().content().channel();
    }

    private static Terms terms(RulingFile file) {
        return file.evidence().terms().content();
    }
}
