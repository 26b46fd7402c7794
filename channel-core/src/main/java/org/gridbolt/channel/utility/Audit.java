package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.UnitNumber;

/**
 * What became of every unit of a channel, from the utility's own records: what it issued, what it revealed and what the
 * households' receipts hold.
 *
 * @param lines one for each ticket, by rising number
 */
public record Audit(List<AuditLine> lines) {

    public Audit {
        lines = List.copyOf(lines);
    }

    /** The audit of a channel in that state; of one without a wallet it is empty. */
    public static Audit of(UtilityState state) {
        if (state instanceof Closed closed) {
            return of(closed.settled());
        }
        if (state instanceof Settling settling) {
            return of(settling.channel(), carriedOut(settling));
        }
        return state instanceof OpenState open ? of(open.channel(), Optional.empty()) : new Audit(List.of());
    }

    /** The ruling that the spend of the wallet carries out, or that is carried out on its outputs. */
    private static Optional<RulingFile> carriedOut(Settling settling) {
        return settling.purpose() == Purpose.CLOSE
                ? Optional.empty()
                : settling.before().ruled();
    }

    private static Audit of(UtilityChannel channel, Optional<RulingFile> ruling) {
        Map<UnitNumber, UnitOutcome> ended = new HashMap<>();
        List<Ticket> tickets = new ArrayList<>();
        for (HistoryEntry entry : channel.history().entries()) {
            if (entry instanceof HistoryEntry.Ended end) {
                ended.put(end.unit(), end.outcome());
            } else if (entry instanceof HistoryEntry.Booked booked) {
                tickets.addAll(booked.book().content().tickets());
            }
        }
        return new Audit(tickets.stream()
                .map(ticket -> new AuditLine(
                        ticket,
                        Optional.ofNullable(ended.get(ticket.unit())).or(() -> open(ticket.unit(), channel, ruling))))
                .toList());
    }

    /** How a unit that has not ended will end, as far as that is certain. */
    private static Optional<UnitOutcome> open(UnitNumber unit, UtilityChannel channel, Optional<RulingFile> ruling) {
        Optional<UnitOutcome> ruled =
                ruling.flatMap(file -> file.ruling().content().on(unit)).map(verdict -> outcome(verdict.verdict()));
        return ruled.or(() -> channel.files().find(unit).flatMap(file -> open(file, channel)));
    }

    private static Optional<UnitOutcome> open(UnitFile file, UtilityChannel channel) {
        if (file.revealed()) {
            return Optional.of(UnitOutcome.SETTLED);
        }
        boolean late = channel.tip().isAfter(file.ticket().deadlines().acceptBy())
                || channel.tower().sighting().isPresent();
        return file.isUntouched() && late ? Optional.of(UnitOutcome.LAPSED) : Optional.empty();
    }

    private static UnitOutcome outcome(Verdict verdict) {
        return switch (verdict) {
            case DELIVERED -> UnitOutcome.SETTLED;
            case DEFAULT -> UnitOutcome.REPLACED;
            case CANCELLED -> UnitOutcome.REFUNDED;
        };
    }

    /** The units that ended like that. */
    public List<Ticket> with(UnitOutcome outcome) {
        return lines.stream()
                .filter(line -> line.outcome().equals(Optional.of(outcome)))
                .map(AuditLine::ticket)
                .toList();
    }

    /** The coins of the units that ended like that. */
    public Coin coins(UnitOutcome outcome) {
        return Payments.total(with(outcome));
    }

    /** What the units that ended like that cost exactly, before rounding. */
    public ExactCoins cost(UnitOutcome outcome) {
        return with(outcome).stream()
                .map(ticket -> ticket.price().costOf(ticket.energy()))
                .reduce(ExactCoins.ZERO, ExactCoins::plus);
    }
}
