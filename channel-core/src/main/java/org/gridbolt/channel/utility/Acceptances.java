package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Takes the producer's promise. It counts only for units that both hold in the newest version that the other one was given, on a
 * receipt that the utility has acknowledged: so neither a consumer that withholds its last revocation nor a utility that withholds
 * its acknowledgement can make a producer liable; nor does either make a promise void by what it tells of itself afterwards.
 *
 * <p>MUST 5.1: a unit without a promise that counts is cancelled without fault.
 */
final class Acceptances {

    private final UtilityChannel channel;
    private final Signed<UnitAccept> promise;

    private Acceptances(UtilityChannel channel, Signed<UnitAccept> promise) {
        this.channel = channel;
        this.promise = promise;
    }

    /** The channel with the promise, or why it does not count; a promise that is held already changes nothing. */
    static Outcome<UtilityChannel, ReportFlaw> take(UtilityChannel channel, Signed<UnitAccept> promise) {
        Acceptances acceptances = new Acceptances(channel, promise);
        Optional<ReportFlaw> flaw = acceptances
                .genuine()
                .or(acceptances::timely)
                .or(() -> promise.content().units().stream()
                        .flatMap(unit -> acceptances.flawOf(unit).stream())
                        .findFirst());
        return flaw.<Outcome<UtilityChannel, ReportFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(acceptances.taken()));
    }

    private Optional<ReportFlaw> genuine() {
        if (!promise.content().channel().equals(channel.context().ref())) {
            return Optional.of(new ReportFlaw.OtherChannel("the acceptance"));
        }
        return promise.isSignedBy(channel.context().nodeKey(Party.PRODUCER))
                ? Optional.empty()
                : Optional.of(new ReportFlaw.WrongSigner("the acceptance"));
    }

    /** The promise names a receipt of the producer, and comes before anything was settled by the chain. */
    private Optional<ReportFlaw> timely() {
        UnitNumber first = promise.content().units().get(0);
        if (channel.tower().sighting().isPresent()) {
            return Optional.of(new ReportFlaw.WalletSpent(first));
        }
        boolean known = channel.sides().producer().knows(promise.content().receipt());
        return known ? Optional.empty() : Optional.of(new ReportFlaw.NotAcknowledged(first));
    }

    private Optional<ReportFlaw> flawOf(UnitNumber unit) {
        Optional<UnitFile> file = channel.files().find(unit);
        if (file.isEmpty()) {
            return Optional.of(new ReportFlaw.UnknownUnit(unit));
        }
        if (channel.bench().denies(unit)) {
            return Optional.of(new ReportFlaw.RuledAlready(unit));
        }
        return file.get().acceptance().isPresent() ? Optional.empty() : flawOf(file.get());
    }

    private Optional<ReportFlaw> flawOf(UnitFile file) {
        BlockHeight latest = channel.slotStart(file);
        if (channel.tip().isAfter(latest)) {
            return Optional.of(new ReportFlaw.TooLate(file.number(), latest, channel.tip()));
        }
        if (!channel.sides().isCommitted(file.number())) {
            return Optional.of(new ReportFlaw.NotCommitted(file.number()));
        }
        boolean acknowledged = isAcknowledged(file, Party.CONSUMER) && isAcknowledged(file, Party.PRODUCER);
        return acknowledged ? Optional.empty() : Optional.of(new ReportFlaw.NotAcknowledged(file.number()));
    }

    /**
     * Whether a version of {@code side} that holds the unit was acknowledged, and none without it was given: all before it are
     * revoked. The acknowledged version is none before the first that held the unit and none after the newest that the other one
     * was given, and a unit that is gone never comes back: while it is committed, that one holds it too.
     */
    private boolean isAcknowledged(UnitFile file, Party side) {
        SideBook book = channel.sides().of(side);
        return channel.sides()
                .acknowledged(side)
                .filter(book::knows)
                .map(book::numberOf)
                .filter(number -> !number.isBefore(file.standing(side).since()))
                .isPresent();
    }

    /** A producer that accepts a ticket has it, and everything that was said before it. */
    private UtilityChannel taken() {
        List<UnitFile> fresh = channel.files().those(this::isAcceptedNow).toList();
        if (fresh.isEmpty()) {
            return channel;
        }
        Kept<Signed<UnitAccept>> kept = new Kept<>(channel.history().size(), promise);
        UtilityChannel next = channel.with(
                        channel.files().each(file -> isAcceptedNow(file) ? file.accepted(kept) : file))
                .noting(new HistoryEntry.Accepted(promise));
        return Replay.told(Party.PRODUCER, fresh.get(fresh.size() - 1), next);
    }

    private boolean isAcceptedNow(UnitFile file) {
        return file.acceptance().isEmpty() && promise.content().covers(file.number());
    }
}
