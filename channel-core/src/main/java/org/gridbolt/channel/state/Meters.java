package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Deadlines;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.pricing.WattHours;

/**
 * What the producer's meter says of pending units, and who has to hear of it. A producer answers for a unit that is due and not
 * revealed by showing the consumer its meter's reading, on a path that the utility does not carry; a consumer that hears
 * nothing during the notice says so.
 */
final class Meters {

    private Meters() {}

    /** Why {@code reading} counts for nothing here, if it does. */
    static Optional<UnitFlaw> flawOf(Channel channel, Signed<MeterReading> reading) {
        MeterReading content = reading.content();
        if (!content.channel().equals(channel.context().ref())) {
            return bad("it is about another channel");
        }
        if (!reading.isSignedBy(channel.context().terms().identity().producer().meterKey())) {
            return bad("it is not signed by the producer's meter");
        }
        return channel.units()
                .find(content.unit())
                .map(unit -> untimely(channel, unit, content.readAt()))
                .orElseGet(() -> bad("it names " + content.unit() + ", which is not pending"));
    }

    /** What flowed before the slot or after the last height for it was not delivered. */
    private static Optional<UnitFlaw> untimely(Channel channel, Unit unit, BlockHeight readAt) {
        Deadlines deadlines = unit.ticket().deadlines();
        boolean inTime = !readAt.isAfter(deadlines.deliverBy()) && readAt.value() >= start(channel, unit);
        return inTime ? Optional.empty() : bad("it was read at " + readAt);
    }

    /** Computed wide: an offer that cannot stand may name any slot. */
    private static long start(Channel channel, Unit unit) {
        SlotSchedule schedule = channel.context().terms().schedule();
        return schedule.slotZero().value()
                + Math.multiplyFull(
                        schedule.slotLength().value(), unit.ticket().slot().number());
    }

    private static Optional<UnitFlaw> bad(String why) {
        return Optional.of(new UnitFlaw.BadReading(why));
    }

    /** The channel with a reading that no flaw was found in. */
    static Channel keep(Channel channel, Signed<MeterReading> reading) {
        Units units = channel.units();
        return units.find(reading.content().unit())
                .map(unit -> channel.with(units.with(unit.measured(reading))))
                .orElse(channel);
    }

    /** The producer's own reading: the utility hears of it now, the consumer when the unit is due. */
    static Progress measured(Channel channel, Signed<MeterReading> reading) {
        Progress kept = Progress.of(keep(channel, reading)).toUtility(new MeterReported(reading));
        Stream<Send> late = kept.channel()
                .units()
                .those(unit -> unit.reading().equals(Optional.of(reading)) && isDue(unit, channel))
                .flatMap(unit -> shown(unit, channel.context().peer()));
        return late.reduce(kept, Progress::and, (one, other) -> other);
    }

    /** The producer shows a shortfall: what it told only the consumer, the consumer tells the utility. */
    static Progress shownBy(Channel channel, Signed<MeterReading> reading) {
        Progress kept = Progress.of(keep(channel, reading));
        boolean lacking = kept.channel()
                .units()
                .find(reading.content().unit())
                .filter(unit -> !lackingOf(unit, reading).equals(WattHours.ZERO))
                .isPresent();
        return lacking ? kept.toUtility(new MeterReported(reading)) : kept;
    }

    private static WattHours lackingOf(Unit unit, Signed<MeterReading> reading) {
        return reading.content().shortfallOf(unit.ticket().energy());
    }

    /**
     * What is due at this tip: the producer's readings, or the consumer's word that there are none. Said at every block, since
     * one that was missed, or passed while the funding was away, would make an honest producer silent. The utility is told until it
     * reveals: it may be a block behind, and take no reading of a height to come.
     */
    static List<ChannelAction> due(Channel channel) {
        if (channel.context().self() == Party.CONSUMER) {
            return silences(channel);
        }
        List<ChannelAction> due = new ArrayList<>(toldAgain(channel));
        due.addAll(shown(channel));
        return due;
    }

    /** The readings that the consumer may have missed. */
    private static List<ChannelAction> shown(Channel channel) {
        return channel.context().self() == Party.PRODUCER ? answers(channel, unit -> isDue(unit, channel)) : List.of();
    }

    private static List<ChannelAction> answers(Channel channel, Predicate<Unit> condition) {
        return channel.units()
                .those(unit -> unit.isOwed() && condition.test(unit))
                .<ChannelAction>flatMap(unit -> shown(unit, channel.context().peer()))
                .toList();
    }

    private static Stream<Send> shown(Unit unit, Party to) {
        return unit.reading().map(MeterReported::new).map(message -> new Send(to, message)).stream();
    }

    private static boolean isDue(Unit unit, Channel channel) {
        return !channel.tip().isBefore(unit.ticket().deadlines().deliverBy());
    }

    /** What that party may have missed. */
    static List<ChannelAction> again(Channel channel, Party to) {
        return to == Party.UTILITY ? toldAgain(channel) : shown(channel);
    }

    private static List<ChannelAction> toldAgain(Channel channel) {
        return channel.context().self() == Party.PRODUCER
                ? channel.units()
                        .those(Unit::isOwed)
                        .<ChannelAction>flatMap(unit -> shown(unit, Party.UTILITY))
                        .toList()
                : silences(channel);
    }

    /** Said at every block until the unit ends, and always in the same words. */
    private static List<ChannelAction> silences(Channel channel) {
        return channel.units()
                .those(unit -> unit.isOwed() && unit.reading().isEmpty())
                .map(unit -> silence(channel, unit))
                .filter(silence -> !channel.tip().isBefore(silence.to()))
                .<ChannelAction>map(silence -> new Send(
                        Party.UTILITY,
                        new SilenceReported(
                                Signed.sign(silence, channel.context().nodeKey()))))
                .toList();
    }

    private static ProducerSilence silence(Channel channel, Unit unit) {
        BlockHeight from = unit.ticket().deadlines().deliverBy();
        BlockHeight to = from.plus(channel.context().terms().windows().notice());
        return new ProducerSilence(channel.context().ref(), unit.number(), from, to);
    }
}
