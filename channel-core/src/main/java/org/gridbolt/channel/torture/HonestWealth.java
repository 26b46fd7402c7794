package org.gridbolt.channel.torture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.PeerVersion;
import org.gridbolt.multisig.Party;

/**
 * An honest party ends with at least what the trust table promises it: of every version that could still be published the
 * least that it gives, less the fees of its own claims. Where the two others are both rogues, or party and utility see no chain for too long, nothing is promised.
 */
final class HonestWealth implements Invariant {

    /** Less than the dust limit and what its claim costs in a dear block: nobody takes it. */
    private static final Coin WORTH_CLAIMING = Coin.valueOf(2_500);

    @Override
    public void atEnd(Street street) {
        Ending.of(street).ifPresent(ending -> {
            for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
                if (street.isHonest(party)
                        && isPromised(street, party)
                        && (street.seesChain(party) || street.seesChain(Party.UTILITY))) {
                    street.household(party).newest().ifPresent(channel -> check(street, ending, party, channel));
                }
            }
        });
    }

    private static boolean isPromised(Street street, Party party) {
        return Stream.of(Party.values()).anyMatch(other -> other != party && street.isHonest(other));
    }

    private static void check(Street street, Ending ending, Party party, Channel channel) {
        Coin least = ending.isByVersion() ? WORTH_CLAIMING : Coin.ZERO;
        Coin due = due(street, party, channel, least);
        Coin paid = ending.paid(party);
        Coin costs = ending.costs(party);
        if (paid.add(costs).isLessThan(due)
                && !due.isLessThan(channel.context().terms().limits().dustLimit())) {
            street.record()
                    .violation(
                            "an honest party ends with what it is due",
                            party + " ends with " + paid.value + " coins, and fees of " + costs.value + ", of "
                                    + due.value + " that it is due");
        }
    }

    private static Coin due(Street street, Party party, Channel channel, Coin least) {
        return live(channel)
                .map(ledger -> due(street, party, channel, ledger, least))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The versions that nobody has revoked, as this household knows it. */
    private static Stream<Ledger> live(Channel channel) {
        Commitments commitments = channel.commitments();
        return Stream.concat(
                Stream.of(commitments.own().ledger(), commitments.peer().ledger()),
                commitments.signed().map(PeerVersion::ledger).stream());
    }

    /**
     * What that version gives, and what every ruling that was issued and holds would leave of it. A delivered unit of less than
     * {@code least} is in neither: on a version that confirmed its claim costs more than it holds; a spend of the wallet pays it.
     */
    private static Coin due(Street street, Party party, Channel channel, Ledger ledger, Coin least) {
        Coin balance = ledger.balances().of(party);
        Coin own = party == Party.PRODUCER ? balance.add(delivered(channel, ledger, least)) : balance;
        return Stream.concat(
                        Stream.of(own), street.rulings().stream().map(ruling -> ruled(ruling, party, ledger, least)))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Coin ruled(IssuedRuling ruling, Party party, Ledger ledger, Coin least) {
        Coin left = ruling.on(ledger).of(party);
        return party == Party.PRODUCER
                ? ruling.delivered(ledger)
                        .filter(coins -> coins.isLessThan(least))
                        .reduce(left, Coin::subtract)
                : left;
    }

    /** Revealed, and pending: who knows the preimage takes its coins, where they are worth the claim. */
    private static Coin delivered(Channel channel, Ledger ledger, Coin least) {
        return channel.units()
                .those(unit -> unit.preimage().isPresent() && ledger.holds(unit.number()))
                .map(unit -> unit.ticket().amount())
                .filter(coins -> !coins.isLessThan(least))
                .reduce(Coin.ZERO, Coin::add);
    }
}
