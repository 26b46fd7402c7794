package org.gridbolt.channel.state;

import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The steps of a commitment round.
 *
 * <p>An ordinary round is one exchange: the consumer offers a unit and signs the producer's version with it and with all
 * removals that it has heard of; the producer revokes its old version and signs the consumer's, which then has the same; the
 * consumer revokes. Removals wait for the next offer to ride along with, for the next block, or for a command.
 */
final class Rounds {

    private Rounds() {}

    /** Signs the peer's next version, if there is anything new for it and no signature is outstanding. */
    static Progress signIfPossible(Progress progress) {
        Commitments commitments = progress.commitments();
        if (!commitments.canSign()) {
            return progress;
        }
        return commitments
                .sign(progress.context())
                .fold(
                        signing -> progress.with(signing.next()).toPeer(signing.message()),
                        // What is in the log was checked against both versions when it came.
                        flaw -> {
                            throw new IllegalStateException(flaw.message());
                        });
    }

    /** Signs when it is this household's turn: the peer's version lacks what the own one has, or an offer waits. */
    static Progress signIfDue(Progress progress) {
        return isDue(progress) ? signIfPossible(progress) : progress;
    }

    private static boolean isDue(Progress progress) {
        Commitments commitments = progress.commitments();
        return commitments.peerIsBehind()
                || commitments.log().offersAfter(commitments.newestOfPeer().clock());
    }

    /** Takes the peer's signature: the own version moves on, and the one before is revoked. */
    static Outcome<Progress, CommitmentFlaw> onSigned(Progress progress, CommitmentSigned message) {
        if (progress.channel().guard().isFull()) {
            return Outcome.flawed(new CommitmentFlaw.Unguarded());
        }
        Set<UnitNumber> replaced = progress.commitments().log().replaced();
        return progress.commitments().accept(message, progress.context()).map(advance -> {
            Guard.Report report = Guard.Report.of(advance.next());
            return progress.with(advance.next())
                    .toPeer(advance.reply())
                    .then(next -> report(next, report))
                    .then(next -> UnitSteps.sweep(next, replaced))
                    .then(Rounds::signIfDue);
        });
    }

    /**
     * What comes of a revocation whose secret and point are right.
     *
     * @param progress after it
     * @param flaw what is wrong with its receipt, if anything: the secret is kept all the same
     */
    record Revocation(Progress progress, Optional<CommitmentFlaw> flaw) {}

    /** Takes the peer's revocation: secret and point, then the receipt. */
    static Outcome<Revocation, CommitmentFlaw> onRevoked(Progress progress, RevokeAndAck message) {
        ChannelContext context = progress.context();
        Set<UnitNumber> replaced = progress.commitments().log().replaced();
        return progress.commitments().revoke(message, context).map(revoked -> {
            KnownReceipt receipt = KnownReceipt.of(message.receipt());
            Optional<CommitmentFlaw> flaw = ReceiptRules.flawOf(receipt, revoked, context);
            RevealedSecret secret = new RevealedSecret(message.revoked(), message.secret());
            Optional<KnownReceipt> given = flaw.isPresent() ? Optional.empty() : Optional.of(receipt);
            Progress next = progress.with(given.map(revoked::withReceipt).orElse(revoked))
                    .then(kept -> report(kept, Guard.Report.of(secret, given, revoked)));
            return new Revocation(
                    flaw.isPresent()
                            ? next
                            : next.then(kept -> UnitSteps.sweep(kept, replaced)).then(Rounds::signIfDue),
                    flaw);
        });
    }

    /**
     * Tells the utility, and remembers until it acknowledges.
     *
     * <p>MUST 5.5: every receipt and every secret, with the units of each version, in order.
     */
    static Progress report(Progress progress, Guard.Report report) {
        return progress.with(progress.channel().with(progress.channel().guard().plus(report)))
                .toUtility(report.message());
    }
}
