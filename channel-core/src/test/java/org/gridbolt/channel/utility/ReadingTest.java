package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final long PRICE = 5_000_000_000_000L;
    private static final BlockHeight SLOT_END = new BlockHeight(138);

    private final UtilityBench bench = UtilityBench.trading();
    private final List<Ticket> units = bench.issue(2, PRICE, 250, 250, 250);

    @BeforeEach
    void the_first_two_units_are_accepted() {
        bench.steps(bench.households.round(units, List.of(), List.of()));
        bench.step(bench.households.accept(units.get(0), units.get(1)));
        bench.tick(SLOT_END.value());
    }

    private MeterReading reading(int unit, long wattHours, int height) {
        return bench.households.measured(units.get(unit), wattHours, new BlockHeight(height));
    }

    private Flaw refused(MeterReading reading, PrivateKey meter) {
        List<Flaw> flaws = UtilityBench.refusals(
                bench.step(Households.says(PRODUCER, new MeterReported(Signed.sign(reading, meter)))));
        assertThat(flaws).hasSize(1);
        return flaws.get(0);
    }

    private Flaw refused(MeterReading reading) {
        return refused(reading, Households.meter(PRODUCER));
    }

    @Test
    void only_the_registered_meter_of_the_producer_counts() {
        for (PrivateKey other :
                List.of(Households.meter(CONSUMER), Households.node(PRODUCER), Households.node(CONSUMER))) {
            assertThat(refused(reading(0, 250, 138), other)).isEqualTo(new ReportFlaw.WrongSigner("the reading"));
        }
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).isEmpty();
    }

    @Test
    void who_passes_a_genuine_reading_on_does_not_matter() {
        Signed<MeterReading> genuine = Signed.sign(reading(0, 250, 138), Households.meter(PRODUCER));
        bench.step(Households.says(CONSUMER, new MeterReported(genuine)));
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).hasSize(1);
    }

    @Test
    void a_second_reading_of_a_unit_is_refused_and_the_same_again_changes_nothing() {
        bench.step(Households.reads(reading(0, 200, 138)));
        UtilityState once = bench.state();
        assertThat(bench.step(Households.reads(reading(0, 200, 138)))).isEmpty();
        assertThat(bench.state()).isEqualTo(once);
        assertThat(refused(reading(0, 250, 138)))
                .isEqualTo(new ReportFlaw.Doubled(units.get(0).unit()));
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).isEmpty();
    }

    @Test
    void readings_out_of_order_are_refused() {
        bench.step(Households.reads(reading(1, 250, 136)));
        for (MeterReading late : List.of(reading(0, 250, 137), reading(0, 250, 131), reading(0, 250, 139))) {
            assertThat(refused(late))
                    .isEqualTo(new ReportFlaw.OutOfOrder(units.get(0).unit(), late.readAt()));
        }
        bench.step(Households.reads(reading(0, 250, 136)));
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).hasSize(2);
    }

    @Test
    void a_reading_of_a_unit_without_an_acceptance_or_a_ticket_is_refused() {
        assertThat(refused(reading(2, 250, 138)))
                .isEqualTo(new ReportFlaw.NotAccepted(units.get(2).unit()));
        MeterReading unknown =
                new MeterReading(bench.households.ref(), new UnitNumber(99), new WattHours(250), SLOT_END);
        assertThat(refused(unknown)).isEqualTo(new ReportFlaw.UnknownUnit(new UnitNumber(99)));
    }

    @Test
    void a_reading_of_another_channel_is_refused() {
        ChannelRef other =
                ChannelRef.of(bench.channel().context().terms(), new Outpoint(Sha256Hash.of(new byte[] {8}), 0));
        MeterReading elsewhere = new MeterReading(other, units.get(0).unit(), new WattHours(250), SLOT_END);
        assertThat(refused(elsewhere)).isEqualTo(new ReportFlaw.OtherChannel("the reading"));
    }

    @Test
    void a_reading_after_the_time_to_reveal_is_refused() {
        bench.tick(139 + 3 + 1);
        assertThat(refused(reading(0, 250, 138))).isInstanceOf(ReportFlaw.TooLate.class);
    }

    @Test
    void a_negative_reading_does_not_exist() {
        Bytes message =
                MessageCodec.encode(new MeterReported(Signed.sign(reading(0, 250, 138), Households.meter(PRODUCER))));
        byte[] altered = message.toArray();
        // Kind (1), channel reference (96), unit (4): then the energy in eight bytes, the first of which has the sign.
        altered[1 + 96 + 4] = (byte) 0x80;
        assertThat(MessageCodec.decode(Bytes.of(altered)).value()).isEmpty();
    }

    @Test
    void more_than_was_promised_is_delivered_too() {
        bench.step(Households.reads(reading(0, 300, 138)));
        assertThat(bench.sent(CONSUMER, UnitDelivered.class)).hasSize(1);
    }
}
