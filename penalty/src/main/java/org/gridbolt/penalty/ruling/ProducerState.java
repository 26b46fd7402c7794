package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.UnitNumber;

/**
 * The producer's newest version, as it counts. The producer alone signs its receipt; one in which a unit that it failed to deliver has gone back
 * to the consumer would leave nothing to rule on. So the refund of such a unit counts only once the consumer has revoked the
 * state that still holds it: while the consumer's newest receipt does, the unit is pending in both.
 *
 * @param tickets the pending units, by rising number
 * @param balances a, b and u
 */
record ProducerState(List<Ticket> tickets, Allocation balances) {

    ProducerState {
        tickets = List.copyOf(tickets);
    }

    /**
     * The state of the producer's receipt, without the refunds that do not count. A receipt that pays the producer more than the
     * consumer's does, by coins that no delivered unit explains, states no refund and is left as it is.
     *
     * @param gained what the producer's balance is more by the delivered units that only the consumer's version still holds
     */
    static ProducerState of(StateEvidence states, Evidence evidence, Ruling ruling, Coin gained) {
        Allocation stated = evidence.of(Party.PRODUCER).receipt().content().balances();
        Allocation consumers = evidence.of(Party.CONSUMER).receipt().content().balances();
        List<Ticket> refunded = states.consumer().tickets().stream()
                .filter(ticket -> states.producer().ticket(ticket.unit()).isEmpty())
                .filter(ticket -> isDefault(ruling, ticket))
                .toList();
        Coin left = refunded.stream().map(Ticket::amount).reduce(stated.consumer(), Coin::subtract);
        boolean paid = stated.producer().isGreaterThan(consumers.producer().add(gained));
        return paid || left.isNegative()
                ? new ProducerState(states.producer().tickets(), stated)
                : new ProducerState(rising(states.producer().tickets(), refunded), stated.with(Party.CONSUMER, left));
    }

    private static boolean isDefault(Ruling ruling, Ticket ticket) {
        return ruling.on(ticket.unit())
                .filter(verdict -> verdict.verdict() == Verdict.DEFAULT)
                .isPresent();
    }

    private static List<Ticket> rising(List<Ticket> held, List<Ticket> more) {
        TreeMap<UnitNumber, Ticket> all = new TreeMap<>();
        Stream.concat(held.stream(), more.stream()).forEach(ticket -> all.put(ticket.unit(), ticket));
        return List.copyOf(all.values());
    }
}
