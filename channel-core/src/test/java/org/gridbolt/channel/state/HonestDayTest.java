package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class HonestDayTest {

    @Test
    void an_opening_ends_active_on_both_sides() {
        Neighbourhood street = Neighbourhood.withChannel();

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.producer().state()).isInstanceOf(Active.class);
        assertThat(street.consumer().refusals()).isEmpty();
        assertThat(street.consumer().channel().context().outpoint())
                .isEqualTo(street.producer().channel().context().outpoint());
    }

    @Test
    void an_offered_unit_is_accepted_after_one_round() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.post().forget();

        street.offer(1);

        assertThat(street.utility().acceptances()).hasSize(1);
        assertThat(street.post().delivered(UnitAccepted.class, Party.CONSUMER)).hasSize(1);
        assertThat(street.post().delivered(CommitmentSigned.class, Party.CONSUMER))
                .hasSize(1);
        assertThat(street.post().delivered(CommitmentSigned.class, Party.PRODUCER))
                .hasSize(1);
        assertThat(street.consumer().notices(Notice.Accepted.class)).hasSize(1);
    }

    @Test
    void a_fulfil_rides_along_with_the_next_offer_in_one_round() {
        Neighbourhood street = Neighbourhood.withTickets(3, 250);
        street.offer(1);
        street.reveal(1);
        street.post().forget();

        street.offer(2);

        assertThat(street.post().delivered(CommitmentSigned.class, Party.CONSUMER))
                .hasSize(1);
        assertThat(street.post().delivered(CommitmentSigned.class, Party.PRODUCER))
                .hasSize(1);
        assertThat(street.post().delivered(RevokeAndAck.class, Party.CONSUMER)).hasSize(1);
        assertThat(street.post().delivered(RevokeAndAck.class, Party.PRODUCER)).hasSize(1);
        assertThat(street.consumer().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.SETTLED);
        assertThat(street.utility().acceptances()).hasSize(2);
    }

    /** 251 Wh at 10,000.3 coins per kWh are 2510.0753 coins: the books of all three go on from the fraction. */
    @Test
    void a_reveal_counts_once_however_often_it_comes() {
        Neighbourhood street = Neighbourhood.withChannel();
        street.moveTo(137);
        street.utility().announce(new Slot(0), new Price(10_000_300_000_000L), street.tip());
        UnitNumber unit =
                street.utility().issue(new Slot(0), List.of(new WattHours(251))).get(0);
        street.deliver();
        street.offer(unit.value());

        street.reveal(unit.value());
        street.utility().connected(Party.CONSUMER);
        street.utility().connected(Party.PRODUCER);
        street.deliver();

        Ticket ticket = street.utility().ticket(unit);
        CumulativeRounding once =
                CumulativeRounding.START.afterSettling(ticket.price().costOf(ticket.energy()), ticket.amount());
        assertThat(once).isNotEqualTo(CumulativeRounding.START);
        assertThat(street.consumer().channel().book().carry()).isEqualTo(once);
        assertThat(street.producer().channel().book().carry()).isEqualTo(once);
    }

    @Test
    void a_day_of_units_closes_together_for_what_was_delivered() {
        Neighbourhood street = Neighbourhood.withTickets(3, 250);
        for (int unit = 1; unit <= 3; unit++) {
            street.offer(unit);
            street.reveal(unit);
        }

        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(1);

        Coin paid = Coin.valueOf(3 * 2500);
        Allocation last = street.consumer().notices(Notice.WalletSpent.class).isEmpty()
                ? Allocation.ZERO
                : ((Resolving) street.consumer().state())
                        .channel()
                        .commitments()
                        .own()
                        .ledger()
                        .balances();
        assertThat(last)
                .isEqualTo(new Allocation(
                        Neighbourhood.CONSUMER_SHARE.subtract(paid),
                        Neighbourhood.PRODUCER_SHARE.add(paid),
                        Coin.ZERO));
        assertThat(street.consumer().refusals()).isEmpty();
        assertThat(((Resolving) street.producer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
        street.mine(100);
        assertThat(street.consumer().state()).isInstanceOf(Closed.class);
        assertThat(street.producer().state()).isInstanceOf(Closed.class);
    }
}
