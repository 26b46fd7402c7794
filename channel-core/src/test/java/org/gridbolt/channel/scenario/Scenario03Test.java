package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.VersionTip;
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
        defaultAndPublish(StreetOnBitcoind.withUtility(bitcoind).open(), street -> {});
    }

    /** It tells the utility of a next version in which the consumer has the failed unit's coins back, which the consumer never signed. */
    @Test
    void a_producer_that_signs_the_failed_unit_back_to_the_consumer_saves_nothing_by_it(Bitcoind bitcoind) {
        defaultAndPublish(StreetOnBitcoind.withUtility(bitcoind).open(), street -> {
            street.post().send(Party.PRODUCER, Party.UTILITY, refund(street.producer()));
            street.deliver();
        });
    }

    private static StateReported refund(HouseholdRig producer) {
        Commitments commitments = producer.channel().commitments();
        StateReceipt held = commitments.receipts().own().content();
        StateReceipt refund = new StateReceipt(
                held.channel(),
                held.side(),
                new VersionTip(held.own().number().next(), commitments.points().next()),
                held.peer(),
                held.balances().with(Party.CONSUMER, Neighbourhood.CONSUMER_SHARE),
                PendingUnits.NONE.root(),
                held.hash());
        return new StateReported(
                Optional.of(Signed.sign(refund, producer.profile().nodeKey())), Optional.empty());
    }

    /** A producer whose lie is ruled on is told of a state that it does not know as its own, and closes. */
    private static Optional<Transaction> closedByItself(HouseholdRig producer) {
        return producer.published().stream()
                .filter(publish -> publish.purpose() == Purpose.COMMITMENT)
                .map(Publish::transaction)
                .findFirst();
    }

    private static void defaultAndPublish(
            StreetOnBitcoind<UtilityRig> street, Consumer<StreetOnBitcoind<UtilityRig>> afterTheSlot) {
        street.moveToOffersOf(new Slot(0));
        Ticket failed = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(failed.unit());
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.producer().channel().context().ref(), failed.unit(), WattHours.ZERO);
        afterTheSlot.accept(street);
        street.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        assertThat(street.post().held()).hasSize(1);

        Transaction newest = closedByItself(street.producer())
                .orElseGet(() -> street.producer().cheat(street.producer().channel()));
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
