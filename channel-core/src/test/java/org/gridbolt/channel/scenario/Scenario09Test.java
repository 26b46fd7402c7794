package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An arbitrated close: by the newest receipt, and by no other. */
@OnBitcoind
class Scenario09Test {

    private static final int NOTICE = 6;

    /** The peer is gone for as long as the notice. */
    private static <U> void leaveAlone(StreetOnBitcoind<U> street, HouseholdRig household) {
        Party missing = household.profile().role().peer();
        street.fallAsleep(missing);
        household.handle(new ConnectionEvent.Disconnected(missing));
        street.mine(NOTICE + 1);
    }

    private static <U> HouseholdRig household(StreetOnBitcoind<U> street, Party party) {
        return party == Party.CONSUMER ? street.consumer() : street.producer();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "PRODUCER"})
    void a_household_whose_peer_is_gone_closes_with_the_utility_on_the_newest_state(Party left, Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        StreetOnBitcoind.measure(street, ticket, 250);
        street.mine(2);
        HouseholdRig household = household(street, left);
        leaveAlone(street, household);

        household.handle(new Command.CloseWithout());
        street.deliver();
        street.mine(6);

        assertThat(street.post().delivered(PenaltySigned.class, Party.UTILITY)).isNotEmpty();
        assertThat(((Resolving) household.state()).spender().kind()).isEqualTo(SpendKind.ARBITRATED);
        Transaction close = street.utility().published(Purpose.ARBITRATED).get(0);
        assertThat(street.isConfirmed(close)).isTrue();
        assertThat(street.settlement().paid().consumer())
                .isEqualTo(Neighbourhood.CONSUMER_SHARE.subtract(ticket.amount()));
        assertThat(street.settlement().paid().producer()).isEqualTo(Neighbourhood.PRODUCER_SHARE.add(ticket.amount()));

        // Who was missing comes back, is told, and finds nothing wrong.
        street.wakeUp(left.peer());
        assertThat(household(street, left.peer()).notices(Notice.Fraud.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "PRODUCER"})
    void before_the_notice_is_over_nobody_is_asked(Party left, Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        HouseholdRig household = household(street, left);
        leaveAlone(street, household);
        household.handle(new ConnectionEvent.Connected(left.peer()));
        street.wakeUp(left.peer());
        household(street, left.peer()).connect(left);
        street.deliver();
        household.handle(new ConnectionEvent.Disconnected(left.peer()));
        street.mine(NOTICE);

        household.handle(new Command.CloseWithout());

        assertThat(household.notices(Notice.CommandRefused.class)).hasSize(1);
        assertThat(street.post().sent(AbsenceReported.class, left)).isEmpty();
    }

    /** One delivered unit later than what the utility would settle. */
    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "PRODUCER"})
    void a_stale_receipt_is_refused(Party left, Bitcoind bitcoind) {
        StreetOnBitcoind<ScriptedUtility> street =
                StreetOnBitcoind.withScript(bitcoind).open();
        Signed<StateReceipt> staleConsumers = street.utility().newest(Party.CONSUMER);
        Signed<StateReceipt> staleProducers = street.utility().newest(Party.PRODUCER);
        street.moveToOffersOf(new Slot(0));
        street.utility()
                .announce(
                        new Slot(0),
                        new Price(10_000L * 1_000_000_000L),
                        street.view().tip().height());
        UnitNumber unit =
                street.utility().issue(new Slot(0), List.of(new WattHours(250))).get(0);
        street.deliver();
        street.offer(unit);
        street.utility().deliver(unit);
        street.deliver();
        street.mine(1);
        HouseholdRig household = household(street, left);
        leaveAlone(street, household);
        household.handle(new Command.CloseWithout());
        street.deliver();
        Signed<PeerAbsence> word =
                street.utility().others(AbsenceReported.class).get(0).absence();

        RulingFile stale = street.utility().settleWithout(word, staleConsumers, staleProducers);
        street.post().send(Party.UTILITY, left, new RulingIssued(stale));
        street.deliver();
        street.mine(1);

        assertThat(household.state()).isInstanceOf(Reconnecting.class);
        assertThat(household.notices(Notice.Refused.class))
                .extracting(notice -> notice.refusal())
                .contains(new Refusal.Warned(new CosignRefusal.NotNewestState()));
        assertThat(street.post().sent(PenaltySigned.class, left)).isEmpty();
        assertThat(street.isWalletUnspent()).isTrue();

        Signed<StateReceipt> consumers = street.utility().newest(Party.CONSUMER);
        Signed<StateReceipt> producers = street.utility().newest(Party.PRODUCER);
        RulingFile newest = street.utility().settleWithout(word, consumers, producers);
        assertThat(Optional.of(newest).map(RulingFile::evidence).flatMap(evidence -> evidence.absence()))
                .contains(word);
        street.post().send(Party.UTILITY, left, new RulingIssued(newest));
        street.deliver();

        // The second ruling contradicts the first, whose sequence it does not share: it is the newest that counts.
        assertThat(street.post().sent(PenaltySigned.class, left)).hasSize(1);
        assertThat(household.channel().commitments().own().ledger().balances().producer())
                .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(2_500)));
    }
}
