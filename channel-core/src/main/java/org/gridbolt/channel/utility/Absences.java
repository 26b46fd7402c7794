package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Outcome;

/**
 * Takes a household's word that the other one is missing, and finds when the channel may be settled without that one: after the
 * notice, by both clocks, and the time to rule; never as long as the utility hears of it.
 */
final class Absences {

    private final UtilityChannel channel;
    private final Party from;
    private final Signed<PeerAbsence> statement;

    private Absences(UtilityChannel channel, Party from, Signed<PeerAbsence> statement) {
        this.channel = channel;
        this.from = from;
        this.statement = statement;
    }

    /** The channel with the statement, or why it does not count; the same again changes nothing. */
    static Outcome<UtilityChannel, ReportFlaw> take(UtilityChannel channel, Party from, Signed<PeerAbsence> statement) {
        Absences absences = new Absences(channel, from, statement);
        return absences.flaw()
                .<Outcome<UtilityChannel, ReportFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(absences.taken()));
    }

    private Optional<ReportFlaw> flaw() {
        return genuine().or(this::notice).or(this::reached);
    }

    private Optional<ReportFlaw> genuine() {
        if (!statement.content().channel().equals(channel.context().ref())) {
            return Optional.of(new ReportFlaw.OtherChannel("the statement"));
        }
        boolean own = statement.content().side() == from
                && statement.isSignedBy(channel.context().nodeKey(from));
        return own ? Optional.empty() : Optional.of(new ReportFlaw.WrongSigner("the statement"));
    }

    private Optional<ReportFlaw> notice() {
        PeerAbsence content = statement.content();
        boolean lasted = content.lasted(channel.context().terms().windows())
                && !content.to().isAfter(channel.tip());
        return lasted ? Optional.empty() : Optional.of(new ReportFlaw.NoticeTooShort(content.missing()));
    }

    /** Who can be reached is not missing; who says the same of the accuser is not either. */
    private Optional<ReportFlaw> reached() {
        Party missing = statement.content().missing();
        BlockHeight heard = channel.sides().of(missing).heard();
        if (heard.isBefore(statement.content().from())) {
            return Optional.empty();
        }
        boolean both = channel.sides()
                .of(missing)
                .absence()
                .filter(theirs -> !theirs.statement()
                        .content()
                        .to()
                        .isBefore(statement.content().from()))
                .isPresent();
        return Optional.of(both ? new ReportFlaw.BothSayGone() : new ReportFlaw.Reached(missing, heard));
    }

    private UtilityChannel taken() {
        SideBook book = channel.sides().of(from);
        boolean held = book.absence()
                .filter(absence -> absence.statement().equals(statement))
                .isPresent();
        return held
                ? channel
                : channel.with(channel.sides().with(from, book.saying(new Absence(statement, channel.tip()))));
    }

    /** Whether the utility has heard nothing of the missing one since before that absence began. */
    static boolean stands(UtilityChannel channel, PeerAbsence absence) {
        return channel.sides().of(absence.missing()).heard().isBefore(absence.from());
    }

    /** The ruling that settles the newest receipt without the missing household, when it is due. */
    static Optional<RulingFile> due(UtilityChannel channel) {
        return due(channel, Party.CONSUMER).or(() -> due(channel, Party.PRODUCER));
    }

    private static Optional<RulingFile> due(UtilityChannel channel, Party side) {
        return channel.sides()
                .of(side)
                .absence()
                .filter(absence -> isOver(channel, absence))
                .filter(absence -> stands(channel, absence.statement().content()))
                .flatMap(absence -> RulingMaker.withoutPeer(channel, absence.statement()));
    }

    private static boolean isOver(UtilityChannel channel, Absence absence) {
        BlockHeight last =
                absence.noticed().plus(channel.context().terms().windows().rulingDelay());
        return channel.tip().isAfter(last);
    }
}
