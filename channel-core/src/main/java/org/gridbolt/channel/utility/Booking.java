package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.justice.HeldReceipts;
import org.gridbolt.penalty.justice.TowerFlaw;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Enters one receipt into the books. A household's own word counts for what it may lose by it, what its peer passes on counts for
 * good: nobody gets its peer's signature for a receipt of its own making, and nobody can pass on what its peer did not sign. So
 * the one cannot keep the utility from the state that counts by other receipts, or none; nor can the other by keeping the one's to
 * itself.
 */
final class Booking {

    private final KnownReceipt receipt;
    private final StateReceipt content;
    private final Party side;
    private final List<UnitNumber> units;
    private final List<Flaw> flaws = new ArrayList<>();
    private UtilityChannel channel;

    private Booking(UtilityChannel channel, Signed<StateReceipt> receipt, List<UnitNumber> units) {
        this.channel = channel;
        this.units = units;
        this.receipt = KnownReceipt.of(receipt);
        this.content = receipt.content();
        this.side = content.side();
    }

    /** The channel after {@code from} told its own next receipt, of a version that holds {@code units}. */
    static Reports.Taken told(
            UtilityChannel channel, Party from, Signed<StateReceipt> receipt, List<UnitNumber> units) {
        Booking booking = new Booking(channel, receipt, units);
        if (booking.side == from) {
            booking.told();
        } else {
            booking.flaws.add(new ReportFlaw.NotTheSenders(from));
        }
        return booking.taken();
    }

    /** The channel after {@code from} passed on the receipt that its peer gave it, of a version that holds {@code units}. */
    static Reports.Taken passedOn(
            UtilityChannel channel, Party from, Signed<StateReceipt> receipt, List<UnitNumber> units) {
        Booking booking = new Booking(channel, receipt, units);
        if (booking.side == from.peer()) {
            booking.passedOn();
        } else {
            booking.flaws.add(new ReportFlaw.NotThePeers(from));
        }
        return booking.taken();
    }

    private Reports.Taken taken() {
        return new Reports.Taken(channel, flaws);
    }

    private SideBook book() {
        return channel.sides().of(side);
    }

    private CommitmentNumber number() {
        return content.own().number();
    }

    private void told() {
        boolean known = book().knows(receipt.hash());
        if (known && isOldToTower()) {
            return;
        }
        if (openedLater()) {
            return;
        }
        Outcome<Watchtower, TowerFlaw> told = channel.tower().receive(receipt.signed());
        if (!isGenuine(told, !known)) {
            return;
        }
        boolean fits = told.flaw().filter(flaw -> !isLackOfRoom(flaw)).isEmpty();
        if (fits && book().isEndedBy(number()) && hasRoom() && isOfKnownPeer()) {
            enter(channel, book(), receipt, true).ifPresent(next -> channel = next);
        }
    }

    private boolean hasRoom() {
        boolean room = book().hasRoom();
        if (!room) {
            flaws.add(new ReportFlaw.NotShown(side, book().shown().number()));
        }
        return room;
    }

    /** Whether it was passed on before and could not be opened: it is, now that somebody says its units. */
    private boolean openedLater() {
        Optional<KnownReceipt> known = book().unopened(receipt.hash());
        known.filter(stored -> book().isBefore(number()))
                .flatMap(stored -> enter(channel, book(), stored, false))
                .ifPresent(next -> channel = agreed(next));
        return known.isPresent();
    }

    /** The channel after the peer showed that it was given the versions up to this one. */
    private UtilityChannel agreed(UtilityChannel next) {
        Sides sides = next.sides();
        return next.with(sides.with(side, sides.of(side).agreed(number())));
    }

    private boolean isOldToTower() {
        return channel.tower()
                .record()
                .receipt(side)
                .filter(held -> !held.content().own().number().isBefore(number()))
                .isPresent();
    }

    /** Takes what the watchtower makes of the receipt. Whether it is signed, and of this channel. */
    private boolean isGenuine(Outcome<Watchtower, TowerFlaw> told, boolean complains) {
        Optional<TowerFlaw> flaw = told.flaw();
        flaw.filter(found -> complains).map(ReportFlaw.NotGuardable::new).ifPresent(flaws::add);
        boolean genuine = flaw.filter(
                        found -> found instanceof TowerFlaw.NotSigned || found instanceof TowerFlaw.OtherChannel)
                .isEmpty();
        if (genuine) {
            HeldReceipts held = channel.tower().record().receipts(side);
            held.told().ifPresent(this::compare);
            held.passedOn().ifPresent(this::compare);
            book().opened().ifPresent(this::compare);
        }
        told.value().ifPresent(tower -> channel = channel.with(tower));
        return genuine;
    }

    /** The books have room for what the watchtower cannot hold, as long as a household keeps its peer's secrets to itself. */
    private static boolean isLackOfRoom(TowerFlaw flaw) {
        return flaw instanceof TowerFlaw.TooFarAhead;
    }

    /** A household learns its peer's next version by a receipt, which it passes on first. */
    private boolean isOfKnownPeer() {
        boolean known = channel.sides().of(side.peer()).reaches(content.peer());
        if (!known) {
            flaws.add(new ReportFlaw.UnknownPeerVersion(side, content.peer().number()));
        }
        return known;
    }

