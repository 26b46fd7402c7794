package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.ledger.LedgerFlaw;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.state.UnitFlaw;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which a channel ends without fault of anybody, with what is pending then, to the last coin in the chain. */
@OnBitcoind
class EveryCloseTest {

    private static final long NANO = 1_000_000_000L;

    /** What the claims of one household may pay in all: a few hundred coins each. */
    private static final Coin FEES = Coin.valueOf(1_200);

    private static List<UnitNumber> issue(StreetOnBitcoind<ScriptedUtility> street, long coinsPerKwh, int count) {
        street.moveToOffersOf(new Slot(0));
        street.utility()
                .announce(
                        new Slot(0),
                        new Price(coinsPerKwh * NANO),
                        street.view().tip().height());
        WattHours energy = new WattHours(250);
        List<UnitNumber> units = street.utility().issue(new Slot(0), Collections.nCopies(count, energy));
        street.deliver();
        return units;
    }

    /** One unit delivered and not yet folded, one that the producer never accepted: each version pays both to whom they belong. */
    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "PRODUCER"})
    void a_close_alone_pays_each_pending_unit_to_whom_it_belongs(Party publisher, Bitcoind bitcoind) {
        StreetOnBitcoind<ScriptedUtility> street =
                StreetOnBitcoind.withScript(bitcoind).open();
        List<UnitNumber> units = issue(street, 10_000, 2);
        street.offer(units.get(0));
        street.utility().acknowledges(false);
        street.offer(units.get(1));
        HouseholdRig closing = publisher == Party.CONSUMER ? street.consumer() : street.producer();
        closing.handle(new Command.CloseAlone());
        street.utility().deliver(units.get(0));
        street.mine(1);
        street.deliver();
        Ticket cancelled = street.utility().ticket(units.get(1));
        int window = street.schedule().grace().value() / 3;

        street.moveTo(cancelled.deadlines().claimableFrom().value());
        street.mine(3 * window + 2);

        Coin unit = cancelled.amount();
        assertThat(street.settlement().open()).isEqualTo(Coin.ZERO);
        Coin producers = Neighbourhood.PRODUCER_SHARE.add(unit);
        Coin consumers = Neighbourhood.CONSUMER_SHARE.subtract(unit);
        assertThat(street.settlement().paid().producer()).isBetween(producers.subtract(FEES), producers);
        assertThat(street.settlement().paid().consumer()).isBetween(consumers.subtract(FEES), consumers);
        assertThat(closing.notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactlyInAnyOrder(UnitOutcome.SETTLED, UnitOutcome.REFUNDED);
        street.mine(100);
        assertThat(street.consumer().state()).isInstanceOf(Closed.class);
        assertThat(street.producer().state()).isInstanceOf(Closed.class);
    }

    @Test
    void at_the_expiry_the_channel_closes_by_itself(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.expiringAfter(bitcoind, new BlockCount(20)).open();
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        StreetOnBitcoind.measure(street, ticket, 250);

        street.moveTo(street.schedule().expiry().value() + 2);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
        assertThat(street.settlement().open()).isEqualTo(Coin.ZERO);
        assertThat(street.settlement().paid().producer())
                .isBetween(
                        Neighbourhood.PRODUCER_SHARE.add(ticket.amount()).subtract(FEES),
                        Neighbourhood.PRODUCER_SHARE.add(ticket.amount()));
    }

    /** A household whose peer sleeps through the expiry still gets what is its own. */
    @Test
    void at_the_expiry_a_household_whose_peer_is_gone_closes_alone(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.expiringAfter(bitcoind, new BlockCount(20)).open();
        street.fallAsleep(Party.PRODUCER);
        street.moveTo(street.schedule().expiry().plus(street.schedule().grace()).value() + 3);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.OWN_VERSION);
    }

    /** A dry wallet ends trade, not the channel: no unit takes the consumer below its reserve, and both close together. */
    @Test
    void a_dry_wallet_refuses_units_and_closes_together(Bitcoind bitcoind) {
        StreetOnBitcoind<ScriptedUtility> street =
                StreetOnBitcoind.withScript(bitcoind).open();
        List<UnitNumber> units = issue(street, 160_000, 6);
        Coin reserve = street.consumer().channel().context().terms().limits().consumerReserve();
        int bought = 0;
        for (UnitNumber unit : units) {
            street.offer(unit);
            if (street.consumer().channel().units().find(unit).isPresent()) {
                bought++;
                street.utility().deliver(unit);
                street.deliver();
                street.consumer().handle(new Command.Fold());
                street.producer().handle(new Command.Fold());
                street.deliver();
            }
        }

        Coin left = street.consumer()
                .channel()
                .commitments()
                .own()
                .ledger()
                .balances()
                .consumer();
        assertThat(bought).isEqualTo(4);
        assertThat(left).isGreaterThanOrEqualTo(reserve).isLessThan(reserve.add(Coin.valueOf(40_000)));
        assertThat(street.consumer().notices(Notice.CommandRefused.class))
                .extracting(Notice.CommandRefused::reason)
                .hasSize(2)
                .allMatch(reason -> reason instanceof UnitFlaw.NotAllowed notAllowed
                        && notAllowed.flaw() instanceof LedgerFlaw.BelowReserve);
        assertThat(street.consumer().state()).isInstanceOf(Active.class);

        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(1);

        assertThat(street.settlement().paid().producer())
                .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(40_000L * bought)));
        assertThat(street.settlement().paid().consumer()).isBetween(left.subtract(FEES), left);
    }
}
