package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * What the utility knows of one household's versions besides what the watchtower keeps.
 *
 * @param balances a, b and u of the newest version that it could open
 * @param pending the units of that version
 * @param receipts the newest receipts, in order, at most {@link #RECEIPTS_MAX}
 * @param early secrets of this household's versions whose points no receipt has told yet: its peer was faster
 * @param told how many entries of the history the household has for certain, since it dealt with a ticket of the last of them:
 *     what came later it may have missed
 * @param heard the last height at which the utility heard from it
 * @param absence its word that its peer is missing, if it gave one
 * @param opened the receipt of the newest version that it could open: what it rules on, whatever was signed after it
 */
public record SideBook(
        Allocation balances,
        PendingUnits pending,
        List<ReceiptMark> receipts,
        List<RevealedSecret> early,
        int told,
        BlockHeight heard,
        Optional<Absence> absence,
        Optional<Signed<StateReceipt>> opened) {

    /** Receipts that an acceptance or an acknowledgement may still name. */
    static final int RECEIPTS_MAX = 32;

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
        receipts = List.copyOf(receipts);
        early = List.copyOf(early);
    }

    /** Before the household reported anything. */
    static SideBook opening(Allocation contributions) {
        return new SideBook(
                contributions,
                PendingUnits.NONE,
                List.of(),
                List.of(),
                0,
                new BlockHeight(0),
                Optional.empty(),
                Optional.empty());
    }

    /** With a newer version, which holds {@code units}. */
    SideBook with(Signed<StateReceipt> receipt, PendingUnits units) {
        StateReceipt content = receipt.content();
        List<ReceiptMark> marks = new ArrayList<>(receipts);
        marks.add(new ReceiptMark(content.own().number(), content.hash()));
        int surplus = Math.max(0, marks.size() - RECEIPTS_MAX);
        return new SideBook(
                content.balances(),
                units,
                marks.subList(surplus, marks.size()),
                early,
                told,
                heard,
                absence,
                Optional.of(receipt));
    }

    /** With other coins and units, as they are before a receipt tells of them. */
    SideBook holding(Allocation coins, PendingUnits units) {
        return new SideBook(coins, units, receipts, early, told, heard, absence, opened);
    }

    SideBook withEarly(List<RevealedSecret> secrets) {
        return new SideBook(balances, pending, receipts, secrets, told, heard, absence, opened);
    }

    SideBook heard(BlockHeight height) {
        return new SideBook(balances, pending, receipts, early, told, height, absence, opened);
    }

    SideBook saying(Absence word) {
        return new SideBook(balances, pending, receipts, early, told, heard, Optional.of(word), opened);
    }

    SideBook told(int entries) {
        return new SideBook(balances, pending, receipts, early, Math.max(told, entries), heard, absence, opened);
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
}
