package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.announcement;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.price;
import static org.gridbolt.penalty.ChannelFixture.receipt;
import static org.gridbolt.penalty.ChannelFixture.ticket;
import static org.gridbolt.penalty.ChannelFixture.tip;
import static org.gridbolt.penalty.ChannelFixture.unit;

import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final Ticket FIRST = ticket(1, 30_000);
    private static final Ticket SECOND = ticket(2, 40_000);
    private static final PendingUnits PENDING = new PendingUnits(List.of(FIRST, SECOND));
    private static final Allocation BALANCES = Allocation.of(130_000, 80_000, 20_000);

    @Test
    void a_channel_is_named_by_its_terms_and_its_wallet() {
        assertThat(CHANNEL.channel()).isEqualTo(ChannelId.of(TERMS.hash(), WALLET));
        assertThat(CHANNEL.channel()).isNotEqualTo(ChannelId.of(hash("other terms"), WALLET));
        assertThat(CHANNEL.channel()).isNotEqualTo(ChannelId.of(TERMS.hash(), new Outpoint(WALLET.txid(), 0)));
    }

    @Test
    void an_announcement_continues_the_one_before() {
        PriceAnnouncement first = announcement(FIRST);

        assertThat(next(first, 2, 1004).follows(first)).isTrue();
        assertThat(next(first, 1, 1004).follows(first)).isFalse();
        assertThat(next(first, 2, 1003).follows(first)).isFalse();
        assertThat(announcement(SECOND).follows(first)).isFalse();
    }

    private static PriceAnnouncement next(PriceAnnouncement first, int slot, int height) {
        return new PriceAnnouncement(
                first.chain(), new Slot(slot), WattHours.ZERO, price(1), new BlockHeight(height), first.hash());
    }

    @Test
    void an_announcement_of_another_chain_continues_nothing() {
        PriceAnnouncement first = announcement(FIRST);
        PriceAnnouncement other = new PriceAnnouncement(
                ChainId.MAINNET, new Slot(2), WattHours.ZERO, price(1), first.announcedAt(), first.hash());

        assertThat(other.follows(first)).isFalse();
    }

    @Test
    void a_receipt_is_opened_by_its_pending_units_and_no_others() {
        StateReceipt receipt = receipt(Party.CONSUMER, BALANCES, PENDING);

        assertThat(receipt.isOpenedBy(PENDING, TERMS)).isTrue();
        assertThat(receipt.isOpenedBy(new PendingUnits(List.of(FIRST)), TERMS)).isFalse();
    }

    @Test
    void a_receipt_that_does_not_conserve_the_wallet_is_opened_by_nothing() {
        StateReceipt receipt = receipt(Party.CONSUMER, CONTRIBUTIONS, PENDING);

        assertThat(receipt.isOpenedBy(PENDING, TERMS)).isFalse();
    }

    @Test
    void a_receipt_continues_the_one_before_of_the_same_side() {
        StateReceipt seventh = receipt(Party.CONSUMER, BALANCES, PENDING);

        assertThat(eighth(Party.CONSUMER, 8, 7, seventh.hash()).follows(seventh))
                .isTrue();
        assertThat(eighth(Party.PRODUCER, 8, 7, seventh.hash()).follows(seventh))
                .isFalse();
        assertThat(eighth(Party.CONSUMER, 9, 7, seventh.hash()).follows(seventh))
                .isFalse();
        assertThat(eighth(Party.CONSUMER, 8, 6, seventh.hash()).follows(seventh))
                .isFalse();
        assertThat(eighth(Party.CONSUMER, 8, 7, hash("another")).follows(seventh))
                .isFalse();
    }

    private static StateReceipt eighth(Party side, long own, long peer, Sha256Hash previous) {
        return new StateReceipt(
                CHANNEL, side, tip(side, own), tip(side.peer(), peer), BALANCES, PENDING.root(), previous);
    }

    @Test
    void the_utility_gives_no_receipts() {
        assertThatThrownBy(() -> new StateReceipt(
                        CHANNEL,
                        Party.UTILITY,
                        tip(Party.CONSUMER, 0),
                        tip(Party.PRODUCER, 0),
                        BALANCES,
                        PENDING.root(),
                        Sha256Hash.ZERO_HASH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pending_units_rise_and_are_at_most_64() {
        List<Ticket> many = IntStream.rangeClosed(1, 65)
                .mapToObj(number -> ticket(number, 500))
                .toList();

        assertThatThrownBy(() -> new PendingUnits(many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PendingUnits(List.of(SECOND, FIRST))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PendingUnits(many.subList(0, 64)).total()).isEqualTo(Coin.valueOf(32_000));
        assertThat(PENDING.numbers()).containsExactly(unit(1), unit(2));
        assertThat(PENDING.ticket(unit(2))).contains(SECOND);
        assertThat(PENDING.ticket(unit(3))).isEmpty();
    }

    @Test
    void an_acceptance_covers_the_units_that_it_names() {
        UnitAccept accept = new UnitAccept(CHANNEL, List.of(unit(1), unit(3)), hash("receipt"));

        assertThat(accept.covers(unit(3))).isTrue();
        assertThat(accept.covers(unit(2))).isFalse();
    }

    @Test
    void an_acceptance_names_units_by_rising_number() {
        List<UnitNumber> falling = List.of(unit(2), unit(1));

        assertThatThrownBy(() -> new UnitAccept(CHANNEL, falling, hash("receipt")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitAccept(CHANNEL, List.of(), hash("receipt")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reading_lacks_what_was_not_injected() {
        MeterReading reading = new MeterReading(CHANNEL, unit(1), new WattHours(100), new BlockHeight(1013));

        assertThat(reading.shortfallOf(new WattHours(250))).isEqualTo(new WattHours(150));
        assertThat(reading.shortfallOf(new WattHours(100))).isEqualTo(WattHours.ZERO);
        assertThat(reading.shortfallOf(new WattHours(50))).isEqualTo(WattHours.ZERO);
    }

    @Test
    void a_silence_counts_when_it_lasted_for_the_notice() {
        assertThat(silence(1013, 1019).lasted(Windows.DEFAULT)).isTrue();
        assertThat(silence(1013, 1018).lasted(Windows.DEFAULT)).isFalse();
        assertThat(silence(1019, 1013).lasted(Windows.DEFAULT)).isFalse();
    }

    private static ProducerSilence silence(int from, int to) {
        return new ProducerSilence(CHANNEL, unit(1), new BlockHeight(from), new BlockHeight(to));
    }

    @Test
    void a_unit_has_energy_and_coins() {
        TicketDraft draft = FIRST.draft();

        assertThatThrownBy(() -> new TicketDraft(
                        draft.unit(), draft.slot(), WattHours.ZERO, draft.price(), draft.amount(), draft.deadlines()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TicketDraft(
                        draft.unit(), draft.slot(), draft.energy(), draft.price(), Coin.ZERO, draft.deadlines()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_script_waits_for_height_zero() {
        BlockHeight zero = new BlockHeight(0);

        assertThatThrownBy(() -> new Deadlines(zero, zero, zero, zero)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_identity_has_a_whole_nonce_and_the_utilitys_keys() {
        Identity honest = TERMS.identity();
        PartyKeys keys = honest.utilityKeys();
        PartyKeys consumers = new PartyKeys(
                Party.CONSUMER,
                keys.walletFirst(),
                keys.walletSecond(),
                keys.arbitration(),
                keys.balance(),
                keys.justice(),
                keys.unit());

        assertThatThrownBy(() -> identity(bytes("short", 31), keys)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> identity(honest.nonce(), consumers)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Identity identity(Bytes nonce, PartyKeys keys) {
        Identity honest = TERMS.identity();
        return new Identity(
                nonce,
                honest.chain(),
                honest.consumer(),
                honest.producer(),
                honest.utilityNodeKey(),
                keys,
                honest.utilityPayoutScript());
    }
}
