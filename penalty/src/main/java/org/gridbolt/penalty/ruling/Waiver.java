package org.gridbolt.penalty.ruling;

import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;

/**
 * A ruling carried out by the next state, instead of by a penalty that ends the channel: whether it may be, the consumer's
 * promise, and what a received promise is worth.
 *
 * <p>The order protects the producer. The consumer sends the promise first; only then does the producer sign a state that takes
 * the coins from it; and once it has promised, the consumer never releases a signature on the penalty, nor the utility its own.
 *
 * @param ruling the ruling, proved
 */
public record Waiver(VerifiedRuling ruling) {

    /**
     * Why the ruling cannot be carried out by the next state, if it cannot: the producer's reserve must stay intact and the
     * utility stay within max_u, whichever of the two newest versions the state follows.
     */
    public Optional<WaiverFlaw> flaw() {
        if (ruling.ruling().units(Verdict.DEFAULT).isEmpty()) {
            return Optional.of(new WaiverFlaw.NoPenalty());
        }
        return Stream.of(ruling.consumerSplit(), ruling.producerSplit())
                .map(this::flawOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Without the delivered units, which may be folded later. */
    private Optional<WaiverFlaw> flawOf(Split split) {
        Limits limits = ruling.terms().limits();
        Coin left = split.forfeiture().producerLeft();
        Coin utility = split.offChain().utility();
        if (left.isLessThan(limits.producerReserve())) {
            return Optional.of(new WaiverFlaw.ReserveBroken(left, limits.producerReserve()));
        }
        return utility.isGreaterThan(limits.utilityCoinsMax())
                ? Optional.of(new WaiverFlaw.UtilityAboveMost(utility, limits.utilityCoinsMax()))
                : Optional.empty();
    }

    /** The consumer's promise; an {@link IllegalStateException} when there is a {@link #flaw}. */
    public Signed<PenaltyWaived> sign(PrivateKey consumerNode) {
        flaw().ifPresent(flaw -> {
            throw new IllegalStateException(flaw.message());
        });
        return Signed.sign(new PenaltyWaived(ruling.ruling().channel(), ruling.hash()), consumerNode);
    }

    /** Why {@code waived} is not the consumer's promise about this ruling, or the ruling cannot be waived; if so. */
    public Optional<WaiverFlaw> flawOf(Signed<PenaltyWaived> waived) {
        PenaltyWaived content = waived.content();
        if (!content.channel().equals(ruling.ruling().channel())) {
            return Optional.of(new WaiverFlaw.OtherChannel());
        }
        if (!content.ruling().equals(ruling.hash())) {
            return Optional.of(new WaiverFlaw.OtherRuling(content.ruling(), ruling.hash()));
        }
        return waived.isSignedBy(ruling.terms().identity().consumer().nodeKey())
                ? flaw()
                : Optional.of(new WaiverFlaw.NotSigned());
    }
}
