package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * Takes what the producer's meter measured. One reading decides about a unit, so a second one is refused; and since a meter
 * measures one unit after the other, a reading that lies before that of an earlier unit is refused too.
 */
final class Readings {

    private final UtilityChannel channel;
    private final Signed<MeterReading> reading;

    private Readings(UtilityChannel channel, Signed<MeterReading> reading) {
        this.channel = channel;
        this.reading = reading;
    }

    /**
     * The channel with the reading, the unit revealed when it shows the delivery; or why the reading does not count. The same
     * reading again changes nothing.
     */
    static Outcome<UtilityChannel, ReportFlaw> take(UtilityChannel channel, Signed<MeterReading> reading) {
        return new Readings(channel, reading).take();
    }

    private Outcome<UtilityChannel, ReportFlaw> take() {
        Optional<ReportFlaw> flaw = genuine();
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        UnitNumber unit = reading.content().unit();
        Optional<UnitFile> file = channel.files().find(unit);
        if (file.isEmpty()) {
            return Outcome.flawed(new ReportFlaw.UnknownUnit(unit));
        }
        return file.get().reading().map(Kept::value).equals(Optional.of(reading))
                ? Outcome.of(channel)
                : take(file.get());
    }

    private Outcome<UtilityChannel, ReportFlaw> take(UnitFile file) {
        Optional<ReportFlaw> flaw = flawOf(file).or(() -> order(file));
        return flaw.<Outcome<UtilityChannel, ReportFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(entered(file)));
    }

    private Optional<ReportFlaw> genuine() {
        if (!reading.content().channel().equals(channel.context().ref())) {
            return Optional.of(new ReportFlaw.OtherChannel("the reading"));
        }
        boolean byMeter = reading.isSignedBy(
                channel.context().terms().identity().household(Party.PRODUCER).meterKey());
        return byMeter ? Optional.empty() : Optional.of(new ReportFlaw.WrongSigner("the reading"));
    }

    private Optional<ReportFlaw> flawOf(UnitFile file) {
        UnitNumber unit = file.number();
        if (file.acceptance().isEmpty()) {
            return Optional.of(new ReportFlaw.NotAccepted(unit));
        }
        if (file.reading().isPresent()) {
            return Optional.of(new ReportFlaw.Doubled(unit));
        }
        // After a reorganisation it may be in time again; but a default and the preimage together are fraud.
        if (channel.bench().denies(unit)) {
            return Optional.of(new ReportFlaw.RuledAlready(unit));
        }
        BlockHeight latest = file.ticket()
                .deadlines()
                .deliverBy()
                .plus(channel.context().terms().windows().revealGrace());
        return channel.tip().isAfter(latest)
                ? Optional.of(new ReportFlaw.TooLate(unit, latest, channel.tip()))
                : Optional.empty();
    }

    private Optional<ReportFlaw> order(UnitFile file) {
        BlockHeight readAt = reading.content().readAt();
        boolean inTime = !readAt.isBefore(channel.slotStart(file))
                && !readAt.isAfter(file.ticket().deadlines().deliverBy())
                && !readAt.isAfter(channel.tip());
        boolean inLine = channel.files()
                .those(other -> other.reading().isPresent())
                .allMatch(other -> inLine(other, file.number(), readAt));
        return inTime && inLine ? Optional.empty() : Optional.of(new ReportFlaw.OutOfOrder(file.number(), readAt));
    }

    private static boolean inLine(UnitFile other, UnitNumber unit, BlockHeight readAt) {
        BlockHeight others = other.measured().orElseThrow().readAt();
        return other.number().isBefore(unit) ? !readAt.isBefore(others) : !others.isBefore(readAt);
    }

    private UtilityChannel entered(UnitFile unread) {
        UnitFile file = unread.read(new Kept<>(channel.history().size(), reading));
        UtilityChannel next = channel.with(channel.files().with(file)).noting(new HistoryEntry.Measured(reading));
        WattHours tolerance = channel.context().terms().clauses().deliveryTolerance();
        boolean delivered = file.shortfall()
                .filter(lacking -> lacking.compareTo(tolerance) <= 0)
                .isPresent();
        return delivered ? revealed(next, file) : next;
    }

    /** The unit is certain to be paid from here: the next book's carry counts it. */
    private static UtilityChannel revealed(UtilityChannel channel, UnitFile file) {
        UtilityChannel revealed = channel.with(channel.files().with(file.revealedNow()))
                .with(channel.issued().revealed(file.ticket()))
                .noting(new HistoryEntry.Revealed(file.number(), file.book()));
        return Booking.keeping(revealed, file.number());
    }
}
