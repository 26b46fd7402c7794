package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Deadlines;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.WattHours;

/**
 * What the utility finds about the pending units, and when.
 *
 * <p>A reading that shows a shortfall becomes a default when the time to reveal is over; a producer whose meter says nothing
 * defaults when the notice is over, on the consumer's word that it got no answer either. A unit without an acceptance is
 * cancelled without fault once its slot has begun; so is one about which nothing can be shown until its coins can be claimed
 * by time.
 */
final class Verdicts {

    private final UtilityChannel channel;
    private final Windows windows;

    private Verdicts(UtilityChannel channel) {
        this.channel = channel;
        this.windows = channel.context().terms().windows();
    }

    /** The verdicts on all units that are ruled on when the consumer signs, when a ruling is due: one is a default. */
    static Optional<List<UnitVerdict>> due(UtilityChannel channel) {
        return all(channel, Party.CONSUMER)
                .filter(verdicts -> verdicts.stream().anyMatch(verdict -> verdict.verdict() == Verdict.DEFAULT));
    }

    /** The verdicts on all units that are ruled on when {@code signer} signs, when there is one on each. */
    static Optional<List<UnitVerdict>> all(UtilityChannel channel, Party signer) {
        List<UnitVerdict> verdicts = new ArrayList<>();
        for (UnitFile file : ruledOn(channel, signer).toList()) {
            Optional<UnitVerdict> verdict = on(channel, file);
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            verdicts.add(verdict.get());
        }
        return Optional.of(List.copyOf(verdicts));
    }

    /** The units that are ruled on when {@code signer} signs. */
    static Stream<UnitFile> ruledOn(UtilityChannel channel, Party signer) {
        return channel.files().those(file -> channel.sides().isRuledOn(signer, file.number()));
    }

    /** Whether one of those units has defaulted, be the others decided or not: no more tickets are issued. */
    static boolean anyDefault(UtilityChannel channel) {
        return ruledOn(channel, Party.CONSUMER)
                .flatMap(file -> on(channel, file).stream())
                .anyMatch(verdict -> verdict.verdict() == Verdict.DEFAULT);
    }

    /** The verdict on that unit, if there is one yet: the one that was issued before, whatever the tip says by now. */
    static Optional<UnitVerdict> on(UtilityChannel channel, UnitFile file) {
        return channel.bench().on(file.number()).or(() -> new Verdicts(channel).on(file));
    }

    private Optional<UnitVerdict> on(UnitFile file) {
        if (file.revealed()) {
            return Optional.of(UnitVerdict.delivered(file.number()));
        }
        if (file.acceptance().isEmpty()) {
            return isOver(channel.slotStart(file), BlockCount.ZERO) ? cancelled(file) : Optional.empty();
        }
        return file.shortfall().map(lacking -> read(file, lacking)).orElseGet(() -> unread(file));
    }

    private Optional<UnitVerdict> read(UnitFile file, WattHours lacking) {
        boolean over = isOver(file.ticket().deadlines().deliverBy(), windows.revealGrace());
        return over ? Optional.of(UnitVerdict.defaulted(file.number(), lacking)) : Optional.empty();
    }

    private Optional<UnitVerdict> unread(UnitFile file) {
        Deadlines deadlines = file.ticket().deadlines();
        BlockCount answer =
                windows.revealGrace().compareTo(windows.notice()) > 0 ? windows.revealGrace() : windows.notice();
        if (file.silence().isPresent() && isOver(deadlines.deliverBy(), answer)) {
            return Optional.of(
                    UnitVerdict.defaulted(file.number(), file.ticket().energy()));
        }
        return isOver(deadlines.claimableFrom(), BlockCount.ZERO) ? cancelled(file) : Optional.empty();
    }

    private static Optional<UnitVerdict> cancelled(UnitFile file) {
        return Optional.of(UnitVerdict.cancelled(file.number()));
    }

    /** Whether the tip has left {@code height} and the blocks after it behind. */
    private boolean isOver(BlockHeight height, BlockCount blocks) {
        return channel.tip().isAfter(height.plus(blocks));
    }
}
