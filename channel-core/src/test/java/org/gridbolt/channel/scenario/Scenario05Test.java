package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.state.Ruled;
import org.gridbolt.channel.state.StateFlaw;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A has signed a penalty, B offers to go on. */
@OnBitcoind
class Scenario05Test {

    private StreetOnBitcoind<UtilityRig> street;
    private Ticket failed;

    /** Of two units the first is not delivered, and the utility has ruled. Its co-signature has not left the consumer. */
    @BeforeEach
    void rule(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        failed = street.utility().issue(new Slot(0), 2, 250).get(0);
        street.deliver();
        street.offer(failed.unit());
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.producer().channel().context().ref(), failed.unit(), WattHours.ZERO);
        street.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        assertThat(street.post().held()).hasSize(1);
    }

    private void offerToGoOn() {
        MessageReceived offer =
                new MessageReceived(Party.PRODUCER, new UnitFail(failed.unit(), FailReason.NOT_ACCEPTED));
        assertThatStep(street.consumer().wouldStep(offer))
                .leadsTo(Ruled.class)
                .refuses(Refusal.Warned.class, StateFlaw.Unexpected.class)
                .sendsNo(Party.PRODUCER, CommitmentSigned.class)
                .sendsNo(Party.PRODUCER, RevokeAndAck.class);
        assertThatStep(street.consumer().wouldStep(new Command.Offer(new UnitNumber(2))))
                .refusesCommand(StateFlaw.NotNow.class);
        street.consumer().handle(offer);
        street.deliver();
    }

    private void assertThePenaltyConfirms() {
        street.mine(1);
        Transaction penalty = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(street.isConfirmed(penalty)).isTrue();
        assertThat(Settlement.of(street.consumer().channel().context().wallet(), List.of(penalty)))
                .satisfies(settlement -> {
                    assertThat(settlement.paid()).isEqualTo(Allocation.of(197_500, 0, 82_500));
                    assertThat(settlement.open().isZero()).isTrue();
                });
    }

    @Test
    void the_consumer_refuses_and_the_penalty_confirms() {
        offerToGoOn();

        street.post().release();
        street.deliver();

        assertThePenaltyConfirms();
    }

    @Test
    void the_consumer_refuses_after_a_crash_between_signing_and_sending_and_sends_the_same_signature() {
        PenaltySigned lost = (PenaltySigned) street.post().held().get(0).message();
        street.post().loseHeld();
        street.consumer().restart();

        offerToGoOn();
        street.consumer().connect(Party.UTILITY);
        street.deliver();

        assertThat(street.post().delivered(PenaltySigned.class, Party.UTILITY)).containsOnly(lost);
        assertThePenaltyConfirms();
    }
}
