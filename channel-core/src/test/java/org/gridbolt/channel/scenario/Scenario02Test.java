package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** A publishes commitment 0 after state 5 while B sleeps. */
@OnBitcoind
class Scenario02Test {

    private static final int TOWER_DELAY = 2;

    @Test
    void the_tower_pays_a_sleeping_producer_everything_of_the_consumers_balance(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        Channel zero = street.consumer().channel();
        street.moveToOffersOf(new Slot(0));
        List<Ticket> tickets = street.utility().issue(new Slot(0), 5, 250);
        street.deliver();
        tickets.forEach(ticket -> street.offer(ticket.unit()));
        assertThat(street.consumer().channel().commitments().own().number().value())
                .isGreaterThanOrEqualTo(5);
        street.fallAsleep(PRODUCER);
        street.fallAsleep(CONSUMER);

        Transaction cheat = street.consumer().cheat(zero);
        street.mine(1 + TOWER_DELAY + 1);

        Transaction justice = street.utility().published(Purpose.JUSTICE).get(0);
        assertThat(street.isConfirmed(justice)).isTrue();
        assertThat(justice.outputs()).hasSize(1);
        assertThat(justice.outputs().get(0).script())
                .isEqualTo(street.producer().purse().script());
        Coin fee = justice.fee(outpoint -> cheat.outputs().get(outpoint.index()));
        assertThat(justice.outputs().get(0).value().add(fee)).isEqualTo(Neighbourhood.CONSUMER_SHARE);
        assertThat(fee).isLessThan(Coin.valueOf(1_000));
    }
}
