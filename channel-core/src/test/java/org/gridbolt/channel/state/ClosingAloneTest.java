package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.time.Instant;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

class ClosingAloneTest {

    private static final int CSV = 42;

    private final Neighbourhood street = Neighbourhood.withTickets(5, 250);

    private static List<Transaction> claims(HouseholdRig household) {
        return household.published().stream()
                .filter(action -> action.purpose() == Purpose.CLAIM)
                .map(Publish::transaction)
                .toList();
    }

    private static Coin claimed(HouseholdRig household) {
        return claims(household).stream()
                .flatMap(claim -> claim.outputs().stream())
                .filter(output -> output.script().equals(household.purse().script()))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    @Test
    void each_gets_its_balance_after_the_consumer_closes_alone() {
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);

        street.mine(CSV + 1);

        assertThat(street.consumer().refusals()).isEmpty();
        assertThat(claimed(street.consumer())).isBetween(Coin.valueOf(199_000), Coin.valueOf(200_000));
        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(79_000), Coin.valueOf(80_000));
        street.mine(101);
        assertThat(street.consumer().state()).isInstanceOf(Closed.class);
        assertThat(street.producer().state()).isInstanceOf(Closed.class);
    }

    @Test
    void the_producer_claims_a_delivered_unit_on_the_consumers_version_at_once() {
        street.offer(1);
        street.reveal(1);
        street.consumer().handle(new Command.CloseAlone());

        street.mine(2);

        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(2_000), Coin.valueOf(2_500));
    }

    @Test
    void the_producer_claims_a_delivered_unit_on_its_own_version_after_the_window() {
        street.offer(1);
        street.reveal(1);
        street.producer().handle(new Command.CloseAlone());

        street.mine(CSV + 2);

        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(81_000), Coin.valueOf(82_500));
        assertThat(street.producer().refusals()).isEmpty();
    }

    @Test
    void the_consumer_gets_an_undelivered_unit_back_after_everybody_elses_time() {
        street.offer(1);
        street.consumer().handle(new Command.CloseAlone());

        street.mine(2 * CSV + 30);

        assertThat(claimed(street.consumer())).isBetween(Coin.valueOf(198_000), Coin.valueOf(200_000));
        assertThat(claims(street.consumer())).hasSize(2);
        assertThat(street.consumer().refusals()).isEmpty();
    }

    @Test
    void a_unit_that_outlives_its_last_height_closes_the_channel() {
        street.offer(1);
        int last = street.utility()
                .ticket(new UnitNumber(1))
                .deadlines()
                .claimableFrom()
                .value();

        street.moveTo(last + 2);

        assertThat(street.consumer().state()).isInstanceOf(Resolving.class);
        assertThat(street.producer().state()).isInstanceOf(Resolving.class);
    }

    @Test
    void a_reorganisation_takes_a_claim_back_and_it_is_published_again() {
        street.offer(1);
        street.reveal(1);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(4);
        assertThatStep(street.producer().wouldStep(new Tick(street.tip(), Instant.EPOCH)))
                .publishesNothing();

        street.regtest().reorg(new BlockCount(3), List.of());
        street.follow();

        assertThat(street.producer().state()).isInstanceOf(Resolving.class);
        assertThatStep(street.producer().wouldStep(new Tick(street.tip(), Instant.EPOCH)))
                .publishes(Purpose.CLAIM);
    }

    @Test
    void a_reorganisation_takes_the_close_back_and_it_is_published_again() {
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        assertThat(street.consumer().state()).isInstanceOf(Resolving.class);

        street.regtest().reorg(new BlockCount(1), List.of());
        street.follow();

        assertThat(street.consumer().state()).isInstanceOf(ClosingLocal.class);
        assertThat(street.producer().state()).isInstanceOf(Reconnecting.class);
        street.mine(1);
        assertThat(street.consumer().state()).isInstanceOf(Resolving.class);
    }
}
