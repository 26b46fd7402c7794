package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.FraudProof;

/**
 * What follows from any change of a channel, whatever made it: units end, receipts are acknowledged, and both households are
 * told what is new in the history.
 */
final class Routine {

    private Routine() {}

    /**
     * A channel after all that follows from a change, and what has to happen in the world.
     *
     * @param channel the channel
     * @param actions in their order
     */
    record Progress(UtilityChannel channel, List<ChannelAction> actions) {

        Progress {
            actions = List.copyOf(actions);
        }
    }

    /** What follows from the change of {@code before} to {@code changed}. */
    static Progress after(UtilityChannel before, UtilityChannel changed) {
        UtilityChannel ended = ended(changed);
        List<ChannelAction> actions = new ArrayList<>();
        Optional<ReceiptAck> ack = Reports.due(ended);
        UtilityChannel next =
                ack.map(due -> ended.with(ended.sides().acknowledging(due))).orElse(ended);
        ack.ifPresent(due -> actions.addAll(toBoth(new ReceiptsAcknowledged(due))));
        next.history().since(before.history().size()).forEach(entry -> actions.addAll(actions(entry, changed)));
        return new Progress(next, actions);
    }

    /** What both households are told of what is new in the history of {@code changed}: all that is left to do on chain. */
    static List<ChannelAction> told(UtilityChannel before, UtilityChannel changed) {
        return changed.history().since(before.history().size()).stream()
                .flatMap(entry -> actions(entry, changed).stream())
                .toList();
    }

    private static UtilityChannel ended(UtilityChannel changed) {
        UtilityChannel next = changed;
        for (UnitFile file : changed.files().list()) {
            Optional<UnitOutcome> outcome = outcome(file, changed);
            if (outcome.isPresent()) {
                next = next.ended(file, outcome.get());
            }
        }
        return next;
    }

    /** How that unit has ended, if it has: no newest version holds it any more, or none ever will. */
    private static Optional<UnitOutcome> outcome(UnitFile file, UtilityChannel channel) {
        if (file.isPending() || channel.sides().mayHold(file.number())) {
            return Optional.empty();
        }
        boolean gone = file.consumer().isGone() && file.producer().isGone();
        if (gone) {
            return Optional.of(file.revealed() ? UnitOutcome.SETTLED : removed(file, channel));
        }
        if (!channel.tip().isAfter(file.ticket().deadlines().deliverBy())) {
            return Optional.empty();
        }
        return Optional.of(file.isUntouched() ? UnitOutcome.LAPSED : UnitOutcome.REFUNDED);
    }

    /** A unit that nobody delivered: a waived ruling took its coins, or the consumer has them back. */
    private static UnitOutcome removed(UnitFile file, UtilityChannel channel) {
        boolean replaced = channel.history().waived().stream()
                .flatMap(waived -> waived.file().ruling().content().units(Verdict.DEFAULT).stream())
                .anyMatch(file.number()::equals);
        return replaced ? UnitOutcome.REPLACED : UnitOutcome.REFUNDED;
    }

    private static List<ChannelAction> actions(HistoryEntry entry, UtilityChannel changed) {
        if (entry instanceof HistoryEntry.Ended ended) {
            UnitFile file = changed.files().find(ended.unit()).orElseThrow();
            return List.of(new Report(new Notice.UnitEnded(
                    ended.unit(), ended.outcome(), file.ticket().amount())));
        }
        if (entry instanceof HistoryEntry.Contradicted contradicted) {
            FraudProof proof = contradicted.proof();
            return List.of(new Report(new Notice.Fraud(proof.message(), proof)));
        }
        return Replay.message(entry, changed).map(Routine::toBoth).orElseGet(List::of);
    }

    /** The same message to both households. */
    static List<ChannelAction> toBoth(UtilityMessage message) {
        return List.of(new Send(Party.CONSUMER, message), new Send(Party.PRODUCER, message));
    }
}
