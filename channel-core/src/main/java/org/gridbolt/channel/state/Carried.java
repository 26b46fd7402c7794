package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * The ruling that is carried out on the outputs of a version that confirmed: the one that this household stands by, or one whose
 * penalty was waived and that no state has carried out yet. A waiver is about the wallet; who publishes a version that still
 * holds the defaulted units saves nothing by it.
 *
 * @param file the ruling
 * @param ruling what it comes to
 */
record Carried(RulingFile file, VerifiedRuling ruling) {

    static Optional<Carried> of(Resolving resolving) {
        return resolving.before() instanceof Ruled ruled
                ? Optional.of(new Carried(ruled.ruling().value(), ruled.verified()))
                : GivenWaiver.open(resolving.channel()).map(given -> new Carried(given.file(), given.ruling()));
    }

    /** The split of the version that confirmed, which may be another one than was ruled on. */
    Split on(CommitmentTx commitment) {
        return ruling.onConfirmed(
                commitment.balances(), commitment.units(), file.evidence().ticketsByHash());
    }
}
