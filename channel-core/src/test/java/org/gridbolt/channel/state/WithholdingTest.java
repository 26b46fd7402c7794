package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

/** Scenario 16: A withholds its last revocation, or U its ack: no unit_accept. */
class WithholdingTest {

    private final Neighbourhood street = Neighbourhood.withTickets(2, 250);

    private void passAcceptBy() {
        street.moveTo(street.utility()
                        .ticket(new UnitNumber(1))
                        .deadlines()
                        .acceptBy()
                        .value()
                + 1);
    }

    @Test
    void without_the_consumers_last_revocation_nothing_is_accepted() {
        street.post().holdBack(letter -> letter.from() == Party.CONSUMER && letter.message() instanceof RevokeAndAck);

        street.offer(1);
        passAcceptBy();

        assertThat(street.utility().acceptances()).isEmpty();
        assertThat(street.producer().notices(Notice.Accepted.class)).isEmpty();
    }

    @Test
    void without_the_utilitys_acknowledgement_nothing_is_accepted_and_the_coins_return() {
        street.utility().acknowledges(false);

        street.offer(1);
        passAcceptBy();
        street.mine(1);

        assertThat(street.utility().acceptances()).isEmpty();
        assertThat(street.consumer().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.REFUNDED);
        assertThat(street.consumer()
                        .channel()
                        .commitments()
                        .own()
                        .ledger()
                        .balances()
                        .consumer())
                .isEqualTo(Neighbourhood.CONSUMER_SHARE);
    }

    @Test
    void a_late_acknowledgement_is_as_good_as_none() {
        street.utility().acknowledges(false);
        street.offer(1);
        passAcceptBy();

        street.utility().acknowledges(true);
        street.deliver();

        assertThat(street.utility().acceptances()).isEmpty();
    }

    /** The consumer's older version would hold the coins and not the unit. */
    @Test
    void an_acknowledgement_without_the_consumers_newest_receipt_accepts_nothing() {
        street.offer(1);
        Sha256Hash before = street.utility().newest(Party.CONSUMER).hash();
        street.utility().acknowledges(false);
        street.offer(2);

        ReceiptAck half = new ReceiptAck(
                street.utility().ref(),
                before,
                street.utility().newest(Party.PRODUCER).hash());
        street.producer().handle(new MessageReceived(Party.UTILITY, new ReceiptsAcknowledged(half)));
        street.deliver();

        assertThat(street.utility().acceptances()).hasSize(1);
    }

    @Test
    void an_acknowledgement_of_older_receipts_accepts_nothing() {
        street.offer(1);
        assertThat(street.utility().acceptances()).hasSize(1);
        street.post().holdBack(letter -> letter.from() == Party.CONSUMER && letter.message() instanceof RevokeAndAck);

        street.offer(2);

        assertThat(street.utility().acceptances()).hasSize(1);
    }
}
