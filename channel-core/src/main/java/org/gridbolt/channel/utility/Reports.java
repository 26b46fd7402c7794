package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.justice.TowerFlaw;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;

/**
 * Takes what the households report of their versions: first for the watchtower, which needs it whatever it says, and then into
 * the books, if everything in it is explained by what was issued and revealed. Only what is in the books is acknowledged.
 */
final class Reports {

    private UtilityChannel channel;
    private final List<Flaw> flaws = new ArrayList<>();

    private Reports(UtilityChannel channel) {
        this.channel = channel;
    }

    /**
     * What became of a report.
     *
     * @param channel with what was taken
     * @param flaws why the rest was not
     */
    record Taken(UtilityChannel channel, List<Flaw> flaws) {

        Taken {
            flaws = List.copyOf(flaws);
        }
    }

    static Taken take(UtilityChannel channel, Party from, StateReported message) {
        Reports reports = new Reports(channel);
        message.peerReceipt()
                .ifPresent(
                        receipt -> reports.add(Booking.passedOn(reports.channel, from, receipt, message.peerUnits())));
        message.receipt()
                .ifPresent(receipt -> reports.add(Booking.told(reports.channel, from, receipt, message.units())));
        message.peerSecret().ifPresent(secret -> reports.secret(from.peer(), secret));
        reports.revoke(Party.CONSUMER);
        reports.revoke(Party.PRODUCER);
        return new Taken(reports.channel, reports.flaws);
    }

    private void add(Taken booked) {
        channel = booked.channel();
        flaws.addAll(booked.flaws());
    }

    private void secret(Party owner, RevealedSecret secret) {
        SideBook book = channel.sides().of(owner);
        if (book.early().size() >= SideBook.EARLY_MAX) {
            flaws.add(new ReportFlaw.TooEarly(owner));
            return;
        }
        List<RevealedSecret> early = new ArrayList<>(book.early());
        early.add(secret);
        channel = channel.with(channel.sides().with(owner, book.withEarly(early)));
    }

    /** Takes the secrets of {@code owner} whose turn has come; those whose points nobody has told yet wait. */
    private void revoke(Party owner) {
        SideBook book = channel.sides().of(owner);
        int taken = 0;
        while (taken < book.early().size() && revoke(owner, book.early().get(taken))) {
            taken++;
        }
        if (taken > 0) {
            List<RevealedSecret> left = book.early().subList(taken, book.early().size());
            channel = channel.with(channel.sides().with(owner, book.withEarly(left)));
        }
    }

    /** Whether the secret is done with: taken, or refused for good. */
    private boolean revoke(Party owner, RevealedSecret secret) {
        Outcome<Watchtower, TowerFlaw> told = channel.tower().revoke(owner, secret.number(), secret.secret());
        if (told.flaw()
                .filter(flaw -> flaw instanceof TowerFlaw.NoPoint && isToCome(owner, secret))
                .isPresent()) {
            return false;
        }
        told.flaw().map(ReportFlaw.NotGuardable::new).ifPresent(flaws::add);
        told.value().ifPresent(tower -> channel = channel.with(tower));
        return true;
    }

    private boolean isToCome(Party owner, RevealedSecret secret) {
        CommitmentNumber next =
                channel.tower().record().versions(owner).secrets().next();
        return !secret.number().isBefore(next);
    }

    /**
     * The acknowledgement that has become due: both newest receipts that are in the books, that the other household was given, and
     * that are covered. A household whose peer shows nothing is not told that all is well.
     */
    static Optional<ReceiptAck> due(UtilityChannel channel) {
        Optional<Sha256Hash> consumer = covered(channel, Party.CONSUMER);
        Optional<Sha256Hash> producer = covered(channel, Party.PRODUCER);
        return consumer.flatMap(ofConsumer -> producer.map(
                        ofProducer -> new ReceiptAck(channel.context().ref(), ofConsumer, ofProducer)))
                .filter(ack -> !channel.sides().ack().equals(Optional.of(ack)));
    }

    private static Optional<Sha256Hash> covered(UtilityChannel channel, Party side) {
        SideBook book = channel.sides().of(side);
        CommitmentNumber shown = book.shown().number();
        return channel.tower()
                .covered(side)
                .map(number -> number.isBefore(shown) ? number : shown)
                .flatMap(book::upTo);
    }
}
