package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.key;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** Rulings under GRADED, from the file to the coins. */
class GradedRulingTest {

    private static final Graded TOLERANT = new Graded(Fraction.WHOLE, 1, PerMille.ZERO);

    @Test
    void a_quarter_lacking_is_proved_and_paid_in_proportion() {
        VerifiedRuling ruling =
                new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250).verified();

        assertThat(ruling.onWallet()).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
        assertThat(ruling.onVersionOf(Party.PRODUCER).spendsProducerBalance()).isFalse();
    }

    @Test
    void the_ruling_may_not_say_more_is_lacking_than_the_meter_shows() {
        GradedCase ruled = new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250);
        ruled.verdicts.set(0, UnitVerdict.defaulted(new UnitNumber(1), new WattHours(251)));

        assertThat(ruled.flaw())
                .isEqualTo(new RulingFlaw.OtherShortfall(new UnitNumber(1), new WattHours(251), new WattHours(250)));
    }

    @Test
    void several_defaults_and_a_delivery_are_one_ruling() {
        GradedCase ruled = new GradedCase(Graded.IN_PROPORTION)
                .lacking(1, 30_000, 250)
                .lacking(2, 10_000, 500)
                .delivered(3, 20_000);
        ruled.consumerBalances = Allocation.of(140_000, 80_000, 20_000);
        ruled.producerBalances = Allocation.of(140_000, 80_000, 20_000);

        assertThat(ruled.verified().onWallet()).isEqualTo(Allocation.of(140_000, 66_250, 93_750));
    }

    /** The consumer's version has the 10000 coins in b already: a quarter of them is forfeited, and that is right. */
    @Test
    void a_unit_that_one_side_has_folded_before_the_other_wrongs_nobody() {
        GradedCase ahead =
                new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250).foldedByConsumer(2, 10_000);
        ahead.consumerBalances = Allocation.of(160_000, 90_000, 20_000);
        ahead.producerBalances = Allocation.of(160_000, 80_000, 20_000);
        GradedCase behind =
                new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250).foldedByProducer(2, 10_000);
        behind.consumerBalances = Allocation.of(160_000, 80_000, 20_000);
        behind.producerBalances = Allocation.of(160_000, 90_000, 20_000);

        assertThat(ahead.verified().onWallet().producer()).isEqualTo(Coin.valueOf(67_500 + 22_500));
        assertThat(behind.verified().onWallet().producer()).isEqualTo(Coin.valueOf(60_000 + 22_500 + 10_000));
    }

    /** A receipt of the consumer's own making that keeps a part of a folded unit from the producer. */
    @Test
    void a_consumer_that_shifts_coins_between_the_two_versions_is_found_out() {
        GradedCase shifted =
                new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250).foldedByConsumer(2, 10_000);
        shifted.consumerBalances = Allocation.of(160_002, 89_998, 20_000);
        shifted.producerBalances = Allocation.of(160_000, 80_000, 20_000);

        assertThat(shifted.flaw()).isInstanceOf(RulingFlaw.ProducerWronged.class);
    }

    @Test
    void the_first_shortfall_is_tolerated_and_a_second_one_proved_by_the_ruling_before_is_not() {
        GradedCase first = new GradedCase(TOLERANT).lacking(1, 30_000, 250);
        GradedCase second = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        second.sequence = 1;
        second.earlier.add(first.file().ruling());

        assertThat(first.verified().onWallet()).isEqualTo(Allocation.of(170_000, 102_500, 27_500));
        assertThat(second.verified().onWallet()).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
    }

    @Test
    void the_version_that_confirmed_is_split_with_the_same_tolerance() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 1;
        ruled.earlier.add(ruled.ruling(0, 1, 1000));
        Map<Sha256Hash, Ticket> tickets = new HashMap<>();
        ruled.consumerUnits.forEach(ticket -> tickets.put(ticket.hash(), ticket));
        List<PendingUnit> units =
                ruled.consumerUnits.stream().map(Ticket::pendingUnit).toList();

        Split confirmed = ruled.verified().onConfirmed(ruled.producerBalances, units, tickets);

        assertThat(confirmed.onWallet(Coin.ZERO)).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
    }

    @Test
    void an_earlier_ruling_counts_only_with_the_utilitys_signature_in_its_order_and_of_this_channel() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 2;

        assertThat(flawWith(ruled, List.of(Signed.sign(ruled.ruling(0, 1, 1000).content(), key("a stranger")))))
                .isEqualTo(new RulingFlaw.NotSigned("an earlier ruling", Party.UTILITY));
        assertThat(flawWith(ruled, List.of(ruled.ruling(2, 1, 1000)))).isInstanceOf(RulingFlaw.NoEarlierRuling.class);
        assertThat(flawWith(ruled, List.of(ruled.ruling(3, 1, 1000)))).isInstanceOf(RulingFlaw.NoEarlierRuling.class);
        assertThat(flawWith(ruled, List.of(ruled.ruling(1, 1, 1000), ruled.ruling(0, 3, 1000))))
                .isInstanceOf(RulingFlaw.NoEarlierRuling.class);
        assertThat(flawWith(ruled, List.of(ruled.ruling(0, 1, 1000), ruled.ruling(0, 1, 1000))))
                .isInstanceOf(RulingFlaw.NoEarlierRuling.class);
        assertThat(flawWith(ruled, List.of(ruled.ruling(0, 2, 1000))).message()).contains("otherwise");
        assertThat(flawWith(ruled, List.of(new GradedCase(Graded.IN_PROPORTION).ruling(0, 1, 1000))))
                .isEqualTo(new RulingFlaw.OtherChannel("an earlier ruling"));
    }

    private static RulingFlaw flawWith(GradedCase ruled, List<Signed<Ruling>> cited) {
        ruled.earlier.clear();
        ruled.earlier.addAll(cited);
        return ruled.flaw();
    }

    /** Nobody else can tell: the file holds no evidence of the rulings that it cites. */
    @Test
    void the_consumer_refuses_a_ruling_that_invents_a_shortfall_before_it() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 1;
        ruled.earlier.add(ruled.ruling(0, 1, 1000));

        assertThat(ruled.cosigner(List.of()).examine(ruled.file()).flaw())
                .contains(new CosignRefusal.OtherShortfallsBefore(1, 0));
        assertThat(ruled.cosigner(ruled.earlier).examine(ruled.file()).value()).isPresent();
    }

    @Test
    void the_consumer_refuses_a_ruling_that_forgets_a_shortfall_before_it() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 1;
        List<Signed<Ruling>> waived = List.of(ruled.ruling(0, 1, 1000));

        assertThat(ruled.cosigner(waived).examine(ruled.file()).flaw())
                .contains(new CosignRefusal.OtherShortfallsBefore(0, 1));
    }

    @Test
    void as_many_shortfalls_as_are_tolerated_are_enough_to_cite() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(3, 30_000, 250);
        ruled.sequence = 2;
        ruled.earlier.add(ruled.ruling(0, 1, 1000));
        List<Signed<Ruling>> waived = List.of(ruled.ruling(0, 1, 1000), ruled.ruling(1, 2, 1000));

        assertThat(ruled.cosigner(waived).examine(ruled.file()).value()).isPresent();
    }

    /** The state had moved on before the consumer signed: the ruling is made again, on the same unit. */
    @Test
    void a_ruling_made_again_counts_its_units_once() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 1;
        ruled.earlier.add(ruled.ruling(0, 2, 250));

        assertThat(ruled.verified().onWallet()).isEqualTo(Allocation.of(170_000, 102_500, 27_500));
        assertThat(ruled.cosigner(List.of()).examine(ruled.file()).value()).isPresent();
    }

    @Test
    void a_file_with_earlier_rulings_decodes_to_itself() {
        GradedCase ruled = new GradedCase(TOLERANT).lacking(2, 30_000, 250);
        ruled.sequence = 1;
        ruled.earlier.add(ruled.ruling(0, 1, 1000));

        assertThat(RulingFile.decode(ruled.file().encode()).value()).contains(ruled.file());
    }

    @Test
    void what_a_ruling_takes_is_the_funds_income() {
        VerifiedRuling ruling = new GradedCase(new Graded(Fraction.WHOLE, 0, new PerMille(400)))
                .lacking(1, 30_000, 250)
                .verified();
        Forfeit forfeit = Forfeit.of(ruling, ruling.consumerSplit());

        assertThat(forfeit.forfeited()).isEqualTo(Coin.valueOf(20_000));
        assertThat(forfeit.pool())
                .isEqualTo(Coin.valueOf(12_000))
                .isEqualTo(ruling.consumerSplit().pool());
        assertThat(forfeit.ruling()).isEqualTo(ruling.hash());
    }

    /** A second book says that what is lacking was all that was promised, and so takes the whole balance where a version confirmed. */
    @Test
    void a_book_that_repeats_a_pending_unit_with_less_energy_takes_nothing_more_on_chain() {
        GradedCase ruled = new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250);
        Evidence honest = ruled.file().evidence();
        Ticket issued = ruled.ticket(1, 30_000);
        Ticket smaller = new Ticket(
                new TicketDraft(
                        issued.unit(),
                        issued.slot(),
                        new WattHours(250),
                        issued.price(),
                        issued.amount(),
                        issued.deadlines()),
                issued.hash());
        TicketBook forged =
                new TicketBook(ruled.channel, 1, Sha256Hash.ZERO_HASH, CumulativeRounding.START, List.of(smaller));
        Evidence padded = new Evidence(
                honest.terms(),
                honest.consumer(),
                honest.producer(),
                List.of(honest.books().get(0), Signed.sign(forged, UTILITY_NODE)),
                honest.acceptances(),
                honest.readings(),
                honest.silences(),
                honest.preimages());
        RulingFile file =
                RulingFile.issue(padded, ruled.wallet, 0, ruled.verdicts, bytes("the salt", 32), UTILITY_NODE);
        VerifiedRuling ruling =
                RulingVerifier.verify(file, UTILITY_NODE.publicKey()).orElseThrow();

        Split onChain = ruling.onConfirmed(
                ruled.producerBalances,
                List.of(issued.pendingUnit()),
                file.evidence().ticketsByHash());

        assertThat(onChain).isEqualTo(ruling.onVersionOf(Party.PRODUCER));
    }
}
