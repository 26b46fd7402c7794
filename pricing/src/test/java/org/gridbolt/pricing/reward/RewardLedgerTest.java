package org.gridbolt.pricing.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class RewardLedgerTest {

    private static final Plant SUN = new Plant(SourceKind.SUN, "m1");
    private static final Plant MORE_SUN = new Plant(SourceKind.SUN, "m2");
    private static final Plant WIND = new Plant(SourceKind.WIND, "m3");

    @Test
    void a_token_is_a_megawatt_hour_and_a_watt_hour_less_is_none() {
        RewardLedger ledger = RewardLedger.EMPTY.after(Map.of(SUN, new WattHours(999_999)));
        assertThat(ledger.tokens()).isZero();
        ledger = ledger.after(Map.of(SUN, new WattHours(1)));
        assertThat(ledger.account(SUN)).isEqualTo(new RewardAccount(1, WattHours.ZERO));
        ledger = ledger.after(Map.of(SUN, new WattHours(2_500_000)));
        assertThat(ledger.account(SUN)).isEqualTo(new RewardAccount(3, new WattHours(500_000)));
    }

    @Test
    void a_kind_that_is_rare_counts_more_and_the_pool_stays_the_same() {
        Map<Plant, WattHours> made = Map.of(SUN, new WattHours(9_000), WIND, new WattHours(1_000));
        assertThat(RewardLedger.credits(made)).isEqualTo(Map.of(SUN, new WattHours(8_390), WIND, new WattHours(1_610)));
    }

    @Test
    void kinds_of_which_there_is_as_much_count_the_same() {
        Map<Plant, WattHours> made =
                Map.of(SUN, new WattHours(300), MORE_SUN, new WattHours(200), WIND, new WattHours(500));
        assertThat(RewardLedger.credits(made)).isEqualTo(made);
    }

    @Test
    void nothing_made_is_nothing_credited() {
        assertThat(RewardLedger.EMPTY.after(Map.of()).energy()).isEqualTo(WattHours.ZERO);
        assertThat(RewardLedger.credits(Map.of(SUN, WattHours.ZERO))).containsEntry(SUN, WattHours.ZERO);
    }

    @Property(tries = 200)
    void what_is_credited_is_what_was_made(@ForAll("periods") List<Map<Plant, WattHours>> periods) {
        RewardLedger ledger = RewardLedger.EMPTY;
        WattHours made = WattHours.ZERO;
        for (Map<Plant, WattHours> period : periods) {
            ledger = ledger.after(period);
            made = made.plus(WattHours.sum(period.values()));
            assertThat(ledger.energy()).isEqualTo(made);
            WattHours carried = WattHours.sum(ledger.accounts().values().stream()
                    .map(RewardAccount::carry)
                    .toList());
            assertThat(ledger.tokens() * 1_000_000 + carried.value()).isEqualTo(made.value());
        }
    }

    @Property(tries = 200)
    void a_kind_alone_is_credited_with_what_it_made(@ForAll("made") Map<Plant, WattHours> made) {
        for (SourceKind kind : SourceKind.values()) {
            Map<Plant, WattHours> alone = made.entrySet().stream()
                    .filter(entry -> entry.getKey().kind() == kind)
                    .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            assertThat(RewardLedger.credits(alone)).isEqualTo(alone);
        }
    }

    @Property(tries = 200)
    void a_watt_hour_counts_the_more_the_rarer_its_kind_and_at_most_twice(@ForAll("made") Map<Plant, WattHours> made) {
        SortedMap<Plant, WattHours> credits = RewardLedger.credits(made);
        for (Plant rare : made.keySet()) {
            for (Plant common : made.keySet()) {
                if (ofKind(made, rare) < ofKind(made, common)) {
                    assertThat(rate(made, credits, rare, 1)).isGreaterThan(rate(made, credits, common, -1));
                    assertThat(rate(made, credits, rare, -1))
                            .isLessThan(rate(made, credits, common, 1).multiply(2));
                }
            }
        }
    }

    @Test
    void an_account_that_no_credit_leads_to_is_a_bug() {
        assertThatThrownBy(() -> new RewardAccount(0, RewardAccount.PER_TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RewardAccount(-1, WattHours.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SUN).hasToString("SUN of meter m1");
    }

    /** Credited energy for each watt-hour made, with the rounding of less than one moved that way. */
    private static BigFraction rate(
            Map<Plant, WattHours> made, Map<Plant, WattHours> credits, Plant plant, int rounding) {
        return BigFraction.of(
                credits.getOrDefault(plant, WattHours.ZERO).value() + rounding,
                made.getOrDefault(plant, WattHours.ZERO).value());
    }

    private static long ofKind(Map<Plant, WattHours> made, Plant plant) {
        return made.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == plant.kind())
                .mapToLong(entry -> entry.getValue().value())
                .sum();
    }

    @Provide
    Arbitrary<List<Map<Plant, WattHours>>> periods() {
        return made().list().ofMaxSize(10);
    }

    @Provide
    Arbitrary<Map<Plant, WattHours>> made() {
        Arbitrary<Plant> plants = Combinators.combine(
                        Arbitraries.of(SourceKind.class), Arbitraries.of("m1", "m2", "m3"))
                .as(Plant::new);
        Arbitrary<WattHours> energies =
                Arbitraries.longs().between(1, 3_000_000).map(WattHours::new);
        return Arbitraries.maps(plants, energies).ofMaxSize(8);
    }
}
