package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_METER;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_METER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.SCHEDULE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ChannelFixture.ticket;
import static org.gridbolt.penalty.ChannelFixture.tip;
import static org.gridbolt.penalty.ChannelFixture.unit;
import static org.gridbolt.penalty.ruling.RulingCase.BALANCES;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.CANCELLED;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;
import static org.gridbolt.penalty.ruling.RulingCase.DELIVERED;
import static org.gridbolt.penalty.ruling.RulingCase.PENDING;
import static org.gridbolt.penalty.ruling.RulingCase.reading;
import static org.gridbolt.penalty.ruling.RulingCase.side;
import static org.gridbolt.penalty.ruling.RulingCase.silence;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class RulingVerifierTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();
    private static final PrivateKey STRANGER = ChannelFixture.key("a stranger");
    private static final ChannelRef OTHER =
            new ChannelRef(CHANNEL.chain(), new ChannelId(hash("another")), CHANNEL.termsHash());

    private final RulingCase ruled = new RulingCase();

    @Test
    void a_proved_ruling_results_in_its_split() {
        VerifiedRuling verified =
                RulingVerifier.verify(ruled.file(), UTILITY).value().orElseThrow();

        assertThat(verified.onWallet()).isEqualTo(Allocation.of(160_000, 40_000, 100_000));
        assertThat(verified.hash()).isEqualTo(ruled.file().ruling().hash());
    }

    @Test
    void a_ruling_is_verified_from_its_bytes_alone() {
        assertThat(RulingVerifier.verify(ruled.file().encode(), UTILITY).value())
                .isEqualTo(RulingVerifier.verify(ruled.file(), UTILITY).value())
                .isPresent();
    }

    /** The producer has folded unit 2 already, the consumer has not yet: each version has its own split. */
    @Test
    void each_version_is_split_as_it_stands() {
        PendingUnits folded = new PendingUnits(List.of(DEFAULTED, CANCELLED));
        Allocation after = Allocation.of(140_000, 90_000, 20_000);
        ruled.producer = side(ChannelFixture.receipt(Party.PRODUCER, after, folded), folded);

        VerifiedRuling verified =
                RulingVerifier.verify(ruled.file(), UTILITY).value().orElseThrow();

        assertThat(verified.onWallet()).isEqualTo(Allocation.of(160_000, 40_000, 100_000));
        assertThat(verified.onVersionOf(Party.PRODUCER).onWallet(TERMS.limits().dustLimit()))
                .isEqualTo(Allocation.of(160_000, 0, 140_000));
        assertThat(verified.onVersionOf(Party.CONSUMER)).isEqualTo(verified.consumerSplit());
    }

    @Test
    void a_silent_producer_has_delivered_nothing() {
        ruled.readings.clear();
        ruled.silences.add(silence(DEFAULTED, 6));

        assertThat(RulingVerifier.verify(ruled.file(), UTILITY).value()).isPresent();
    }

    @Test
    void another_utilitys_ruling_is_refused() {
        assertThat(RulingVerifier.verify(ruled.file(), STRANGER.publicKey()).flaw())
                .contains(new RulingFlaw.NotSigned("the ruling", Party.UTILITY));
    }

    @Test
    void a_strangers_ruling_on_this_utilitys_channel_is_refused() {
        RulingFile honest = ruled.file();
        RulingFile forged = new RulingFile(Signed.sign(honest.ruling().content(), STRANGER), honest.evidence());

        assertThat(flaw(forged)).isEqualTo(new RulingFlaw.NotSigned("the ruling", Party.UTILITY));
        assertThat(RulingVerifier.verify(forged, STRANGER.publicKey()).flaw())
                .contains(new RulingFlaw.OtherUtility(UTILITY, STRANGER.publicKey()));
    }

    @Test
    void other_evidence_than_was_ruled_on_is_refused() {
        RulingFile honest = ruled.file();
        ruled.readings.add(reading(DEFAULTED, 0));

        assertThat(flaw(new RulingFile(honest.ruling(), ruled.evidence()))).isEqualTo(new RulingFlaw.EvidenceChanged());
    }

    @Test
    void terms_that_the_utility_did_not_sign_are_refused() {
        ruled.terms = Signed.sign(TERMS, STRANGER);

        assertThat(flaw()).isInstanceOf(RulingFlaw.NotSigned.class);
    }

    @Test
    void unsound_terms_are_refused() {
        Terms unsound = new Terms(
                TERMS.identity(),
                CONTRIBUTIONS,
                Windows.of(21_846, 12, 3, 6, 3, 6, 6),
                TERMS.depths(),
                SCHEDULE,
                TERMS.limits(),
                TERMS.clauses());
        ruled.terms = Signed.sign(unsound, UTILITY_NODE);

        assertThat(flaw()).isInstanceOf(RulingFlaw.UnsoundTerms.class);
    }

    @Test
    void a_ruling_on_another_wallet_is_refused() {
        Outpoint other = new Outpoint(WALLET.txid(), 0);

        assertThat(flaw(ruled.file(ruling -> with(ruling, other, ruling.receipt()))))
                .isEqualTo(new RulingFlaw.OtherChannel("the ruling"));
    }

    @Test
    void a_ruling_on_another_receipt_is_refused() {
        assertThat(flaw(ruled.file(ruling -> with(ruling, WALLET, hash("another receipt")))))
                .isEqualTo(new RulingFlaw.WrongReceipt(Party.CONSUMER, "is not the one ruled on"));
    }

    private static Ruling with(Ruling ruling, Outpoint wallet, Sha256Hash receipt) {
        return new Ruling(
                ruling.channel(),
                wallet,
                receipt,
                ruling.sequence(),
                ruling.verdicts(),
                ruling.evidence(),
                ruling.salt());
    }

    @Test
    void a_receipt_that_its_household_did_not_sign_is_refused() {
        ruled.producer =
                new SideState(Signed.sign(ruled.producer.receipt().content(), CONSUMER_NODE), PENDING.numbers());

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotSigned("the receipt", Party.PRODUCER));
    }

    @Test
    void a_receipt_of_the_other_household_is_refused() {
        ruled.producer = ruled.consumer;

        assertThat(flaw()).isEqualTo(new RulingFlaw.WrongReceipt(Party.PRODUCER, "is the other household's"));
    }

    @Test
    void a_receipt_of_another_channel_is_refused() {
        StateReceipt own = ruled.producer.receipt().content();
        StateReceipt other = new StateReceipt(
                OTHER, own.side(), own.own(), own.peer(), own.balances(), own.pendingRoot(), own.previous());
        ruled.producer = side(other, PENDING);

        assertThat(flaw()).isEqualTo(new RulingFlaw.WrongReceipt(Party.PRODUCER, "is of another channel"));
    }

    @Test
    void a_receipt_older_than_what_the_other_household_saw_is_refused() {
        ruled.producer = side(producerReceipt(tip(Party.CONSUMER, 9)), PENDING);

        assertThat(flaw()).isInstanceOf(RulingFlaw.WrongReceipt.class);
        assertThat(flaw().message()).contains("stale");
    }

    @Test
    void a_receipt_one_behind_while_an_update_is_under_way_is_taken() {
        ruled.producer = side(producerReceipt(tip(Party.CONSUMER, 8)), PENDING);

        assertThat(RulingVerifier.verify(ruled.file(), UTILITY).flaw()).isEmpty();
    }

    @Test
    void receipts_that_name_two_points_for_one_version_are_refused() {
        VersionTip forged = new VersionTip(
                tip(Party.CONSUMER, 7).number(), tip(Party.CONSUMER, 6).point());
        ruled.producer = side(producerReceipt(forged), PENDING);

        assertThat(flaw().message()).contains("another point");
    }

    private static StateReceipt producerReceipt(VersionTip seen) {
        return new StateReceipt(
                CHANNEL, Party.PRODUCER, tip(Party.PRODUCER, 7), seen, BALANCES, PENDING.root(), hash("before"));
    }

    @Test
    void pending_units_that_the_receipt_does_not_hold_are_refused() {
        ruled.consumer = new SideState(ruled.consumer.receipt(), List.of(unit(1), unit(2)));

        assertThat(flaw()).isInstanceOf(RulingFlaw.WrongReceipt.class);
    }

    @Test
    void a_pending_unit_without_a_ticket_is_refused() {
        ruled.books.clear();

        assertThat(flaw()).isEqualTo(new RulingFlaw.NoTicket(unit(1)));
    }

    @Test
    void a_book_that_the_utility_did_not_sign_is_refused() {
        ruled.books.set(0, Signed.sign(BOOK, STRANGER));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotSigned("ticket book 0", Party.UTILITY));
    }

    @Test
    void a_book_of_another_channel_is_refused() {
        TicketBook book = new TicketBook(OTHER, 1, BOOK.hash(), BOOK.carry(), BOOK.tickets());
        ruled.books.add(Signed.sign(book, UTILITY_NODE));

        assertThat(flaw()).isEqualTo(new RulingFlaw.OtherChannel("ticket book 1"));
    }

    @Test
    void a_pending_unit_without_a_verdict_is_refused() {
        ruled.verdicts.remove(2);

        assertThat(flaw()).isEqualTo(new RulingFlaw.NoVerdict(CANCELLED.unit()));
    }

    @Test
    void a_verdict_on_a_unit_that_is_not_pending_is_refused() {
        ruled.verdicts.add(UnitVerdict.cancelled(unit(4)));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotPending(unit(4)));
    }

    /** A withheld revocation or acknowledgement means no acceptance, and no acceptance means no default. */
    @Test
    void a_default_on_a_unit_that_was_never_accepted_is_refused() {
        ruled.acceptances.set(0, RulingCase.acceptance(DELIVERED));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotAccepted(DEFAULTED.unit()));
    }

    @Test
    void an_acceptance_that_the_producer_did_not_sign_is_refused() {
        UnitAccept accept = ruled.acceptances.get(0).content();
        ruled.acceptances.set(0, Signed.sign(accept, UTILITY_NODE));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotSigned("an acceptance", Party.PRODUCER));
    }

    @Test
    void an_acceptance_from_another_channel_is_refused() {
        UnitAccept accept = new UnitAccept(OTHER, List.of(unit(1)), hash("receipt"));
        ruled.acceptances.set(0, Signed.sign(accept, PRODUCER_NODE));

        assertThat(flaw()).isEqualTo(new RulingFlaw.OtherChannel("an acceptance"));
    }

    @Test
    void a_default_that_nothing_shows_is_refused() {
        ruled.readings.clear();

        assertThat(flaw()).isEqualTo(new RulingFlaw.NothingShown(DEFAULTED.unit()));
    }

    @Test
    void a_silence_shorter_than_the_notice_shows_nothing() {
        ruled.readings.clear();
        ruled.silences.add(silence(DEFAULTED, 5));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NothingShown(DEFAULTED.unit()));
    }

    @Test
    void a_silence_that_the_consumer_did_not_state_is_refused() {
        ruled.silences.add(Signed.sign(silence(DEFAULTED, 6).content(), UTILITY_NODE));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotSigned("a statement of silence", Party.CONSUMER));
    }

    @Test
    void a_reading_that_shows_delivery_refutes_the_default() {
        ruled.readings.set(0, reading(DEFAULTED, 250));

        assertThat(flaw())
                .isEqualTo(new RulingFlaw.OtherShortfall(DEFAULTED.unit(), new WattHours(250), WattHours.ZERO));
    }

    @Test
    void readings_that_contradict_each_other_show_nothing() {
        ruled.readings.add(reading(DEFAULTED, 100));

        assertThat(flaw())
                .isEqualTo(new RulingFlaw.OtherShortfall(DEFAULTED.unit(), new WattHours(250), new WattHours(150)));
    }

    @Test
    void a_reading_of_another_meter_is_refused() {
        MeterReading reading = reading(DEFAULTED, 0).content();
        ruled.readings.set(0, Signed.sign(reading, CONSUMER_METER));

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotSigned("a meter's reading", Party.PRODUCER));
    }

    @Test
    void a_shortfall_within_the_tolerance_is_no_default() {
        assertThat(RulingVerifier.verify(toleratingTen(10), UTILITY).flaw())
                .contains(new RulingFlaw.Tolerated(DEFAULTED.unit(), new WattHours(10)));
        assertThat(RulingVerifier.verify(toleratingTen(11), UTILITY).flaw()).isEmpty();
    }

    /** A default by that much, on a channel whose terms tolerate 10 Wh. */
    private static RulingFile toleratingTen(long shortfall) {
        Terms terms = new Terms(
                TERMS.identity(),
                CONTRIBUTIONS,
                TERMS.windows(),
                TERMS.depths(),
                SCHEDULE,
                TERMS.limits(),
                tolerating(new WattHours(10)));
        ChannelRef channel = ChannelRef.of(terms, WALLET);
        MeterReading reading =
                new MeterReading(channel, DEFAULTED.unit(), new WattHours(250 - shortfall), new BlockHeight(1013));
        UnitAccept accept = new UnitAccept(channel, List.of(DEFAULTED.unit()), hash("receipt"));
        TicketBook book = new TicketBook(channel, 0, Sha256Hash.ZERO_HASH, BOOK.carry(), List.of(DEFAULTED));
        Evidence evidence = new Evidence(
                Signed.sign(terms, UTILITY_NODE),
                oneUnit(channel, Party.CONSUMER),
                oneUnit(channel, Party.PRODUCER),
                List.of(Signed.sign(book, UTILITY_NODE)),
                List.of(Signed.sign(accept, PRODUCER_NODE)),
                List.of(Signed.sign(reading, PRODUCER_METER)),
                List.of(),
                List.of());
        List<UnitVerdict> verdicts = List.of(UnitVerdict.defaulted(DEFAULTED.unit(), new WattHours(shortfall)));
        return RulingFile.issue(evidence, WALLET, 0, verdicts, bytes("the salt", 32), UTILITY_NODE);
    }

    private static Clauses tolerating(WattHours tolerance) {
        Clauses usual = TERMS.clauses();
        return new Clauses(usual.policy(), tolerance, usual.gridFee(), usual.fundingFee(), usual.template());
    }

    private static SideState oneUnit(ChannelRef channel, Party side) {
        PendingUnits pending = new PendingUnits(List.of(DEFAULTED));
        StateReceipt receipt = new StateReceipt(
                channel,
                side,
                tip(side, 7),
                tip(side.peer(), 7),
                Allocation.of(170_000, 80_000, 20_000),
                pending.root(),
                hash("before"));
        return side(receipt, pending);
    }

    @Test
    void a_default_of_a_unit_whose_preimage_is_revealed_is_refused() {
        ruled.preimages.add(preimage(DEFAULTED));

        assertThat(flaw()).isEqualTo(new RulingFlaw.Revealed(DEFAULTED.unit(), Verdict.DEFAULT));
    }

    @Test
    void a_cancelled_unit_whose_preimage_is_revealed_is_refused() {
        ruled.preimages.add(preimage(CANCELLED));

        assertThat(flaw()).isEqualTo(new RulingFlaw.Revealed(CANCELLED.unit(), Verdict.CANCELLED));
    }

    @Test
    void a_delivered_unit_without_its_preimage_is_refused() {
        ruled.preimages.clear();

        assertThat(flaw()).isEqualTo(new RulingFlaw.NotRevealed(DELIVERED.unit()));
    }

    @Test
    void a_preimage_of_no_pending_unit_is_refused() {
        ruled.preimages.add(preimage(ticket(9, 500)));

        assertThat(flaw()).isEqualTo(new RulingFlaw.StrayPreimage());
    }

    @Test
    void each_flaw_says_what_is_wrong() {
        ruled.acceptances.clear();

        assertThat(flaw().message()).isEqualTo("the producer did not accept unit 1, so it cannot have defaulted");
        assertThat(new RulingFlaw.OtherUtility(UTILITY, UTILITY).message()).contains(UTILITY.toString());
        assertThat(new RulingFlaw.EvidenceChanged().message()).contains("evidence");
        assertThat(new RulingFlaw.Tolerated(unit(1), new WattHours(5)).message())
                .isEqualTo("unit 1 lacks 5 Wh, which the terms tolerate");
    }

    private RulingFlaw flaw() {
        return flaw(ruled.file());
    }

    private static RulingFlaw flaw(RulingFile file) {
        Optional<RulingFlaw> flaw = RulingVerifier.verify(file, UTILITY).flaw();
        return flaw.orElseThrow();
    }
}
