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
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.justice.TowerFlaw;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Enters one receipt into the books. A household's own word counts until its peer passes on what it was given: nobody gets its
 * peer's signature for a receipt of its own making, and nobody can pass on what its peer did not sign. So the one cannot keep the
 * utility from the state that counts by other receipts, or none; nor can the other by keeping the one's to itself.
 */
final class Booking {

    private final KnownReceipt receipt;
    private final StateReceipt content;
    private final Party side;
    private final List<Flaw> flaws = new ArrayList<>();
    private UtilityChannel channel;

    private Booking(UtilityChannel channel, Signed<StateReceipt> receipt) {
        this.channel = channel;
        this.receipt = KnownReceipt.of(receipt);
        this.content = receipt.content();
        this.side = content.side();
    }

    /** The channel after {@code from} told its own next receipt. */
    static Reports.Taken told(UtilityChannel channel, Party from, Signed<StateReceipt> receipt) {
        Booking booking = new Booking(channel, receipt);
        if (booking.side == from) {
            booking.told();
        } else {
            booking.flaws.add(new ReportFlaw.NotTheSenders(from));
        }
        return booking.taken();
    }

    /** The channel after {@code from} passed on the receipt that its peer gave it. */
    static Reports.Taken passedOn(UtilityChannel channel, Party from, Signed<StateReceipt> receipt) {
        Booking booking = new Booking(channel, receipt);
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
        Outcome<Watchtower, TowerFlaw> told = channel.tower().receive(receipt.signed());
        if (!isGenuine(told, !known)) {
            return;
        }
        boolean fits = told.flaw().filter(flaw -> !isLackOfRoom(flaw)).isEmpty();
        if (fits && book().isBefore(number()) && book().hasRoom() && isOfKnownPeer()) {
            enter(channel, book()).ifPresent(next -> channel = agreed(next, side.peer(), content.peer()));
        }
    }

    /** The channel after the peer of {@code owner} showed that it was given its versions up to {@code tip}. */
    private static UtilityChannel agreed(UtilityChannel next, Party owner, VersionTip tip) {
        Sides sides = next.sides();
        return next.with(sides.with(owner, sides.of(owner).agreed(tip.number())));
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
            channel.tower().record().receipt(side).ifPresent(this::compare);
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
            channel = agreed(channel, side, content.own());
            return;
        }
        book().backTo(content.previous()).filter(this::isNextTo).ifPresentOrElse(this::passedOn, this::unconnected);
    }

    private boolean isNextTo(SideBook base) {
        return number().equals(
                        base.opened().isEmpty()
                                ? CommitmentNumber.ZERO
                                : base.newest().number().next());
    }

    private void passedOn(SideBook base) {
        if (isGenuine(channel.tower().receivePassedOn(receipt.signed()), false)) {
            follow(base);
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
        enter(fallenBack(base), base).ifPresent(next -> channel = agreed(next, side, content.own()));
    }

    private UtilityChannel fallenBack(SideBook base) {
        if (base.equals(book())) {
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

    /** {@code base} with the receipt, if everything in it is explained by what was issued and revealed. */
    private Optional<UtilityChannel> enter(UtilityChannel base, SideBook before) {
        Coin most = base.context().terms().limits().utilityCoinsMax();
        if (content.balances().utility().isGreaterThan(most)) {
            flaws.add(new ReportFlaw.AboveUtilityLimit(content.balances().utility(), most));
            return Optional.empty();
        }
        Optional<PendingUnits> units =
                opened(base, before).or(() -> Replacement.of(base, before).flatMap(replaced -> opened(base, replaced)));
        if (units.isEmpty()) {
            flaws.add(new ReportFlaw.Unexplained(side, number()));
        }
        return units.map(found -> entered(base, before.with(receipt, found), found));
    }

    private Optional<PendingUnits> opened(UtilityChannel base, SideBook before) {
        return new ReceiptOpener(content, before, base.files(), base.context().terms()).open();
    }

    private UtilityChannel entered(UtilityChannel base, SideBook after, PendingUnits units) {
        Set<UnitNumber> held = new HashSet<>(units.numbers());
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
