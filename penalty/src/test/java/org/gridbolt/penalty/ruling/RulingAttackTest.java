package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_METER;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.CANCELLED;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;
import static org.gridbolt.penalty.ruling.RulingCase.PENDING;
import static org.gridbolt.penalty.ruling.RulingCase.reading;
import static org.gridbolt.penalty.ruling.RulingCase.side;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** Rulings that consumer or utility, or both together, would use to take what is the producer's, or to stop a verifier. */
class RulingAttackTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();

    private final RulingCase ruled = new RulingCase();

    private Optional<RulingFlaw> flaw() {
        return RulingVerifier.verify(ruled.file().encode(), UTILITY).flaw();
    }

    /** The wallet is split by the consumer's receipt, which it signs alone. */
    @Test
    void a_receipt_in_which_the_consumer_gives_itself_the_producers_balance_is_no_ground_for_a_ruling() {
        nothingPending();
        ruled.consumer = side(
                ChannelFixture.receipt(Party.CONSUMER, Allocation.of(300_000, 0, 0), PendingUnits.NONE),
                PendingUnits.NONE);
        ruled.producer = side(
                ChannelFixture.receipt(Party.PRODUCER, Allocation.of(200_000, 80_000, 20_000), PendingUnits.NONE),
                PendingUnits.NONE);

        assertThat(flaw()).contains(new RulingFlaw.ProducerWronged(Coin.ZERO, Coin.valueOf(80_000)));
        assertThat(flaw().orElseThrow().message()).contains("80000");
    }

    private void nothingPending() {
        ruled.acceptances.clear();
        ruled.readings.clear();
        ruled.preimages.clear();
        ruled.verdicts.clear();
    }

    @Test
    void a_pending_unit_that_only_the_consumer_states_does_not_cost_the_producer_its_balance() {
        ruled.producer = side(
                ChannelFixture.receipt(Party.PRODUCER, Allocation.of(160_000, 120_000, 20_000), PendingUnits.NONE),
                PendingUnits.NONE);

        assertThat(flaw()).containsInstanceOf(RulingFlaw.ProducerWronged.class);
    }

    /** A receipt of the producer's own making: the consumer, whose version still holds the unit, never agreed. */
    @Test
    void a_producer_that_signs_its_failed_unit_back_to_the_consumer_is_ruled_on_all_the_same() {
        Allocation before =
                RulingVerifier.verify(ruled.file(), UTILITY).orElseThrow().onWallet();
        refundedByProducer(Allocation.of(170_000, 50_000, 20_000), DEFAULTED);

        VerifiedRuling verified = RulingVerifier.verify(ruled.file(), UTILITY).orElseThrow();

        assertThat(verified.onWallet()).isEqualTo(before).isEqualTo(Allocation.of(160_000, 40_000, 100_000));
        assertThat(verified.onVersionOf(Party.PRODUCER).onWallet(Coin.ZERO)).isEqualTo(before);
    }

    @Test
    void a_producer_that_gives_back_the_unit_and_helps_itself_gains_nothing_by_the_refund() {
        refundedByProducer(Allocation.of(165_000, 55_000, 20_000), DEFAULTED);

        assertThat(flaw()).contains(new RulingFlaw.ProducerWronged(Coin.valueOf(40_000), Coin.valueOf(95_000)));
    }

    @Test
    void a_unit_that_only_the_consumers_receipt_brings_back_is_not_charged_where_the_producers_has_been_paid() {
        refundedByProducer(Allocation.of(140_000, 80_000, 20_000), DEFAULTED);

        assertThat(flaw()).containsInstanceOf(RulingFlaw.ProducerWronged.class);
    }

    private void refundedByProducer(Allocation balances, Ticket gone) {
        PendingUnits left = new PendingUnits(
                PENDING.tickets().stream().filter(unit -> !unit.equals(gone)).toList());
        ruled.producer = side(ChannelFixture.receipt(Party.PRODUCER, balances, left), left);
    }

    @Test
    void a_delivered_unit_that_the_consumer_has_folded_first_is_no_fraud() {
        PendingUnits folded = new PendingUnits(List.of(DEFAULTED, CANCELLED));
        ruled.consumer =
                side(ChannelFixture.receipt(Party.CONSUMER, Allocation.of(140_000, 90_000, 20_000), folded), folded);

        assertThat(flaw()).isEmpty();
    }

    @Test
    void an_offer_that_only_the_producer_holds_yet_is_no_fraud() {
        PendingUnits before = new PendingUnits(PENDING.tickets().stream()
                .filter(unit -> !unit.equals(CANCELLED))
                .toList());
        ruled.consumer =
                side(ChannelFixture.receipt(Party.CONSUMER, Allocation.of(160_000, 50_000, 20_000), before), before);

        assertThat(flaw()).isEmpty();
    }

    @Test
    void a_delivered_unit_that_the_consumer_drops_where_nothing_is_forfeited_is_missed() {
        Ticket delivered = RulingCase.DELIVERED;
        PendingUnits pending = new PendingUnits(List.of(delivered));
        ruled.acceptances.clear();
        ruled.readings.clear();
        ruled.verdicts.removeIf(verdict -> !verdict.unit().equals(delivered.unit()));
        ruled.consumer = side(
                ChannelFixture.receipt(Party.CONSUMER, Allocation.of(230_000, 50_000, 20_000), PendingUnits.NONE),
                PendingUnits.NONE);
        ruled.producer =
                side(ChannelFixture.receipt(Party.PRODUCER, Allocation.of(190_000, 50_000, 20_000), pending), pending);

        assertThat(flaw()).contains(new RulingFlaw.ProducerWronged(Coin.valueOf(50_000), Coin.valueOf(90_000)));
    }

    /** A peer's bytes never end in an exception, which would stop the channel. */
    @Test
    void pending_units_that_fall_or_repeat_are_refused_and_stop_nobody() {
        List<UnitNumber> falling = new ArrayList<>(PENDING.numbers());
        Collections.reverse(falling);
        UnitNumber first = DEFAULTED.unit();
        for (List<UnitNumber> units : List.of(falling, List.of(first, first, first))) {
            ruled.producer = new SideState(ruled.producer.receipt(), units);

            assertThat(flaw()).contains(new RulingFlaw.WrongReceipt(Party.PRODUCER, "opens to units that do not rise"));
        }
    }

    @Test
    void a_reading_closed_before_the_slot_has_begun_shows_no_default() {
        ruled.readings.set(0, readAt(DEFAULTED, 1006));
        assertThat(flaw()).contains(new RulingFlaw.NothingShown(DEFAULTED.unit()));

        ruled.readings.set(0, readAt(DEFAULTED, 1007));
        assertThat(flaw()).isEmpty();
    }

    @Test
    void a_reading_that_shows_the_whole_unit_is_not_left_out_for_being_early() {
        ruled.readings.add(Signed.sign(
                new MeterReading(CHANNEL, DEFAULTED.unit(), DEFAULTED.energy(), new BlockHeight(1006)),
                PRODUCER_METER));

        assertThat(flaw()).containsInstanceOf(RulingFlaw.OtherShortfall.class);
    }

    private static Signed<MeterReading> readAt(Ticket ticket, int height) {
        return Signed.sign(
                new MeterReading(CHANNEL, ticket.unit(), WattHours.ZERO, new BlockHeight(height)), PRODUCER_METER);
    }

    @Test
    void a_silence_before_the_delivery_was_due_shows_no_default() {
        ruled.readings.clear();
        ruled.silences.add(silentFrom(1012));
        assertThat(flaw()).contains(new RulingFlaw.NothingShown(DEFAULTED.unit()));

        ruled.silences.add(silentFrom(1013));
        assertThat(flaw()).isEmpty();
    }

    private static Signed<ProducerSilence> silentFrom(int height) {
        return Signed.sign(
                new ProducerSilence(CHANNEL, DEFAULTED.unit(), new BlockHeight(height), new BlockHeight(height + 6)),
                CONSUMER_NODE);
    }

    /** The slot's number is the utility's, and no height holds its end. */
    @Test
    void a_slot_beyond_every_height_stops_no_verifier() {
        Ticket never = ChannelFixture.PREIMAGES.ticket(
                CHANNEL,
                0,
                new TicketDraft(
                        DEFAULTED.unit(),
                        new Slot(Integer.MAX_VALUE),
                        DEFAULTED.energy(),
                        DEFAULTED.price(),
                        DEFAULTED.amount(),
                        DEFAULTED.deadlines()));
        PendingUnits pending = new PendingUnits(List.of(never, RulingCase.DELIVERED, CANCELLED));
        ruled.books.set(0, Signed.sign(ChannelFixture.book(never, RulingCase.DELIVERED, CANCELLED), UTILITY_NODE));
        ruled.consumer = side(ChannelFixture.receipt(Party.CONSUMER, RulingCase.BALANCES, pending), pending);
        ruled.producer = side(ChannelFixture.receipt(Party.PRODUCER, RulingCase.BALANCES, pending), pending);
        ruled.readings.set(0, reading(never, 0));

        assertThat(flaw()).contains(new RulingFlaw.NothingShown(never.unit()));
    }

    @Test
    void a_household_that_knows_the_preimage_of_a_cancelled_unit_does_not_sign_and_has_proof() {
        Cosigner cosigner = new Cosigner(
                CHANNEL,
                UTILITY,
                ruled.consumer.receipt().hash(),
                List.of(Signed.sign(BOOK, UTILITY_NODE)),
                Map.of(CANCELLED.hash(), preimage(CANCELLED)),
                List.of());

        FraudProof proof = ((CosignRefusal.Fraudulent)
                        cosigner.examine(ruled.file()).flaw().orElseThrow())
                .proof();
        assertThat(proof.convicts(UTILITY)).isTrue();
    }
}
