package org.gridbolt.pricing.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.community.Communities.SDR;
import static org.gridbolt.pricing.community.Communities.TARIFF;
import static org.gridbolt.pricing.community.Communities.fontana;
import static org.gridbolt.pricing.community.Communities.profile;
import static org.gridbolt.pricing.community.Communities.run;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.battery.MicroWattHours;
import org.gridbolt.pricing.market.RuleFlaw;
import org.gridbolt.pricing.market.rule.BillSharing;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.market.rule.MidMarketRate;
import org.gridbolt.pricing.market.rule.PayAsClear;
import org.gridbolt.pricing.market.rule.Rest;
import org.gridbolt.pricing.profile.LoadProfile;
import org.junit.jupiter.api.Test;

class CommunityRunTest {

    private static final Scenario BASELINE = Scenario.baseline(TARIFF, SDR);
    private static final Scenario WITHOUT_EXPORT = Scenario.withoutExport(TARIFF, SDR);
    private static final Scenario MORE_SUN = Scenario.withMoreSun(TARIFF, SDR);

    @Test
    void a_home_uses_its_sun_first_then_its_battery_then_its_peers_then_the_grid() {
        CommunityRun run = run(profile(new long[] {300, 5_000, 1_000, 0}, new long[] {3_000, 0, 0, 0}), BASELINE);
        HomeSlot sunny = run.slots().get(0).homes().get(0);
        assertThat(sunny.ownUse()).isEqualTo(new WattHours(300));
        assertThat(sunny.battery().taken()).isEqualTo(new WattHours(2_500));
        assertThat(sunny.flows()).isEqualTo(Flows.sold(new WattHours(1_000), new WattHours(1_200)));
        assertThat(run.slots().get(0).homes().get(1).flows())
                .isEqualTo(Flows.bought(new WattHours(1_000), WattHours.ZERO));
        HomeSlot evening = run.slots().get(1).homes().get(0);
        assertThat(evening.battery().given()).isEqualTo(new WattHours(2_449));
        assertThat(evening.flows()).isEqualTo(Flows.bought(WattHours.ZERO, new WattHours(551)));
    }

    /** At a ratio of 2.2 peers trade at the feed-in price. */
    @Test
    void coins_go_from_buyer_to_seller_and_the_grid_pays_for_the_rest() {
        CommunitySlot slot = run(profile(new long[] {300, 5_000, 1_000, 0}), BASELINE)
                .slots()
                .get(0);
        assertThat(slot.homes().get(0).pays()).isEqualTo(Coin.valueOf(-263));
        assertThat(slot.homes().get(1).pays()).isEqualTo(Coin.valueOf(120));
        assertThat(slot.gridPays()).isEqualTo(Coin.valueOf(143));
    }

    @Test
    void without_export_what_nobody_takes_is_curtailed() {
        CommunityRun run = run(profile(new long[] {300, 5_000, 1_000, 0}), WITHOUT_EXPORT);
        Flows flows = run.slots().get(0).flows();
        assertThat(flows.toPeers()).isEqualTo(new WattHours(1_000));
        assertThat(flows.toGrid()).isEqualTo(WattHours.ZERO);
        assertThat(flows.curtailed()).isEqualTo(new WattHours(1_200));
    }

    @Test
    void without_export_batteries_give_peers_what_they_lack() {
        long[] noon = {0, 2_000, 0, 500, 0, 0};
        long[] evening = {100, 0, 0, 0, 1_500, 0};
        CommunitySlot slot = run(profile(noon, evening), WITHOUT_EXPORT).slots().get(1);
        assertThat(slot.homes().get(0).flows()).isEqualTo(Flows.sold(new WattHours(1_188), WattHours.ZERO));
        assertThat(slot.homes().get(0).battery().given()).isEqualTo(new WattHours(1_288));
        assertThat(slot.homes().get(1).flows()).isEqualTo(Flows.sold(new WattHours(312), WattHours.ZERO));
        assertThat(slot.homes().get(2).flows()).isEqualTo(Flows.bought(new WattHours(1_500), WattHours.ZERO));
        CommunitySlot kept = run(profile(noon, evening), BASELINE).slots().get(1);
        assertThat(kept.flows().toPeers()).isEqualTo(WattHours.ZERO);
    }

