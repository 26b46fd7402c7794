package org.gridbolt.channel.torture;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;

/** a + b + u + pending units = W in every durable state of an honest household, and all of W is found on the chain in the end. */
final class Conservation implements Invariant {

    private static final String NAME = "conservation";

    @Override
    public void afterEvent(Street street) {
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            if (street.isHonest(party)) {
                street.household(party).newest().ifPresent(channel -> check(street, party, channel));
            }
        }
    }

    private static void check(Street street, Party party, Channel channel) {
        Coin wallet = channel.context().wallet().value();
        for (Ledger ledger : List.of(
                channel.commitments().own().ledger(),
                channel.commitments().newestOfPeer().ledger())) {
            Coin held = ledger.tickets().stream()
                    .map(Ticket::amount)
                    .reduce(ledger.balances().total(), Coin::add);
            if (!held.equals(wallet)) {
                street.record().violation(NAME, party + " holds " + held.value + " of " + wallet.value);
            }
        }
    }

    @Override
    public void atEnd(Street street) {
        Ending.of(street).ifPresent(ending -> {
            Coin total = ending.account().total();
            if (!total.equals(ending.wallet().value())) {
                street.record()
                        .violation(
                                NAME,
                                total.value + " coins on chain of "
                                        + ending.wallet().value().value);
            }
        });
    }
}
