package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** B asleep, A publishes its own version with a delivered unit. */
@OnBitcoind
class Scenario17Test {

    @Test
    void the_towers_claim_for_the_producer_confirms_before_the_consumers_branch_opens(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        Ticket ticket = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(ticket.unit());
        street.fallAsleep(Party.PRODUCER);
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.consumer().channel().context().ref(), ticket.unit(), ticket.energy());
        street.deliver();

        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        // The utility's branch opens one window after the version, the consumer's two.
        street.mine(2 * window - 1);

        Transaction claim = street.utility().published(Purpose.CLAIM).get(0);
        assertThat(street.isConfirmed(claim)).isTrue();
        assertThat(claim.outputs()).hasSize(1);
        assertThat(claim.outputs().get(0).script())
                .isEqualTo(street.producer().profile().payoutScript());
        assertThat(claim.outputs().get(0).value()).isBetween(Coin.valueOf(2_200), Coin.valueOf(2_500));
        street.mine(window);
        assertThat(street.consumer().published())
                .filteredOn(action -> action.purpose() == Purpose.CLAIM)
                .extracting(Publish::transaction)
                .noneMatch(found -> found.inputs()
                        .get(0)
                        .outpoint()
                        .equals(claim.inputs().get(0).outpoint()));
    }
}
