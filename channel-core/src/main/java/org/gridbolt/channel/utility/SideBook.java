package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.state.Guard;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility knows of one household's versions besides what the watchtower keeps.
 *
 * @param newest the newest version that it could open: what it rules on, whatever was signed after it
 * @param earlier the versions before it on the household's own word alone, from the newest that its peer passed on, in order:
 *     what the books fall back to when the peer shows that it was given another receipt
 * @param receipts the newest receipts, in order, at most {@link #RECEIPTS_MAX}
 * @param early secrets of this household's versions whose points no receipt has told yet: its peer was faster
 * @param told how many entries of the history the household has for certain, since it dealt with a ticket of the last of them:
 *     what came later it may have missed
 * @param heard the last height at which the utility heard from it
 * @param absence its word that its peer is missing, if it gave one
 */
public record SideBook(
        OpenedVersion newest,
        List<OpenedVersion> earlier,
        List<ReceiptMark> receipts,
        List<RevealedSecret> early,
        int told,
        BlockHeight heard,
        Optional<Absence> absence) {

    /** Receipts that an acceptance or an acknowledgement may still name. */
    static final int RECEIPTS_MAX = 32;

    /** Versions that may be known by the household's own word alone: an honest one has no more without an acknowledgement. */
    static final int EARLIER_MAX = Guard.UNCONFIRMED_BOUND / 2;

    /** Early secrets: a faster peer is a few versions ahead, not hundreds. */
    static final int EARLY_MAX = 64;

    /**
     * A receipt, by what it makes newest.
     *
     * @param number the version
     * @param hash the receipt's hash
     */
    public record ReceiptMark(CommitmentNumber number, Sha256Hash hash) {}

    public SideBook {
        earlier = List.copyOf(earlier);
        receipts = List.copyOf(receipts);
        early = List.copyOf(early);
    }

    /** Before the household reported anything. */
    static SideBook opening(Allocation contributions) {
        return new SideBook(
                new OpenedVersion(contributions, PendingUnits.NONE, Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                0,
                new BlockHeight(0),
                Optional.empty());
    }

    /** a, b and u of the newest version that could be opened. */
    public Allocation balances() {
        return newest.balances();
    }

    /** The units of that version. */
    public PendingUnits pending() {
        return newest.pending();
    }

    /** The receipt of that version, if the household told one. */
    public Optional<Signed<StateReceipt>> opened() {
        return newest.receipt().map(KnownReceipt::signed);
    }

    /** With a newer version, which holds {@code units}, on the household's own word. */
    SideBook with(KnownReceipt receipt, PendingUnits units) {
        StateReceipt content = receipt.content();
        OpenedVersion next = new OpenedVersion(content.balances(), units, Optional.of(receipt));
        ReceiptMark mark = new ReceiptMark(content.own().number(), receipt.hash());
        List<ReceiptMark> marks = plus(receipts, mark);
        int surplus = Math.max(0, marks.size() - RECEIPTS_MAX);
        return new SideBook(
                next, plus(earlier, newest), marks.subList(surplus, marks.size()), early, told, heard, absence);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** Whether there is room for one more version on the household's own word. */
    boolean hasRoom() {
        return earlier.size() < EARLIER_MAX;
    }

    /** After the peer showed that it was given the versions up to {@code number} as they are here. */
    SideBook agreed(CommitmentNumber number) {
        if (!number.isBefore(newest.number())) {
            return onlyWith(newest, List.of());
        }
        int first = 0;
        while (first + 1 < earlier.size()
                && !number.isBefore(earlier.get(first + 1).number())) {
            first++;
        }
        return first == 0 ? this : onlyWith(newest, earlier.subList(first, earlier.size()));
    }

    /** Back at the version whose receipt has that hash, if it is not older than what the peer passed on last. */
    Optional<SideBook> backTo(Sha256Hash hash) {
        if (newest.hash().equals(hash)) {
            return Optional.of(this);
        }
        return earlier.isEmpty()
                ? Optional.empty()
                : withoutMark(newest.hash())
                        .onlyWith(earlier.get(earlier.size() - 1), earlier.subList(0, earlier.size() - 1))
                        .backTo(hash);
    }

    private SideBook onlyWith(OpenedVersion version, List<OpenedVersion> before) {
        return new SideBook(version, before, receipts, early, told, heard, absence);
    }

    private SideBook withoutMark(Sha256Hash hash) {
        List<ReceiptMark> left =
                receipts.stream().filter(mark -> !mark.hash().equals(hash)).toList();
        return new SideBook(newest, earlier, left, early, told, heard, absence);
    }

    /** With other coins and units, as they are before a receipt tells of them. */
    SideBook holding(Allocation coins, PendingUnits units) {
        return onlyWith(new OpenedVersion(coins, units, newest.receipt()), earlier);
    }

    /** Whether a version to which the books may fall back holds that unit. */
    boolean mayHold(UnitNumber unit) {
        return earlier.stream()
                .anyMatch(version -> version.pending().ticket(unit).isPresent());
    }

    /** Whether {@code number} is of a newer version than the newest. */
    boolean isBefore(CommitmentNumber number) {
        return newest.receipt().isEmpty() || newest.number().isBefore(number);
    }

    /** Whether a receipt of the peer may name {@code tip}: the newest version here, or one before it. */
    boolean reaches(VersionTip tip) {
        return newest.receipt()
                .map(receipt -> receipt.content().own())
                .map(own -> own.equals(tip) || tip.number().isBefore(own.number()))
                .orElseGet(() -> tip.number().equals(CommitmentNumber.ZERO));
    }

    SideBook withEarly(List<RevealedSecret> secrets) {
        return new SideBook(newest, earlier, receipts, secrets, told, heard, absence);
    }

    SideBook heard(BlockHeight height) {
        return new SideBook(newest, earlier, receipts, early, told, height, absence);
    }

    SideBook saying(Absence word) {
        return new SideBook(newest, earlier, receipts, early, told, heard, Optional.of(word));
    }

    SideBook told(int entries) {
        return new SideBook(newest, earlier, receipts, early, Math.max(told, entries), heard, absence);
    }

    /** The newest receipt of a version up to {@code number}. */
    Optional<Sha256Hash> upTo(CommitmentNumber number) {
        return receipts.stream()
                .filter(mark -> !number.isBefore(mark.number()))
                .reduce((earlier, later) -> later)
                .map(ReceiptMark::hash);
    }

    /** The version of a receipt that is {@linkplain #hasReceipt here}. */
    CommitmentNumber numberOf(Sha256Hash hash) {
        return receipts.stream()
                .filter(mark -> mark.hash().equals(hash))
                .map(ReceiptMark::number)
                .findFirst()
                .orElseThrow();
    }

    boolean hasReceipt(Sha256Hash hash) {
        return receipts.stream().anyMatch(mark -> mark.hash().equals(hash));
    }

    /** Whether that receipt is here or was, as far back as the books may fall. */
    boolean knows(Sha256Hash hash) {
        return hasReceipt(hash)
                || newest.hash().equals(hash)
                || earlier.stream().anyMatch(version -> version.hash().equals(hash));
    }
}
