package org.gridbolt.channel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class LocalChannelTest {

    private static final Allocation CONTRIBUTIONS =
            new Allocation(Coin.valueOf(200_000), Coin.valueOf(80_000), Coin.valueOf(20_000));

    /** 2,250 coins a unit. */
    private static final Price PRICE = new Price(9_000_000_000_000L);

    private LocalChannel channel = LocalChannel.open(new EmbeddedNode(1), new LocalSetup(CONTRIBUTIONS, 1));

    @Test
    void an_honest_day_pays_for_what_was_delivered() {
        TradePlan plan = plan(750, 500);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        Settlement settlement = channel.closeTogether();

        assertThat(outcomes(plan)).containsOnly(UnitOutcome.SETTLED);
        assertThat(settlement.paid().producer()).isEqualTo(Coin.valueOf(80_000 + 5 * 2_250));
        assertThat(settlement.paid().consumer().add(settlement.fees())).isEqualTo(Coin.valueOf(200_000 - 5 * 2_250));
        assertThat(purposes()).containsExactly(Purpose.FUNDING, Purpose.CLOSE);
    }

    @Test
    void a_unit_that_is_not_delivered_costs_the_producer_its_balance() {
        TradePlan plan = plan(750, 500);
        Plant failing = unit -> unit.number().value() == 2 ? WattHours.ZERO : unit.energy();
        assertThat(channel.trade(plan, failing, TradeObserver.NONE))
                .hasValue(new TradeStop.NotDelivered(new UnitNumber(2)));
        Settlement settlement = channel.awaitRuling();

        assertThat(outcomes(plan))
                .containsExactly(
                        UnitOutcome.SETTLED,
                        UnitOutcome.REPLACED,
                        UnitOutcome.SETTLED,
                        UnitOutcome.LAPSED,
                        UnitOutcome.LAPSED);
        assertThat(settlement.paid().producer()).isEqualTo(Coin.ZERO);
        assertThat(settlement.paid().consumer()).isEqualTo(Coin.valueOf(200_000 - 3 * 2_250));
        assertThat(settlement.fees()).isEqualTo(Coin.ZERO);
        assertThat(purposes()).containsExactly(Purpose.FUNDING, Purpose.PENALTY, Purpose.BUMP);
        assertThat(RulingVerifier.verify(
                                channel.ruling().orElseThrow(),
                                channel.terms().identity().utilityNodeKey())
                        .flaw())
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_revoked_state_costs_who_publishes_it_everything() {
        TradePlan plan = plan(750, 500);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        Settlement settlement = channel.publishRevoked(Party.PRODUCER);

        assertThat(settlement.paid().producer()).isEqualTo(Coin.ZERO);
        assertThat(purposes()).startsWith(Purpose.FUNDING).contains(Purpose.COMMITMENT, Purpose.JUSTICE);
    }

    @Test
    void a_wallet_that_runs_dry_settles_what_was_delivered() {
        Allocation little = new Allocation(Coin.valueOf(20_000), Coin.valueOf(80_000), Coin.ZERO);
        channel = LocalChannel.open(new EmbeddedNode(1), new LocalSetup(little, 1));
        TradePlan plan = plan(1_250, 1_250);
        Optional<TradeStop> stopped = channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE);
        Settlement settlement = channel.closeTogether();

        assertThat(stopped).hasValueSatisfying(stop -> {
            assertThat(stop.unit()).isEqualTo(new UnitNumber(9));
            assertThat(stop.sentence()).startsWith("unit 9 was refused: ").contains("run dry");
        });
        assertThat(outcomes(plan).stream().filter(outcome -> outcome == UnitOutcome.SETTLED))
                .hasSize(8);
        assertThat(settlement.paid().producer()).isEqualTo(Coin.valueOf(80_000 + 8 * 2_250));
    }

    @Test
    void a_slot_with_more_units_than_a_state_may_hold_loses_the_rest_of_them_only() {
        TradePlan plan = plan(10_000, 250);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        Settlement settlement = channel.closeTogether();

        assertThat(outcomes(plan).subList(0, 32)).containsOnly(UnitOutcome.SETTLED);
        assertThat(outcomes(plan).subList(32, 40)).containsOnly(UnitOutcome.LAPSED);
        assertThat(outcomes(plan).get(40)).isEqualTo(UnitOutcome.SETTLED);
        assertThat(settlement.paid().producer()).isEqualTo(Coin.valueOf(80_000 + 33 * 2_250));
    }

    @Test
    void a_consumer_that_is_gone_after_a_delivery_pays_for_it_all_the_same() {
        TradePlan plan = plan(750, 500);
        Optional<TradeStop> stopped = channel.trade(plan, Plant.RELIABLE, goneAt(Party.CONSUMER, 2));
        Settlement settlement = channel.closeAlone(Party.PRODUCER);

        assertThat(stopped).hasValue(new TradeStop.Gone(new UnitNumber(2), Party.CONSUMER));
        assertThat(outcomes(plan).subList(0, 3)).containsOnly(UnitOutcome.SETTLED);
        assertThat(outcomes(plan).subList(3, 5)).containsOnly(UnitOutcome.LAPSED);
        assertThat(settlement.paid().producer().add(settlement.fees())).isEqualTo(Coin.valueOf(80_000 + 3 * 2_250));
        assertThat(settlement.paid().consumer()).isEqualTo(Coin.valueOf(200_000 - 3 * 2_250));
        assertThat(settlement.paid().utility()).isEqualTo(Coin.valueOf(20_000));
        assertThat(purposes()).startsWith(Purpose.FUNDING, Purpose.COMMITMENT).contains(Purpose.CLAIM);
    }

    @Test
    void the_tower_takes_a_revoked_state_for_a_consumer_that_sleeps() {
        TradePlan plan = plan(750, 500);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        channel.leave(Party.CONSUMER);
        Settlement settlement = channel.publishRevoked(Party.PRODUCER);

        assertThat(settlement.paid().producer()).isEqualTo(Coin.ZERO);
        assertThat(settlement.paid().consumer().add(settlement.fees())).isEqualTo(Coin.valueOf(280_000));
        assertThat(purposes()).contains(Purpose.COMMITMENT, Purpose.JUSTICE);
    }

    @Test
    void a_close_that_a_reorganisation_undoes_is_mined_again() {
        TradePlan plan = plan(750, 500);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        Settlement before = channel.closeTogether();
        channel.mineBlock();
        BlockCount undone = channel.undoSettlement();

        assertThat(undone.value()).isGreaterThanOrEqualTo(2);
        assertThat(channel.settlement().open()).isEqualTo(Coin.valueOf(300_000));
        assertThat(purposes()).containsExactly(Purpose.FUNDING);

        assertThat(channel.settleAgain()).isEqualTo(before);
        assertThat(purposes()).containsExactly(Purpose.FUNDING, Purpose.CLOSE);
    }

    @Test
    void a_producer_that_races_its_penalty_loses_its_balance_inside_the_window() {
        TradePlan plan = plan(750, 500);
        Plant failing = unit -> unit.number().value() == 2 ? WattHours.ZERO : unit.energy();
        assertThat(channel.trade(plan, failing, TradeObserver.NONE)).isPresent();
        Settlement settlement = channel.raceRuling(new FeeRate(20_000));

        assertThat(settlement.paid().producer()).isEqualTo(Coin.ZERO);
        assertThat(settlement.paid().consumer().add(settlement.fees())).isEqualTo(Coin.valueOf(200_000 - 3 * 2_250));
        assertThat(settlement.paid().utility()).isEqualTo(Coin.valueOf(20_000 + 80_000 + 3 * 2_250));
        assertThat(settlement.fees()).isLessThan(Coin.valueOf(500));
        assertThat(purposes()).startsWith(Purpose.FUNDING, Purpose.COMMITMENT).contains(Purpose.PENALTY);
    }

    @Test
    void at_its_expiry_a_channel_closes_by_itself() {
        TradePlan plan = plan(750, 500);
        assertThat(channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE)).isEmpty();
        Settlement settlement = channel.awaitExpiry();

        BlockHeight expiry = channel.terms().schedule().expiry();
        assertThat(settlement.paid().producer().add(settlement.fees()))
                .isBetween(Coin.valueOf(80_000 + 5 * 2_250), Coin.valueOf(80_000 + 5 * 2_250 + 500));
        assertThat(purposes()).containsExactly(Purpose.FUNDING, Purpose.CLOSE);
        assertThat(channel.transactions().get(1).height().isBefore(expiry)).isFalse();
    }

    private TradeObserver goneAt(Party party, int unit) {
        return new TradeObserver() {
            @Override
            public void onReading(PlannedUnit read) {
                if (read.number().value() == unit) {
                    channel.leave(party);
                }
            }
        };
    }

    private List<Purpose> purposes() {
        return channel.transactions().stream().map(Mined::purpose).toList();
    }

    private List<UnitOutcome> outcomes(TradePlan plan) {
        return plan.units().stream()
                .map(channel::traded)
                .map(TradedUnit::outcome)
                .toList();
    }

    /** Two slots next to each other, with that much energy. */
    private static TradePlan plan(long first, long second) {
        SlotTrade one = trade(new Slot(1), first, UnitNumber.FIRST);
        List<PlannedUnit> units = one.units();
        return new TradePlan(List.of(
                one,
                trade(new Slot(2), second, units.get(units.size() - 1).number().next())));
    }

    private static SlotTrade trade(Slot slot, long wattHours, UnitNumber first) {
        return UnitCutting.DEFAULT.cut(slot, new WattHours(12_000), PRICE, new WattHours(wattHours), first);
    }
}