    @Test
    void a_home_without_sun_has_no_battery() {
        CommunityRun run = run(profile(new long[] {0, 2_000, 0, 0}), BASELINE);
        assertThat(run.slots().get(0).homes().get(0).battery().before().type()).isEqualTo(BatteryType.HOME);
        assertThat(run.slots().get(0).homes().get(1).battery().before().type().capacity())
                .isEqualTo(WattHours.ZERO);
    }

    /** What table 1 of Boumaiza and Sanfilippo is meant to show; its numbers are not those of one balance. */
    @Test
    void the_three_scenarios_have_the_shapes_that_the_paper_describes() {
        HomeTotal baseline = run(fontana(), BASELINE).total();
        HomeTotal withoutExport = run(fontana(), WITHOUT_EXPORT).total();
        HomeTotal moreSun = run(fontana(), MORE_SUN).total();
        assertThat(withoutExport.flows().toGrid()).isEqualTo(WattHours.ZERO);
        assertThat(withoutExport.flows().toPeers())
                .isGreaterThan(baseline.flows().toPeers());
        assertThat(withoutExport.flows().fromGrid()).isLessThan(baseline.flows().fromGrid());
        assertThat(moreSun.flows().toGrid()).isGreaterThan(baseline.flows().toGrid());
        assertThat(moreSun.flows().fromGrid()).isLessThan(baseline.flows().fromGrid());
        assertThat(moreSun.ownUse()).isGreaterThan(baseline.ownUse());
        assertThat(moreSun.sun().value()).isEqualTo(2 * baseline.sun().value());
    }

    @Test
    void the_measured_days_balance_as_documented() {
        HomeTotal total = run(fontana(), BASELINE).total();
        assertThat(total.load()).isEqualTo(new WattHours(752_999));
        assertThat(total.sun()).isEqualTo(new WattHours(816_578));
        assertThat(total.ownUse()).isEqualTo(new WattHours(341_684));
        assertThat(total.flows())
                .isEqualTo(new Flows(
                        new WattHours(76_901),
                        new WattHours(199_357),
                        new WattHours(76_901),
                        new WattHours(246_966),
                        WattHours.ZERO));
        assertThat(total.lost()).isEqualTo(new MicroWattHours(3_034_047_165L));
        assertThat(total.charge()).isEqualTo(new MicroWattHours(12_935_952_835L));
    }

    /** Peers pay each other: between rules that pool, only the homes' parts differ, but for the rounding of each slot. */
    @Test
    void the_rule_moves_coins_among_homes_and_none_to_the_grid() {
        long sdr = run(fontana(), BASELINE).total().pays().getValue();
        for (MarketRule rule : List.of(new MidMarketRate(), new BillSharing())) {
            CommunityRun other = run(fontana(), Scenario.baseline(TARIFF, rule));
            assertThat(Math.abs(other.total().pays().getValue() - sdr)).isLessThan(48);
            assertThat(other.homes()).isNotEqualTo(run(fontana(), BASELINE).homes());
        }
    }

    @Property(tries = 60)
    void energy_and_coins_are_conserved_in_every_scenario(@ForAll("profiles") LoadProfile profile) {
        for (Scenario scenario : List.of(BASELINE, WITHOUT_EXPORT, MORE_SUN)) {
            CommunityRun run = run(profile, scenario);
            HomeTotal total = run.total();
            long in = total.sun().plus(total.flows().fromGrid()).value();
            long out = total.load()
                    .plus(total.flows().toGrid())
                    .plus(total.flows().curtailed())
                    .value();
            MicroWattHours kept = total.lost().plus(total.charge());
            assertThat((in - out) * 1_000_000).isEqualTo(kept.value());
            Coin grid = run.slots().stream().map(CommunitySlot::gridPays).reduce(Coin.ZERO, Coin::add);
            assertThat(total.pays().add(grid)).isEqualTo(Coin.ZERO);
        }
    }

    /** A coin for the rounding of each slot. */
    @Property(tries = 60)
    void nobody_pays_more_than_with_the_grid_alone(@ForAll("profiles") LoadProfile profile) {
        for (MarketRule rule : List.of(SDR, new MidMarketRate())) {
            for (CommunitySlot slot :
                    run(profile, Scenario.baseline(TARIFF, rule)).slots()) {
                assertThat(slot.homes()).allSatisfy(home -> {
                    long buys = home.flows().in().value() * 3_137;
                    long sells = home.flows().out().value() * 1_196;
                    assertThat((home.pays().getValue() - 1) * 10_000).isLessThanOrEqualTo(buys - sells);
                });
            }
        }
    }

