package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param unopened receipts that the peer passed on, in order, and that follow the newest of those before it which could be opened:
 *     they count for what may follow them and for nothing else, until they can be opened or a later one can
 * @param receipts the receipts of the versions before all these, in order, at most {@link #RECEIPTS_MAX}
 * @param early secrets of this household's versions whose points no receipt has told yet: its peer was faster
 * @param told how many entries of the history the household has for certain, since it dealt with a ticket of the last of them:
 *     what came later it may have missed
 * @param heard the last height at which the utility heard from it
 * @param absence its word that its peer is missing, if it gave one
 */
public record SideBook(
        OpenedVersion newest,
        List<OpenedVersion> earlier,
        List<KnownReceipt> unopened,
        List<ReceiptMark> receipts,
        List<RevealedSecret> early,
        int told,
        BlockHeight heard,
        Optional<Absence> absence) {

    /** Receipts that an acceptance or an acknowledgement may still name. */
    static final int RECEIPTS_MAX = 32;

    /** Versions that may be known by the household's own word alone: an honest one has no more without an acknowledgement. */
    static final int EARLIER_MAX = Guard.UNCONFIRMED_BOUND / 2;

    /** Receipts that were passed on and could not be opened: those of honest households can. */
    static final int UNOPENED_MAX = EARLIER_MAX;

    /** Early secrets: a faster peer is a few versions ahead, not hundreds. */
    static final int EARLY_MAX = 64;

    /**
     * A receipt, by what it makes newest.
     *
     * @param number the version
     * @param hash the receipt's hash
     */
    public record ReceiptMark(CommitmentNumber number, Sha256Hash hash) {

        static ReceiptMark of(KnownReceipt receipt) {
            return new ReceiptMark(receipt.content().own().number(), receipt.hash());
        }
    }

    public SideBook {
        earlier = List.copyOf(earlier);
        unopened = List.copyOf(unopened);
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
        OpenedVersion next = new OpenedVersion(receipt.content().balances(), units, Optional.of(receipt));
        return onlyWith(next, plus(earlier, newest));
    }

    /** With a receipt that the peer passed on, which follows all that it passed on before and cannot be opened yet. */
    SideBook withUnopened(KnownReceipt receipt) {
        return new SideBook(newest, earlier, plus(unopened, receipt), receipts, early, told, heard, absence);
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

    /** The newest version that the peer is known to have been given, and version 0: all after it is the household's own word. */
    OpenedVersion shown() {
        return Stream.concat(earlier.stream(), Stream.of(newest))
                .filter(version -> version.receipt().isPresent())
                .findFirst()
                .orElse(newest);
    }

    /** After the peer showed that it was given the versions up to {@code number} as they are here. */
    SideBook agreed(CommitmentNumber number) {
        if (!number.isBefore(newest.number())) {
            return shownAt(earlier.size());
        }
        int first = 0;
        while (first + 1 < earlier.size()
                && !number.isBefore(earlier.get(first + 1).number())) {
            first++;
        }
        return shownAt(first);
    }

    /** With the versions from that place on as all that the books may fall back to. */
    private SideBook shownAt(int place) {
        List<ReceiptMark> marks = new ArrayList<>(receipts);
        earlier.subList(0, place)
                .forEach(version -> version.receipt().map(ReceiptMark::of).ifPresent(marks::add));
        int surplus = Math.max(0, marks.size() - RECEIPTS_MAX);
        List<OpenedVersion> left = earlier.subList(place, earlier.size());
        CommitmentNumber last = (left.isEmpty() ? newest : left.get(0)).number();
        List<KnownReceipt> open = unopened.stream()
                .filter(receipt -> last.isBefore(receipt.content().own().number()))
                .toList();
        return new SideBook(newest, left, open, marks.subList(surplus, marks.size()), early, told, heard, absence);
    }

    /** Back at the version whose receipt has that hash, if what the peer passed on leads no further. */
    Optional<SideBook> backTo(Sha256Hash hash) {
        boolean last = earlier.isEmpty() && !unopened.isEmpty();
        Sha256Hash end = last ? unopened.get(unopened.size() - 1).hash() : newest.hash();
        if (end.equals(hash)) {
            return Optional.of(this);
        }
        return earlier.isEmpty()
                ? Optional.empty()
                : onlyWith(earlier.get(earlier.size() - 1), earlier.subList(0, earlier.size() - 1))
                        .backTo(hash);
    }

    private SideBook onlyWith(OpenedVersion version, List<OpenedVersion> before) {
        return new SideBook(version, before, unopened, receipts, early, told, heard, absence);
    }

    /** With other coins and units, as they are before a receipt tells of them. */
    SideBook holding(Allocation coins, PendingUnits units) {
        return onlyWith(new OpenedVersion(coins, units, newest.receipt()), earlier);
    }

    /** Back at a version that holds that unit, where the household gave it up on its own word alone. */
    SideBook keeping(UnitNumber unit) {
        boolean gone = pending().ticket(unit).isEmpty() && mayHold(unit);
        return gone
                ? onlyWith(earlier.get(earlier.size() - 1), earlier.subList(0, earlier.size() - 1))
                        .keeping(unit)
                : this;
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

    /** Whether {@code number} is of a newer version than all that are here, opened or not. */
    boolean isEndedBy(CommitmentNumber number) {
        return isBefore(number)
                && last().filter(tip -> !tip.number().isBefore(number)).isEmpty();
    }

    /** The version that a receipt which follows these has to make newest. */
    CommitmentNumber next() {
        if (newest.receipt().isEmpty()) {
            return last().map(tip -> tip.number().next()).orElse(CommitmentNumber.ZERO);
        }
        boolean open = earlier.isEmpty() && !unopened.isEmpty();
        return (open ? last().orElseThrow().number() : newest.number()).next();
    }

    /** The newest of the versions that could not be opened. */
    private Optional<VersionTip> last() {
        return unopened.isEmpty()
                ? Optional.empty()
                : Optional.of(unopened.get(unopened.size() - 1).content().own());
    }

    /** The receipt with that hash, if the peer passed it on and it could not be opened. */
    Optional<KnownReceipt> unopened(Sha256Hash hash) {
        return unopened.stream().filter(receipt -> receipt.hash().equals(hash)).findFirst();
    }

    /** Whether a receipt of the peer may name {@code tip}: a version that is here, or one before it. */
    boolean reaches(VersionTip tip) {
        Optional<VersionTip> opened =
                newest.receipt().map(receipt -> receipt.content().own());
        boolean none = opened.isEmpty() && unopened.isEmpty();
        return none
                ? tip.number().equals(CommitmentNumber.ZERO)
                : Stream.concat(
                                opened.stream(),
                                unopened.stream()
                                        .map(receipt -> receipt.content().own()))
                        .anyMatch(own -> own.equals(tip) || tip.number().isBefore(own.number()));
    }

    SideBook withEarly(List<RevealedSecret> secrets) {
        return new SideBook(newest, earlier, unopened, receipts, secrets, told, heard, absence);
    }

    SideBook heard(BlockHeight height) {
        return new SideBook(newest, earlier, unopened, receipts, early, told, height, absence);
    }

    SideBook saying(Absence word) {
        return new SideBook(newest, earlier, unopened, receipts, early, told, heard, Optional.of(word));
    }

    SideBook told(int entries) {
        return new SideBook(newest, earlier, unopened, receipts, early, Math.max(told, entries), heard, absence);
    }

    /** The newest receipt of a version up to {@code number}. */
    Optional<Sha256Hash> upTo(CommitmentNumber number) {
        return marks().filter(mark -> !number.isBefore(mark.number()))
                .reduce((earlier, later) -> later)
                .map(ReceiptMark::hash);
    }

    /** The version of a receipt that is {@linkplain #knows here}. */
    CommitmentNumber numberOf(Sha256Hash hash) {
        return marks().filter(mark -> mark.hash().equals(hash))
                .map(ReceiptMark::number)
                .findFirst()
                .orElseThrow();
    }

    /** Whether that receipt is here or was, as far back as anybody may name it. */
    boolean knows(Sha256Hash hash) {
        return marks().anyMatch(mark -> mark.hash().equals(hash));
    }

    /** All receipts that could be opened, in order. */
    private Stream<ReceiptMark> marks() {
        Stream<OpenedVersion> versions = Stream.concat(earlier.stream(), Stream.of(newest));
        return Stream.concat(
                receipts.stream(), versions.flatMap(version -> version.receipt().map(ReceiptMark::of).stream()));
    }
}
