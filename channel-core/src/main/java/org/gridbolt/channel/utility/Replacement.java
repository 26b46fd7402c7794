package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.UnitNumber;

/** What the ruling whose penalty was waived last makes of a household's version that still holds its units. */
final class Replacement {

    private Replacement() {}

    /** That version after the ruling is carried out, if there is such a ruling and the version holds all of its units. */
    static Optional<SideBook> of(UtilityChannel channel, SideBook before) {
        List<HistoryEntry.Waived> waived = channel.history().waived();
        return waived.isEmpty()
                ? Optional.empty()
                : RulingMaker.verified(channel, waived.get(waived.size() - 1).file())
                        .flatMap(ruling -> of(ruling, before));
    }

    private static Optional<SideBook> of(VerifiedRuling ruling, SideBook before) {
        Set<UnitNumber> defaulted = Set.copyOf(ruling.ruling().units(Verdict.DEFAULT));
        List<Ticket> removed = before.pending().tickets().stream()
                .filter(ticket -> defaulted.contains(ticket.unit()))
                .toList();
        List<Ticket> left = before.pending().tickets().stream()
                .filter(ticket -> !defaulted.contains(ticket.unit()))
                .toList();
        return removed.size() == defaulted.size()
                ? divided(ruling.consumerSplit(), before.balances(), Payments.total(removed))
                        .map(balances -> before.holding(balances, new PendingUnits(left)))
                : Optional.empty();
    }

    /** Nothing where the producer has less than the ruling takes: no such state can be. */
    private static Optional<Allocation> divided(Split split, Allocation balances, Coin coins) {
        Coin producer =
                balances.producer().add(coins).subtract(split.consumerShare()).subtract(split.utilityShare());
        return producer.isNegative()
                ? Optional.empty()
                : Optional.of(new Allocation(
                        balances.consumer().add(split.consumerShare()),
                        producer,
                        balances.utility().add(split.utilityShare())));
    }
}
