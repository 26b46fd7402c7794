package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

/** A ticket offered after offer_by. */
class Scenario08Test {

    private static final UnitNumber UNIT = new UnitNumber(1);

    private final Neighbourhood street = Neighbourhood.withTickets(3, 250);

    @Test
    void a_late_offer_fails_without_fault_and_its_coins_return() {
        int offerBy = street.utility().ticket(UNIT).deadlines().offerBy().value();
        street.post().holdBack(letter -> letter.message() instanceof UnitOffer);
        street.moveTo(offerBy);
        street.consumer().handle(new Command.Offer(UNIT));
        street.post().holdBack(letter -> letter.to() == Party.PRODUCER);
        street.deliver();
        street.mine(1);

        street.post().release();
        street.deliver();

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
        assertThat(street.producer().state()).isInstanceOf(Active.class);
        assertThat(street.utility().acceptances()).isEmpty();
    }
}
