package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** B defaults and publishes its newest state first: {A,U} take its balance inside the window. */
@OnBitcoind
class Scenario03Test {

    @Test
    void consumer_and_utility_take_the_balance_of_a_producer_whose_version_confirmed_first(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        Ticket failed = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(failed.unit());
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.producer().channel().context().ref(), failed.unit(), WattHours.ZERO);
        street.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        assertThat(street.post().held()).hasSize(1);

        Transaction newest = street.producer().cheat(street.producer().channel());
        street.mine(2);

        assertThat(street.isConfirmed(newest)).isTrue();
        assertThat(street.post().delivered(ForfeitSigned.class, Party.UTILITY)).hasSize(1);
        Transaction forfeit = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(forfeit.inputs().get(0).outpoint().txid()).isEqualTo(newest.txid());
        assertThat(forfeit.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE, street.utility().profile().payoutScript()));
        assertThat(street.isConfirmed(forfeit)).isTrue();

        // The utility's branch of the unit on the producer's version: after d1 and two dispute windows.
        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        street.mine(2 * window + 2);

        List<Transaction> rulings = street.utility().published(Purpose.PENALTY);
        assertThat(rulings).hasSize(2).allMatch(street::isConfirmed);
        assertThat(rulings.get(1).outputs())
                .contains(new TxOutput(
                        Coin.valueOf(2_500), street.utility().profile().payoutScript()));
    }
}
