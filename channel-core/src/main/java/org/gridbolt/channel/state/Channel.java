package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;

/**
 * A funded channel as one household has it: what all states from ACTIVE on carry along.
 *
 * @param context what was agreed at the opening
 * @param commitments both versions of the state
 * @param book prices and tickets
 * @param units the units that are not done
 * @param guard what the utility holds
 * @param journal what is remembered for ever
 * @param tip the newest height that this household has seen
 */
public record Channel(
        ChannelContext context,
        Commitments commitments,
        TradeBook book,
        Units units,
        Guard guard,
        Journal journal,
        BlockHeight tip) {

    /** With other commitments. */
    public Channel with(Commitments next) {
        return new Channel(context, next, book, units, guard, journal, tip);
    }

    /** With another book. */
    public Channel with(TradeBook next) {
        return new Channel(context, commitments, next, units, guard, journal, tip);
    }

    /** With other units. */
    public Channel with(Units next) {
        return new Channel(context, commitments, book, next, guard, journal, tip);
    }

    /** With another guard. */
    public Channel with(Guard next) {
        return new Channel(context, commitments, book, units, next, journal, tip);
    }

    /** With a longer journal. */
    public Channel with(Journal next) {
        return new Channel(context, commitments, book, units, guard, next, tip);
    }

    /** At another tip. */
    public Channel at(BlockHeight next) {
        return new Channel(context, commitments, book.at(next, context), units, guard, journal, next);
    }

    /** What the opening came to: the first entry of the journal. */
    public Agreement agreement() {
        return journal.agreement();
    }

    /**
     * What the utility is told of the opening again, as long as it has acknowledged nothing: its process may have ended before it
     * wrote down the first word of it. It brings nothing then, or the wallet would not be there.
     */
    Optional<OpeningReported> unheardOpening() {
        if (guard.ack().isPresent()) {
            return Optional.empty();
        }
        PublicKey own = context.keys().pointAt(CommitmentNumber.ZERO);
        boolean consumer = context.self() == Party.CONSUMER;
        return commitments
                .peerPoint(CommitmentNumber.ZERO)
                .map(peers -> new OpeningReported(
                        context.termsHash(),
                        context.ring().consumer(),
                        context.ring().producer(),
                        consumer ? own : peers,
                        consumer ? peers : own,
                        context.outpoint()));
    }

    /** The own newest version. */
    public CommitmentTx ownVersion() {
        return context.ownVersion(commitments.own(), commitments.points().point());
    }

    /** Whether a version with that unit may be signed at this tip. */
    public boolean reaches(Ticket ticket) {
        return context.terms().windows().reaches(tip, ticket.deadlines().deliverBy());
    }

    /** Whether even the last branch of the last unit that the terms allow has opened. */
    public boolean isPastGrace() {
        SlotSchedule schedule = context.terms().schedule();
        return tip.isAfter(schedule.expiry().plus(schedule.grace()));
    }

    /** Whether nothing is pending and nothing is under way: only then can it close cooperatively. */
    public boolean isQuiet() {
        return commitments.isSettled()
                && commitments.own().ledger().tickets().isEmpty()
                && commitments.peer().ledger().tickets().isEmpty();
    }

    /** Where it stands, in one line: all of it would be pages. */
    @Override
    public String toString() {
        return "Channel[" + context.self() + " at " + commitments.own().number() + ", peer at "
                + commitments.peer().number() + ", " + tip + "]";
    }
}
