package org.gridbolt.penalty.ruling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;

/** Compares the utility's claims of defaulted units with what its ruling gives the households, on the version that confirmed. */
final class UnpaidUnits {

    private final VerifiedRuling ruling;
    private final Map<Sha256Hash, Ticket> tickets;
    private final CommitmentTx version;
    private final Map<Outpoint, Ticket> defaulted = new HashMap<>();

    private UnpaidUnits(VerifiedRuling ruling, Map<Sha256Hash, Ticket> tickets, CommitmentTx version) {
        this.ruling = ruling;
        this.tickets = tickets;
        this.version = version;
        version.units().forEach(this::judge);
    }

    private void judge(PendingUnit unit) {
        Optional.ofNullable(tickets.get(unit.hash()))
                .filter(ticket -> ruling.ruling().units(Verdict.DEFAULT).contains(ticket.unit()))
                .ifPresent(ticket -> defaulted.put(
                        version.unsigned()
                                .outpoint(version.outputOf(unit).orElseThrow().index()),
                        ticket));
    }

    /**
     * Whether each of {@code claims} takes units of {@code confirmed} that {@code ruling} found defaulted, by the utility's branch, and
     * together they pay a household less than the ruling gives it out of these units there. A claim that names another ruling may be
     * right by that one.
     */
    static boolean isProved(VerifiedRuling ruling, Evidence evidence, ConfirmedVersion confirmed, List<Bytes> claims) {
        List<Transaction> parsed = claims.stream()
                .distinct()
                .flatMap(claim -> Transaction.parse(claim).stream())
                .toList();
        boolean isByThis = parsed.size() == claims.size()
                && RuledClaims.otherRuling(ruling.hash(), claims).isEmpty();
        return isByThis
                && confirmed
                        .rebuilt(ruling.terms(), ruling.ruling().wallet())
                        .map(version -> new UnpaidUnits(ruling, evidence.ticketsByHash(), version))
                        .filter(units -> units.areUnpaidBy(parsed))
                        .isPresent();
    }

    private boolean areUnpaidBy(List<Transaction> claims) {
        Set<Outpoint> taken = new HashSet<>();
        for (Transaction claim : claims) {
            List<Outpoint> here = takenBy(claim);
            if (here.isEmpty()) {
                return false;
            }
            taken.addAll(here);
        }
        Allocation due = due(taken);
        return Stream.of(Party.CONSUMER, Party.PRODUCER)
                .anyMatch(household -> paidTo(household, claims).isLessThan(due.of(household)));
    }

    private List<Outpoint> takenBy(Transaction claim) {
        return claim.inputs().stream()
                .filter(input -> Optional.ofNullable(defaulted.get(input.outpoint()))
                        .filter(ticket -> UtilityClaim.isOf(input, ruling.terms(), ticket))
                        .isPresent())
                .map(TxInput::outpoint)
                .toList();
    }

    /** As the utility divides what is left when it claims: a unit that is missing the consumer took by its own branch. */
    private Allocation due(Set<Outpoint> taken) {
        Coin held = taken.stream()
                .map(outpoint -> Objects.requireNonNull(defaulted.get(outpoint)).amount())
                .reduce(Coin.ZERO, Coin::add);
        return ruling.onConfirmed(version.balances(), version.units(), tickets)
                .ofDefaultedUnits(held, RuledClaims.dustLimit(ruling));
    }

    private Coin paidTo(Party household, List<Transaction> claims) {
        Terms terms = ruling.terms();
        Bytes script = terms.identity().payoutScript(household);
        return claims.stream().map(claim -> RuledClaims.paidTo(claim, script)).reduce(Coin.ZERO, Coin::add);
    }
}
