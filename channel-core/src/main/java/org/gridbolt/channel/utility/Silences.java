package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.Outcome;

/**
 * Takes the consumer's word that the producer did not answer it. It stands in for a reading that the producer's meter does not
 * give, and counts for nothing where there is one.
 */
final class Silences {

    private final UtilityChannel channel;
    private final Signed<ProducerSilence> statement;

    private Silences(UtilityChannel channel, Signed<ProducerSilence> statement) {
        this.channel = channel;
        this.statement = statement;
    }

    /** The channel with the statement, or why it does not count; a second one about a unit changes nothing. */
    static Outcome<UtilityChannel, ReportFlaw> take(UtilityChannel channel, Signed<ProducerSilence> statement) {
        Silences silences = new Silences(channel, statement);
        Optional<ReportFlaw> flaw = silences.genuine();
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        return channel.files()
                .find(statement.content().unit())
                .map(silences::take)
                .orElseGet(() -> Outcome.flawed(
                        new ReportFlaw.UnknownUnit(statement.content().unit())));
    }

    private Optional<ReportFlaw> genuine() {
        if (!statement.content().channel().equals(channel.context().ref())) {
            return Optional.of(new ReportFlaw.OtherChannel("the statement"));
        }
        return statement.isSignedBy(channel.context().nodeKey(Party.CONSUMER))
                ? Optional.empty()
                : Optional.of(new ReportFlaw.WrongSigner("the statement"));
    }

    private Outcome<UtilityChannel, ReportFlaw> take(UnitFile file) {
        if (file.silence().isPresent()) {
            return Outcome.of(channel);
        }
        return flawOf(file)
                .<Outcome<UtilityChannel, ReportFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(channel.with(channel.files().with(file.silent(statement)))));
    }

    /** The producer is asked once the unit is due, and the notice must have passed by now. */
    private Optional<ReportFlaw> flawOf(UnitFile file) {
        if (file.acceptance().isEmpty()) {
            return Optional.of(new ReportFlaw.NotAccepted(file.number()));
        }
        ProducerSilence content = statement.content();
        BlockHeight deliverBy = file.ticket().deadlines().deliverBy();
        boolean counts = content.lasted(channel.context().terms().windows())
                && !content.from().isBefore(deliverBy)
                && !content.to().isAfter(channel.tip());
        return counts ? Optional.empty() : Optional.of(new ReportFlaw.TooShort(file.number()));
    }
}
