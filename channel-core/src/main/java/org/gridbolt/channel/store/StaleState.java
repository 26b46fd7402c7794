package org.gridbolt.channel.store;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signer.HouseholdStanding;
import org.gridbolt.channel.signer.UtilityStanding;
import org.gridbolt.channel.state.Aborted;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.FundingLost;
import org.gridbolt.channel.state.FundingSent;
import org.gridbolt.channel.state.Pending;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.Running;
import org.gridbolt.channel.state.Waivable;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.channel.utility.Settling;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;

/**
 * A stored state that is behind what its own signer has signed: somebody put an old one back. It is to be taken up as one from a
 * backup, which publishes nothing.
 *
 * @param what how it shows
 */
public record StaleState(String what) implements Flaw {

    @Override
    public String message() {
        return "the stored state is an old one (" + what
                + "): it is taken up as one from a backup, and waits for the peer" + " to publish";
    }

    /** What shows that {@code stored} is old, by the signer's own record of the channel. */
    public static Optional<StaleState> of(ChannelState stored, Optional<HouseholdStanding> signer) {
        return commitments(stored)
                .map(commitments ->
                        signer.map(standing -> behind(commitments, standing)).orElseGet(() -> unsigned(commitments)))
                .orElseGet(() -> opening(stored, signer))
                .or(() -> signer.flatMap(standing -> undone(stored, standing)))
                .map(StaleState::new);
    }

    private static Optional<String> behind(Commitments commitments, HouseholdStanding standing) {
        CommitmentNumber own = commitments.own().number();
        CommitmentNumber peers = commitments.newestOfPeer().number();
        if (own.isBefore(standing.own())) {
            return Optional.of(
                    "it has the own version " + own + ", and the signer has revoked all before " + standing.own());
        }
        return peers.isBefore(standing.signed())
                ? Optional.of("it has the peer's version " + peers + ", and the signer has signed " + standing.signed())
                : Optional.empty();
    }

    private static Optional<String> unsigned(Commitments commitments) {
        return commitments.own().number().equals(CommitmentNumber.ZERO)
                ? Optional.empty()
                : Optional.of("the signer has no record of the channel");
    }

    /** Before the first signature there is no record, and before the channel is funded no second one. */
    private static Optional<String> opening(ChannelState stored, Optional<HouseholdStanding> signer) {
        boolean over = stored instanceof Aborted || stored instanceof Closed || stored instanceof FundingLost;
        boolean signed = signer.filter(standing -> !standing.own().equals(CommitmentNumber.ZERO)
                        || !standing.signed().equals(CommitmentNumber.ZERO))
                .isPresent();
        return !over && signed
                ? Optional.of("the channel was being opened, and the signer has signed later versions")
                : Optional.empty();
    }

    /** What ends a channel is stored before it is signed, and is for good. */
    private static Optional<String> undone(ChannelState stored, HouseholdStanding standing) {
        boolean mayGoOn = stored instanceof Running
                || stored instanceof Pending
                || stored instanceof Waivable
                || stored instanceof Reconnecting
                || stored instanceof FundingSent;
        return mayGoOn ? standing.end().map(end -> "the channel goes on in it, and " + end) : Optional.empty();
    }

    private static Optional<Commitments> commitments(ChannelState stored) {
        return channel(stored).map(Channel::commitments);
    }

    private static Optional<Channel> channel(ChannelState stored) {
        if (stored instanceof Reconnecting reconnecting) {
            return Optional.of(reconnecting.inner().channel());
        }
        if (stored instanceof Resolving resolving) {
            return Optional.of(resolving.before().channel());
        }
        return stored instanceof Funded funded ? Optional.of(funded.channel()) : Optional.empty();
    }

    /** What shows that {@code stored} is old, by the utility's signer's own record of the channel. */
    public static Optional<StaleState> of(UtilityState stored, Optional<UtilityStanding> signer) {
        return signer.flatMap(UtilityStanding::ruling)
                .filter(ruling -> !isDone(stored) && !isRuled(stored, ruling))
                .map(ruling ->
                        new StaleState("it does not know the ruling " + ruling + ", which the signer carried out"));
    }

    /** What rules nothing any more contradicts no ruling. */
    private static boolean isDone(UtilityState stored) {
        return stored instanceof org.gridbolt.channel.utility.Closed
                || (stored instanceof OpenState open && open.isForgetful())
                || (stored instanceof Settling settling && settling.before().isForgetful());
    }

    private static boolean isRuled(UtilityState stored, Sha256Hash ruling) {
        return ruled(stored).filter(file -> file.ruling().hash().equals(ruling)).isPresent();
    }

    private static Optional<RulingFile> ruled(UtilityState stored) {
        if (stored instanceof Settling settling) {
            return settling.before().ruled();
        }
        return stored instanceof OpenState open ? open.ruled() : Optional.empty();
    }
}
