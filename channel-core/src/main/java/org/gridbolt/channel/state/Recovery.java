package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * What a household that has lost everything but its seed needs to get its coins back: what was agreed and the newest receipts, all
 * of which the utility keeps. Nothing of it is secret, and none of it lets anybody publish a version.
 *
 * @param agreement what the opening came to
 * @param own the newest state of this household
 * @param peer the newest state of the other one, whose version it is that this household waits for
 * @param books the tickets of the units that may be pending
 */
public record Recovery(Agreement agreement, SideState own, SideState peer, List<Signed<TicketBook>> books) {

    public Recovery {
        books = List.copyOf(books);
    }

    /** The channel, as far as it can be had back: it waits for the peer to publish, and takes its own from that. */
    public Outcome<DataLoss, RecoveryFlaw> of(HouseholdProfile profile, BlockHeight tip) {
        if (!isOf(profile)) {
            return Outcome.flawed(new RecoveryFlaw.OtherHousehold());
        }
        ChannelContext context = agreement.context(profile);
        Optional<RecoveryFlaw> flaw =
                flawOf(context, own, context.self()).or(() -> flawOf(context, peer, context.peer()));
        return flaw.<Outcome<DataLoss, RecoveryFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(new DataLoss(channel(context, tip), Optional.empty())));
    }

    private boolean isOf(HouseholdProfile profile) {
        Household named = agreement.terms().content().identity().household(profile.role());
        return agreement.peerKeys().party() == profile.role().peer()
                && named.nodeKey().equals(profile.nodeKey().publicKey());
    }

    private Optional<RecoveryFlaw> flawOf(ChannelContext context, SideState state, Party side) {
        StateReceipt receipt = state.receipt().content();
        if (receipt.side() != side || !receipt.channel().equals(context.ref())) {
            return bad(side, "is of another channel or side");
        }
        if (!state.receipt().isSignedBy(context.terms().identity().nodeKey(side))) {
            return bad(side, "is not signed by its node key");
        }
        boolean opened = tickets(state).size() == state.pending().size()
                && receipt.isOpenedBy(new PendingUnits(tickets(state)), context.terms());
        return opened ? Optional.empty() : bad(side, "holds other units than are stated");
    }

    private static Optional<RecoveryFlaw> bad(Party side, String reason) {
        return Optional.of(new RecoveryFlaw.BadReceipt(side, reason));
    }

    private List<Ticket> tickets(SideState state) {
        return state.pending().stream().flatMap(unit -> ticket(unit).stream()).toList();
    }

    private Optional<Ticket> ticket(UnitNumber unit) {
        return books.stream()
                .flatMap(book -> book.content().ticket(unit).stream())
                .findFirst();
    }

    private Channel channel(ChannelContext context, BlockHeight tip) {
        Journal journal = Journal.EMPTY.plus(new JournalEntry.Agreed(agreement).encode());
        List<Unit> units = new ArrayList<>();
        tickets(own).forEach(ticket -> units.add(Unit.offered(ticket)));
        for (Signed<TicketBook> book : books) {
            journal = journal.plus(new JournalEntry.Issued(book).encode());
        }
        return new Channel(context, commitments(context), book(), new Units(units), Guard.START, journal, tip);
    }

    private TradeBook book() {
        Set<Sha256Hash> hashes = books.stream()
                .flatMap(book -> book.content().tickets().stream())
                .map(Ticket::hash)
                .collect(Collectors.toSet());
        return new TradeBook(List.of(), List.of(), CumulativeRounding.START, Optional.empty(), hashes);
    }

    /**
     * In the place of the peer's signature, which no backup holds, stands this household's own on its receipt: with it no version
     * can be published, and a household that lost its states publishes none.
     */
    private Commitments commitments(ChannelContext context) {
        StateReceipt mine = own.receipt().content();
        StateReceipt theirs = peer.receipt().content();
        OwnVersion version = new OwnVersion(
                mine.own().number(),
                Clock.START,
                ledger(context, own),
                own.receipt().signature());
        return new Commitments(
                version,
                new PeerVersion(theirs.own().number(), Clock.START, ledger(context, peer)),
                Optional.empty(),
                UpdateLog.EMPTY,
                OwnPoints.at(mine.own().number(), context.keys()),
                new PeerPoints(theirs.own().point(), theirs.own().point()),
                RevokedSecrets.EMPTY,
                new Receipts(KnownReceipt.of(own.receipt()), Optional.of(KnownReceipt.of(peer.receipt()))));
    }

    private Ledger ledger(ChannelContext context, SideState state) {
        Coin wallet = context.wallet().value();
        return new Ledger(wallet, state.receipt().content().balances(), new PendingUnits(tickets(state)));
    }
}