    private void passedOn() {
        if (book().knows(receipt.hash())) {
            guarded(() -> channel = agreed(channel));
        } else if (!openedLater()) {
            book().backTo(content.previous())
                    .filter(base -> number().equals(base.next()))
                    .ifPresentOrElse(base -> guarded(() -> follow(base)), this::unconnected);
        }
    }

    /** What its peer passes on the watchtower takes too, whatever the household says of itself. */
    private void guarded(Runnable then) {
        if (isGenuine(channel.tower().receivePassedOn(receipt.signed()), false)) {
            then.run();
        } else {
            flaws.add(new ReportFlaw.WrongSigner("the receipt that was passed on"));
        }
    }

    /** One that is older than all that the books may fall back to is told again by a household that missed the acknowledgement. */
    private void unconnected() {
        if (book().isBefore(number())) {
            flaws.add(new ReportFlaw.Unconnected(side, number()));
        }
    }

    /** It follows the version of {@code base}: what the household told after that one, it did not give to its peer. */
    private void follow(SideBook base) {
        book().earlier().stream()
                .flatMap(version -> version.receipt().stream())
                .forEach(other -> compare(other.signed()));
        UtilityChannel back = fallenBack(channel, side, base);
        enter(back, base, receipt, false)
                .map(this::agreed)
                .or(() -> unopened(back, base))
                .ifPresent(next -> channel = next);
    }

    /** What follows it is found by it, opened or not: a state that cannot be opened does not end the books. */
    private Optional<UtilityChannel> unopened(UtilityChannel back, SideBook base) {
        return base.unopened().size() < SideBook.UNOPENED_MAX
                ? Optional.of(back.with(back.sides().with(side, base.withUnopened(receipt))))
                : Optional.empty();
    }

    /** A unit that is delivered is no longer given up by a household's own word: the books fall back to what its peer was given. */
    static UtilityChannel keeping(UtilityChannel channel, UnitNumber unit) {
        UtilityChannel kept = channel;
        for (Party side : List.of(Party.CONSUMER, Party.PRODUCER)) {
            kept = fallenBack(kept, side, kept.sides().of(side).keeping(unit));
        }
        return kept;
    }

    private static UtilityChannel fallenBack(UtilityChannel channel, Party side, SideBook base) {
        if (base.equals(channel.sides().of(side))) {
            return channel;
        }
        CommitmentNumber last = base.newest().number();
        Set<UnitNumber> held = new HashSet<>(base.pending().numbers());
        return channel.with(channel.sides().with(side, base))
                .with(channel.files()
                        .each(file -> file.with(side, file.standing(side).backAt(last, held.contains(file.number())))));
    }

    /** Two receipts of one version are kept: they convict who signed them. */
    private void compare(Signed<StateReceipt> other) {
        boolean contradicts = other.content().own().number().equals(number())
                && !other.content().equals(content)
                && channel.history().contradicted(side).isEmpty();
        if (contradicts) {
            channel = channel.noting(new HistoryEntry.Contradicted(other, receipt.signed()));
        }
    }

    /**
     * {@code base} with the receipt, if everything in it is explained by what was issued and revealed: on the household's own word
     * alone a delivered unit is only ever paid.
     */
    private Optional<UtilityChannel> enter(UtilityChannel base, SideBook before, KnownReceipt known, boolean ownWord) {
        Coin most = base.context().terms().limits().utilityCoinsMax();
        if (content.balances().utility().isGreaterThan(most)) {
            flaws.add(new ReportFlaw.AboveUtilityLimit(content.balances().utility(), most));
            return Optional.empty();
        }
        Optional<PendingUnits> found = opened(base, before, ownWord)
                .or(() -> Replacement.of(base, before).flatMap(replaced -> opened(base, replaced, ownWord)));
        if (found.isEmpty()) {
            flaws.add(new ReportFlaw.Unexplained(side, number()));
        }
        return found.map(pending -> entered(base, before.with(known, pending), pending));
    }

    private Optional<PendingUnits> opened(UtilityChannel base, SideBook before, boolean ownWord) {
        ReceiptOpener opener =
                new ReceiptOpener(content, before, base.files(), base.context().terms());
        return ownWord ? opener.openPaid(units) : opener.open(units);
    }

    private UtilityChannel entered(UtilityChannel base, SideBook after, PendingUnits pending) {
        Set<UnitNumber> held = new HashSet<>(pending.numbers());
        UnitFiles files = base.files().each(file -> entered(file, held.contains(file.number())));
        UtilityChannel next = base.with(base.sides().with(side, after)).with(files);
        if (side == Party.CONSUMER) {
            for (UnitFile file : files.those(this::isOfferedNow).toList()) {
                next = Replay.told(Party.CONSUMER, file, next);
            }
        }
        return next;
    }

    private UnitFile entered(UnitFile file, boolean held) {
        return file.with(side, file.standing(side).next(number(), held));
    }

    /** A consumer that offers a ticket has it, and everything that was said before it. */
    private boolean isOfferedNow(UnitFile file) {
        return file.consumer().isHeld() && file.consumer().since().equals(number());
    }
}
