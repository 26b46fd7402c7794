package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.ForfeitSigned;
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

/** B accepts a unit and publishes at once, defaults later: the ruling still lands inside the window. */
@OnBitcoind
class Scenario04Test {

    @Test
    void the_balance_of_a_producer_that_published_before_it_failed_is_taken_inside_the_window(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        Ticket unit = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(unit.unit());
        Transaction newest = street.producer().signed(street.producer().channel());
        street.producer().handle(new Command.CloseAlone());
        street.mine(1);
        int confirmed = street.view().tip().height().value();
        assertThat(street.isConfirmed(newest)).isTrue();
        assertThat(street.utility().published(Purpose.PENALTY)).isEmpty();

        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.consumer().channel().context().ref(), unit.unit(), WattHours.ZERO);
        street.moveTo(unit.deadlines().deliverBy().value() + 4);

        assertThat(street.post().delivered(ForfeitSigned.class, Party.UTILITY)).hasSize(1);
        Transaction forfeit = street.utility().published(Purpose.PENALTY).get(0);
        street.mine(1);
        assertThat(street.isConfirmed(forfeit)).isTrue();
        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        assertThat(street.view().tip().height().value() - confirmed).isLessThan(window);
        assertThat(forfeit.inputs().get(0).outpoint().txid()).isEqualTo(newest.txid());
        assertThat(forfeit.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE, street.utility().profile().payoutScript()));
        street.mine(2 * window + 2);
        assertThat(street.utility().published(Purpose.PENALTY)).hasSize(2).allMatch(street::isConfirmed);
    }

    @Test
    void the_utility_that_was_restarted_meanwhile_still_rules_and_asks_again(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        Ticket unit = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(unit.unit());
        street.producer().handle(new Command.CloseAlone());
        street.mine(1);
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.consumer().channel().context().ref(), unit.unit(), WattHours.ZERO);
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER);
        street.moveTo(unit.deadlines().deliverBy().value() + 4);
        assertThat(street.utility().published(Purpose.PENALTY)).isEmpty();
        street.post().loseHeld();

        street.utility().restart();
        street.deliver();

        Transaction forfeit = street.utility().published(Purpose.PENALTY).get(0);
        street.mine(1);
        assertThat(street.isConfirmed(forfeit)).isTrue();
    }
}
