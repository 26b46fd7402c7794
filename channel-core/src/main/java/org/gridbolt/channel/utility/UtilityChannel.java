package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.justice.Watchtower;

/**
 * A channel with a wallet, as the utility has it: what all states from FUNDING on carry along.
 *
 * @param context what was agreed at the opening
 * @param tower what guards both households
 * @param sides both households' versions
 * @param issued prices, tickets and the carry
 * @param files the units that have not ended
 * @param bench rulings and signatures
 * @param history what is remembered for ever
 * @param tip the newest height that the utility has seen
 */
public record UtilityChannel(
        UtilityContext context,
        Watchtower tower,
        Sides sides,
        Issued issued,
        UnitFiles files,
        Bench bench,
        History history,
        BlockHeight tip) {

    /** A channel that was just opened. */
    static UtilityChannel opened(UtilityContext context, BlockHeight tip) {
        return new UtilityChannel(
                        context,
                        Watchtower.over(context.duty()),
                        Sides.opening(context.terms().contributions()),
                        Issued.NOTHING,
                        UnitFiles.NONE,
                        Bench.EMPTY,
                        History.EMPTY.plus(context.opened()),
                        tip)
                .heard(Party.CONSUMER)
                .heard(Party.PRODUCER);
    }

    /** After {@code household} was heard from. */
    UtilityChannel heard(Party household) {
        return with(sides.with(household, sides.of(household).heard(tip)));
    }

    UtilityChannel with(Watchtower next) {
        return new UtilityChannel(context, next, sides, issued, files, bench, history, tip);
    }

    UtilityChannel with(Sides next) {
        return new UtilityChannel(context, tower, next, issued, files, bench, history, tip);
    }

    UtilityChannel with(Issued next) {
        return new UtilityChannel(context, tower, sides, next, files, bench, history, tip);
    }

    UtilityChannel with(UnitFiles next) {
        return new UtilityChannel(context, tower, sides, issued, next, bench, history, tip);
    }

    UtilityChannel with(Bench next) {
        return new UtilityChannel(context, tower, sides, issued, files, next, history, tip);
    }

    UtilityChannel noting(HistoryEntry entry) {
        return new UtilityChannel(context, tower, sides, issued, files, bench, history.plus(entry), tip);
    }

    UtilityChannel at(BlockHeight next) {
        Issued left = issued.at(next, context.terms().schedule(), files);
        return new UtilityChannel(context, tower, sides, left, files, bench, history, next);
    }

    /** Without that unit, which ended like that. */
    UtilityChannel ended(UnitFile file, UnitOutcome outcome) {
        return with(files.without(file)).noting(new HistoryEntry.Ended(file.number(), outcome));
    }

    /** The height at which the slot of that unit starts. */
    BlockHeight slotStart(UnitFile file) {
        return context.terms().schedule().start(file.ticket().slot());
    }

    /** The units of all tickets ever issued, as the scripts see them. */
    List<PendingUnit> unitsEverIssued() {
        List<PendingUnit> units = new ArrayList<>();
        for (HistoryEntry entry : history.entries()) {
            if (entry instanceof HistoryEntry.Booked booked) {
                booked.book().content().tickets().stream()
                        .map(Ticket::pendingUnit)
                        .forEach(units::add);
            }
        }
        return units;
    }
}
