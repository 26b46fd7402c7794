package org.gridbolt.channel.utility;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Takes the producer's promise. It counts only for units that the newest states of both hold, on a receipt that the utility
 * has acknowledged: so neither a consumer that withholds its last revocation nor a utility that withholds its
 * acknowledgement can make a producer liable.
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

    private Optional<ReportFlaw> timely() {
        UnitNumber first = promise.content().units().get(0);
        if (channel.tower().sighting().isPresent()) {
            return Optional.of(new ReportFlaw.WalletSpent(first));
        }
        return isAcknowledged() ? Optional.empty() : Optional.of(new ReportFlaw.NotAcknowledged(first));
    }

    /** The receipt is the one that was acknowledged last, or one before it. */
    private boolean isAcknowledged() {
        SideBook producer = channel.sides().producer();
        Optional<Sha256Hash> acknowledged = channel.sides().ack().map(ReceiptAck::producerReceipt);
        return acknowledged
                .filter(producer::hasReceipt)
                .map(producer::numberOf)
                .filter(newest -> producer.hasReceipt(promise.content().receipt())
                        && !newest.isBefore(producer.numberOf(promise.content().receipt())))
                .isPresent();
    }

    private Optional<ReportFlaw> flawOf(UnitNumber unit) {
        Optional<UnitFile> file = channel.files().find(unit);
        if (file.isEmpty()) {
            return Optional.of(new ReportFlaw.UnknownUnit(unit));
        }
        if (file.get().acceptance().isPresent()) {
            return Optional.empty();
        }
        BlockHeight latest = channel.slotStart(file.get());
        if (channel.tip().isAfter(latest)) {
            return Optional.of(new ReportFlaw.TooLate(unit, latest, channel.tip()));
        }
        return file.get().isCommitted() ? Optional.empty() : Optional.of(new ReportFlaw.NotCommitted(unit));
    }

    private UtilityChannel taken() {
        return channel.with(channel.files()
                .each(file -> promise.content().covers(file.number())
                                && file.acceptance().isEmpty()
                        ? file.accepted(promise)
                        : file));
    }
}
