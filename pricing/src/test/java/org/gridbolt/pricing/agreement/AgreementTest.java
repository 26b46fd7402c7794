package org.gridbolt.pricing.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final LocalDate BEGIN = LocalDate.of(2027, 1, 1);
    private static final Parties PARTIES = Parties.of("Solar Invest", "home 3");
    private static final Shares HALVES = Shares.between(Role.OWNER, BigFraction.of(1, 2), Role.PROSUMER);
    private static final Coin PRICE = Coin.valueOf(1_000);
    private static final Coin INSTALMENT = Coin.valueOf(300);

    @Test
    void a_lease_ends_with_a_partial_instalment_and_the_plant_is_the_prosumers() {
        LeaseToOwn lease = lease();
        List<Coin> instalments = new ArrayList<>();
        Coin paid = Coin.ZERO;
        while (lease.owner(new Standing(BEGIN, paid)) == Role.OWNER) {
            instalments.add(lease.nextInstalment(paid));
            paid = paid.add(lease.nextInstalment(paid));
        }
        assertThat(instalments).extracting(Coin::getValue).containsExactly(300L, 300L, 300L, 100L);
        assertThat(lease.instalments()).isEqualTo(4);
        assertThat(paid).isEqualTo(PRICE);
        assertThat(lease.nextInstalment(paid)).isEqualTo(Coin.ZERO);
        assertThat(lease.owner(new Standing(BEGIN, paid))).isEqualTo(Role.PROSUMER);
    }

    @Test
    void a_leased_plants_energy_is_paid_to_the_owner_until_the_plant_is_paid_for() {
        LeaseToOwn lease = lease();
        Standing leased = new Standing(BEGIN, Coin.valueOf(999));
        Standing owned = new Standing(BEGIN, PRICE);
        assertThat(sharesOf(lease, Use.OWN_USE, leased)).isEqualTo(Shares.whole(Role.OWNER));
        assertThat(sharesOf(lease, Use.SURPLUS, leased)).isEqualTo(HALVES);
        assertThat(sharesOf(lease, Use.OWN_USE, owned)).isEqualTo(Shares.whole(Role.PROSUMER));
        assertThat(sharesOf(lease, Use.SURPLUS, owned)).isEqualTo(Shares.whole(Role.PROSUMER));
    }

    @Property(tries = 300)
    void instalments_add_up_to_the_price_and_only_the_last_may_be_smaller(
            @ForAll @LongRange(min = 1, max = 100_000) long price, @ForAll @LongRange(min = 1, max = 5_000) long each) {
        Terms long_ = new Terms(PARTIES, BEGIN, 100_000, Role.PROSUMER, HALVES);
        LeaseToOwn lease = new LeaseToOwn(long_, Coin.valueOf(price), Coin.valueOf(each));
        long paid = 0;
        for (long i = 1; i < lease.instalments(); i++) {
            assertThat(lease.nextInstalment(Coin.valueOf(paid)).getValue()).isEqualTo(each);
            paid += each;
        }
        long last = lease.nextInstalment(Coin.valueOf(paid)).getValue();
        assertThat(last).isBetween(1L, each);
        assertThat(paid + last).isEqualTo(price);
    }

    @Test
    void a_rented_premises_own_use_is_discounted_and_the_plant_goes_back() {
        Terms terms = new Terms(PARTIES, BEGIN, 144, Role.OWNER, HALVES);
        PremisesRent agreement = new PremisesRent(terms, BigFraction.of(1, 5));
        Standing during = Standing.unpaid(BEGIN.plusYears(11));
        Shares ownUse = sharesOf(agreement, Use.OWN_USE, during);
        assertThat(ownUse.of(Role.OWNER)).isEqualTo(BigFraction.of(4, 5));
        assertThat(ownUse.of(Role.PROSUMER)).isEqualTo(BigFraction.of(1, 5));
        assertThat(sharesOf(agreement, Use.SURPLUS, during)).isEqualTo(HALVES);
        assertThat(agreement.owner(during)).isEqualTo(Role.OWNER);
        LocalDate end = BEGIN.plusYears(12);
        assertThat(flawOf(agreement.shares(Use.OWN_USE, Standing.unpaid(end))))
                .isEqualTo(new AgreementFlaw.Ended(end, end));
        assertThat(agreement
                        .shares(Use.OWN_USE, Standing.unpaid(end.minusDays(1)))
                        .flaw())
                .isEmpty();
        assertThat(agreement.owner(Standing.unpaid(end))).isEqualTo(Role.OWNER);
    }

    @Test
    void a_revenue_share_divides_only_what_is_sold_with_a_rent_for_the_grid() {
        Parties parties = PARTIES.with(Role.GRID, "City Grid");
        Shares shares = new Shares(Map.of(
                Role.OWNER,
                BigFraction.of(3, 5),
                Role.PROSUMER,
                BigFraction.of(3, 10),
                Role.GRID,
                BigFraction.of(1, 10)));
        RevenueShare agreement = new RevenueShare(new Terms(parties, BEGIN, 24, Role.PROSUMER, shares));
        assertThat(sharesOf(agreement, Use.SURPLUS, Standing.unpaid(BEGIN))).isEqualTo(shares);
        assertThat(sharesOf(agreement, Use.OWN_USE, Standing.unpaid(BEGIN))).isEqualTo(Shares.whole(Role.PROSUMER));
        assertThat(agreement.owner(Standing.unpaid(BEGIN))).isEqualTo(Role.OWNER);
        assertThat(agreement.owner(Standing.unpaid(BEGIN.plusYears(2)))).isEqualTo(Role.PROSUMER);
        assertThat(RevenueShare.of(new Terms(PARTIES, BEGIN, 24, Role.OWNER, HALVES))
                        .flaw())
                .isEmpty();
    }

    @Test
    void a_third_party_keeps_its_share_when_the_plant_changes_hands() {
        Parties parties = PARTIES.with(Role.THIRD_PARTY, "Installer");
        Shares shares = Shares.between(Role.THIRD_PARTY, BigFraction.of(1, 4), Role.OWNER);
        LeaseToOwn lease = new LeaseToOwn(new Terms(parties, BEGIN, 12, Role.PROSUMER, shares), PRICE, INSTALMENT);
        Shares owned = sharesOf(lease, Use.SURPLUS, new Standing(BEGIN, PRICE));
        assertThat(owned).isEqualTo(Shares.between(Role.THIRD_PARTY, BigFraction.of(1, 4), Role.PROSUMER));
    }

    @Test
    void an_agreement_says_nothing_of_days_before_it_begins() {
        LocalDate day = BEGIN.minusDays(1);
        AgreementFlaw flaw = flawOf(lease().shares(Use.SURPLUS, Standing.unpaid(day)));
        assertThat(flaw).isEqualTo(new AgreementFlaw.NotBegun(day, BEGIN));
        assertThat(flaw.message()).contains("2027-01-01").contains("2026-12-31");
    }

    @Test
    void a_lease_that_is_never_paid_in_time_is_refused() {
        Terms year = new Terms(PARTIES, BEGIN, 12, Role.PROSUMER, HALVES);
        assertThat(LeaseToOwn.of(year, Coin.valueOf(120), Coin.valueOf(10)).flaw())
                .isEmpty();
        assertThat(flawOf(LeaseToOwn.of(year, Coin.valueOf(121), Coin.valueOf(10))))
                .isEqualTo(new AgreementFlaw.PaidTooLate(13, 12));
        assertThat(flawOf(LeaseToOwn.of(year, PRICE, Coin.ZERO)))
                .isEqualTo(new AgreementFlaw.NothingToPay(PRICE, Coin.ZERO));
        assertThat(flawOf(LeaseToOwn.of(year, Coin.ZERO, INSTALMENT)))
                .isEqualTo(new AgreementFlaw.NothingToPay(Coin.ZERO, INSTALMENT));
    }

    @Test
    void a_plant_goes_back_after_ten_to_fifteen_years() {
        for (int months : List.of(119, 181)) {
            Terms terms = new Terms(PARTIES, BEGIN, months, Role.OWNER, HALVES);
            assertThat(flawOf(PremisesRent.of(terms, BigFraction.ZERO)))
                    .isEqualTo(new AgreementFlaw.WrongDuration(months, 120, 180));
        }
        for (int months : List.of(120, 180)) {
            Terms terms = new Terms(PARTIES, BEGIN, months, Role.OWNER, HALVES);
            assertThat(PremisesRent.of(terms, BigFraction.ONE).flaw()).isEmpty();
        }
    }

    @Test
    void a_rent_is_a_part_of_the_charges() {
        Terms terms = new Terms(PARTIES, BEGIN, 120, Role.OWNER, HALVES);
        for (BigFraction rent : List.of(BigFraction.of(-1, 9), BigFraction.of(10, 9))) {
            assertThat(flawOf(PremisesRent.of(terms, rent))).isEqualTo(new AgreementFlaw.NoSuchRent(rent));
        }
    }

    @Test
    void a_plant_ends_up_with_whom_the_type_says() {
        Terms back = new Terms(PARTIES, BEGIN, 120, Role.OWNER, HALVES);
        Terms over = new Terms(PARTIES, BEGIN, 120, Role.PROSUMER, HALVES);
        Terms grid = new Terms(PARTIES, BEGIN, 120, Role.GRID, HALVES);
        assertThat(flawOf(LeaseToOwn.of(back, PRICE, INSTALMENT)).message()).contains("PROSUMER, not the OWNER");
        assertThat(flawOf(PremisesRent.of(over, BigFraction.ZERO)).message()).contains("OWNER, not the PROSUMER");
        assertThat(flawOf(RevenueShare.of(grid))).isInstanceOf(AgreementFlaw.WrongOwner.class);
    }

    @Test
    void a_share_needs_somebody_who_gets_it() {
        Shares grid = Shares.between(Role.GRID, BigFraction.of(1, 10), Role.OWNER);
        AgreementFlaw flaw = flawOf(RevenueShare.of(new Terms(PARTIES, BEGIN, 12, Role.OWNER, grid)));
        assertThat(flaw).isEqualTo(new AgreementFlaw.NobodyForShare(Role.GRID));
    }

    @Test
    void shares_are_the_whole_and_no_more() {
        assertThat(flawOf(Shares.of(Map.of(Role.OWNER, BigFraction.of(9, 10)))).message())
                .contains("9 / 10");
        assertThat(flawOf(Shares.of(Map.of()))).isEqualTo(new AgreementFlaw.SharesMissTheWhole(BigFraction.ZERO));
        assertThat(flawOf(Shares.of(Map.of(Role.OWNER, BigFraction.of(2), Role.GRID, BigFraction.of(-1)))))
                .isEqualTo(new AgreementFlaw.NegativeShare(Role.GRID, BigFraction.of(-1)));
        assertThat(Shares.of(Map.of(Role.OWNER, BigFraction.ONE, Role.GRID, BigFraction.ZERO))
                        .value())
                .contains(Shares.whole(Role.OWNER));
    }

    @Test
    void what_a_factory_refuses_a_constructor_calls_a_bug() {
        Terms terms = new Terms(PARTIES, BEGIN, 12, Role.OWNER, HALVES);
        assertThatThrownBy(() -> new LeaseToOwn(terms, PRICE, INSTALMENT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PremisesRent(terms, BigFraction.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(PARTIES, BEGIN, 0, Role.OWNER, HALVES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parties(Map.of(Role.OWNER, "Solar Invest")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parties(Map.of(Role.PROSUMER, "home 3")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Standing(BEGIN, Coin.valueOf(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static LeaseToOwn lease() {
        return new LeaseToOwn(new Terms(PARTIES, BEGIN, 12, Role.PROSUMER, HALVES), PRICE, INSTALMENT);
    }

    private static Shares sharesOf(Agreement agreement, Use use, Standing standing) {
        return agreement.shares(use, standing).orElseThrow();
    }

    private static AgreementFlaw flawOf(Outcome<?, AgreementFlaw> outcome) {
        AgreementFlaw flaw = outcome.flaw().orElseThrow();
        assertThat(flaw.message()).isNotBlank().doesNotContain("\n");
        return flaw;
    }
}