    @Property(tries = 60)
    void without_export_nothing_is_exported_and_nobody_curtails_while_a_peer_buys_from_the_grid(
            @ForAll("profiles") LoadProfile profile) {
        for (CommunitySlot slot : run(profile, WITHOUT_EXPORT).slots()) {
            assertThat(slot.flows().toGrid()).isEqualTo(WattHours.ZERO);
            assertThat(slot.flows().fromGrid().min(slot.flows().curtailed())).isEqualTo(WattHours.ZERO);
        }
    }

    @Test
    void energy_or_coins_out_of_nothing_are_a_bug() {
        CommunitySlot slot = run(profile(new long[] {300, 5_000, 1_000, 0}), BASELINE)
                .slots()
                .get(0);
        HomeSlot home = slot.homes().get(0);
        assertThatThrownBy(() -> new HomeSlot(home.hour(), home.battery(), Flows.NONE, home.pays()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommunitySlot(new Slot(0), slot.homes(), Coin.ZERO, slot.quotes()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommunitySlot(
                        new Slot(0), List.of(home), home.pays().negate(), slot.quotes()))
                .isInstanceOf(IllegalArgumentException.class);
        HomeTotal total = HomeTotal.of(List.of(home));
        assertThatThrownBy(() -> new HomeTotal(
                        total.load(),
                        total.sun(),
                        total.ownUse(),
                        Flows.NONE,
                        total.lost(),
                        total.charge(),
                        total.pays()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommunityRun(BASELINE, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scenario(BatteryType.HOME, TARIFF, SDR, Bidding.NONE, true, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void homes_with_limits_trade_by_a_rule_that_takes_them() {
        LoadProfile profile = profile(new long[] {300, 5_000, 1_000, 0, 500, 0});
        Scenario crossing = Scenario.baseline(TARIFF, new PayAsClear(Rest.GRID))
                .with((home, order) -> order.at(Communities.price(order.buys() ? "" + (100 * home) : "150")));
        CommunitySlot slot = run(profile, crossing).slots().get(0);
        assertThat(slot.homes().get(0).flows().toPeers()).isEqualTo(new WattHours(1_500));
        assertThat(slot.homes().get(1).flows().fromPeers()).isEqualTo(new WattHours(1_000));
        assertThat(slot.quotes().peers()).contains(BigFraction.of(150));
        CommunitySlot dear = run(
                        profile,
                        crossing.with((home, order) -> order.at(Communities.price(order.buys() ? "120" : "150"))))
                .slots()
                .get(0);
        assertThat(dear.homes().get(1).flows()).isEqualTo(Flows.bought(WattHours.ZERO, new WattHours(1_000)));
    }

    @Test
    void a_rule_that_leaves_energy_to_nobody_is_refused_since_homes_have_used_it() {
        LoadProfile profile = profile(new long[] {1_000, 0, 500, 0});
        Scenario book = Scenario.baseline(TARIFF, new PayAsClear(Rest.BOOK))
                .with((home, order) -> order.at(Communities.price("200")));
        assertThat(CommunityRun.of(profile, book).flaw())
                .contains(new RuleFlaw.LeavesEnergy("pay-as-clear", new Slot(0), new WattHours(1_500)));
    }

    @Test
    void a_flaw_of_the_market_is_handed_on() {
        LoadProfile huge = profile(new long[] {Long.MAX_VALUE, 0, Long.MAX_VALUE, 0});
        assertThat(CommunityRun.of(huge, BASELINE).flaw()).isPresent();
    }

    @Provide
    Arbitrary<LoadProfile> profiles() {
        Arbitrary<Long> cells = Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.longs().between(0, 300),
                Arbitraries.longs().between(0, 7_000));
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(homes -> cells.array(Long[].class)
                        .ofSize(2 * homes)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .map(hours -> profile(hours.stream()
                                .map(hour -> List.of(hour).stream()
                                        .mapToLong(Long::longValue)
                                        .toArray())
                                .toArray(long[][]::new))));
    }
}
