package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility needs to guard this household, and what it said it has.
 *
 * @param unconfirmed the reports that it has not acknowledged, in order: sent again whenever it can be reached
 * @param ack its newest acknowledgement
 */
public record Guard(List<Report> unconfirmed, Optional<ReceiptAck> ack) {

    /** Nothing reported yet. */
    public static final Guard START = new Guard(List.of(), Optional.empty());

    /** With more than this the utility counts as absent: no more units are offered. */
    public static final int UNCONFIRMED_MAX = 128;

    /** With more than this no signature of the peer is taken either: what it would lead to could not be guarded. */
    public static final int UNCONFIRMED_BOUND = 1024;

    /**
     * One report.
     *
     * @param receipt of a new version of this household
     * @param units the units of that version: the utility finds no others behind the receipt's root
     * @param peerSecret of a version that the peer revoked
     * @param peerReceipt what the peer gave for its next version: it may tell the utility of another one, or of none
     * @param peerUnits the units of that version of the peer
     */
    public record Report(
            Optional<KnownReceipt> receipt,
            List<UnitNumber> units,
            Optional<RevealedSecret> peerSecret,
            Optional<KnownReceipt> peerReceipt,
            List<UnitNumber> peerUnits) {

        public Report {
            units = List.copyOf(units);
            peerUnits = List.copyOf(peerUnits);
        }

        /** Of the newest version of this household. */
        static Report of(Commitments commitments) {
            return new Report(
                    Optional.of(commitments.receipts().own()),
                    commitments.own().ledger().units().numbers(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        /** Of the peer's newest version, and of the secret of the one before it. */
        static Report of(RevealedSecret secret, Optional<KnownReceipt> given, Commitments commitments) {
            return new Report(
                    Optional.empty(),
                    List.of(),
                    Optional.of(secret),
                    given,
                    given.isPresent() ? commitments.peer().ledger().units().numbers() : List.of());
        }

        /** With the peer's newest version besides. */
        Report withPeers(Commitments commitments) {
            return new Report(
                    receipt,
                    units,
                    peerSecret,
                    commitments.receipts().peer(),
                    commitments.peer().ledger().units().numbers());
        }

        /** As it is sent. */
        public StateReported message() {
            return new StateReported(
                    receipt.map(KnownReceipt::signed),
                    units,
                    peerSecret,
                    peerReceipt.map(KnownReceipt::signed),
                    peerUnits);
        }

        private boolean isOf(Sha256Hash hash) {
            return receipt.filter(known -> known.hash().equals(hash)).isPresent();
        }

        private boolean isOfPeers(Sha256Hash hash) {
            return peerReceipt.filter(known -> known.hash().equals(hash)).isPresent();
        }

        /** Whether nothing is left to say of this, when all own versions, and all of the peer's, up to an acknowledged one are told. */
        private boolean isTold(boolean own, boolean peers) {
            boolean ofPeer = peerSecret.isPresent() || peerReceipt.isPresent();
            return (own || receipt.isEmpty()) && (peers || !ofPeer);
        }
    }

    public Guard {
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** With one more report. */
    public Guard plus(Report report) {
        List<Report> longer = new ArrayList<>(unconfirmed);
        longer.add(report);
        return new Guard(longer, ack);
    }

    /** Whether so much is unconfirmed that the utility counts as absent. */
    public boolean isUtilityAbsent() {
        return unconfirmed.size() > UNCONFIRMED_MAX;
    }

    /** Whether there is no room for more. */
    public boolean isFull() {
        return unconfirmed.size() >= UNCONFIRMED_BOUND;
    }

    /** Whether the utility holds both newest receipts and every secret below them. */
    public boolean covers(Receipts newest, Party self) {
        return ack.filter(held -> of(held, self).equals(newest.own().hash())
                        && of(held, self.peer()).equals(newest.peerHash()))
                .isPresent();
    }

    /** Whether the utility said that it holds that receipt of this household. */
    boolean isAcknowledged(KnownReceipt receipt, Party self) {
        return ack.filter(held -> of(held, self).equals(receipt.hash())).isPresent();
    }

    /** After the utility acknowledged. */
    public Guard acknowledged(ReceiptAck held, Receipts newest, Party self) {
        Guard next = new Guard(unconfirmed, Optional.of(held));
        return next.covers(newest, self)
                ? new Guard(List.of(), next.ack)
                : next.without(of(held, self), of(held, self.peer()));
    }

    /**
     * An own receipt may be acknowledged since the peer passed it on, while what the peer gave is still on its way: that is told until
     * the peer's receipt is acknowledged too.
     */
    private Guard without(Sha256Hash own, Sha256Hash peers) {
        int lastOwn = last(report -> report.isOf(own));
        int lastOfPeer = last(report -> report.isOfPeers(peers));
        List<Report> left = IntStream.range(0, unconfirmed.size())
                .filter(place -> !unconfirmed.get(place).isTold(place <= lastOwn, place <= lastOfPeer))
                .mapToObj(unconfirmed::get)
                .toList();
        return new Guard(left, ack);
    }

    private int last(Predicate<Report> condition) {
        return IntStream.range(0, unconfirmed.size())
                .filter(place -> condition.test(unconfirmed.get(place)))
                .max()
                .orElse(-1);
    }

    private static Sha256Hash of(ReceiptAck held, Party side) {
        return side == Party.CONSUMER ? held.consumerReceipt() : held.producerReceipt();
    }
}
