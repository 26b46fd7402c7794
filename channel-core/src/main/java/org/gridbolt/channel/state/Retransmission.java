package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.channel.message.UnitsReplaced;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.pricing.UnitNumber;

/**
 * How two households go on after a lost connection. Each says what it has; the other says again what is missing. Nothing of it
 * is stored for that purpose: updates stand in the log, secrets come from the chain of secrets, and a signature made again is
 * the same.
 */
final class Retransmission {

    private Retransmission() {}

    /** Where this household stands. */
    static Reestablish greeting(Commitments commitments) {
        return new Reestablish(
                commitments.own().number(),
                commitments.revoked().next(),
                commitments.log().known().of(peerOf(commitments)),
                lastSecret(commitments),
                commitments.points().point(),
                commitments.points().next(),
                false);
    }

    private static Party peerOf(Commitments commitments) {
        return commitments.receipts().own().content().side().peer();
    }

    private static Optional<Bytes> lastSecret(Commitments commitments) {
        CommitmentNumber next = commitments.revoked().next();
        return next.equals(CommitmentNumber.ZERO)
                ? Optional.empty()
                : commitments.revoked().secretAt(next.previous()).map(PrivateKey::bytes);
    }

    /** Why it is not possible to go on from there. */
    static Optional<ReestablishFlaw> flawOf(Channel channel, Reestablish message) {
        Commitments commitments = channel.commitments();
        CommitmentNumber own = commitments.own().number();
        CommitmentNumber newest = commitments.newestOfPeer().number();
        if (own.isBefore(message.revoked())) {
            return Optional.of(
                    proves(channel, message)
                            ? new ReestablishFlaw.Forgotten(message.revoked(), own)
                            : new ReestablishFlaw.NeverSigned(message.revoked(), own));
        }
        if (newest.isBefore(message.version())) {
            return Optional.of(new ReestablishFlaw.NeverSigned(message.version(), newest));
        }
        boolean behind = message.version().isBefore(commitments.peer().number())
                || message.revoked().next().isBefore(own)
                || message.updates()
                        > commitments.log().known().of(channel.context().self());
        return behind
                ? Optional.of(new ReestablishFlaw.PeerForgot(
                        message.version(), commitments.revoked().next()))
                : Optional.empty();
    }

    /** Whether the peer shows a secret of this household that it can only have from this household. */
    private static boolean proves(Channel channel, Reestablish message) {
        PublicKey point = channel.context().keys().pointAt(message.revoked().previous());
        return message.lastSecret()
                .flatMap(PrivateKey::parse)
                .map(PrivateKey::publicKey)
                .filter(point::equals)
                .isPresent();
    }

    /** What the peer misses, in the order in which it has to hear it. */
    static List<ChannelAction> missing(Channel channel, Reestablish message) {
        Commitments commitments = channel.commitments();
        Clock signed = commitments.newestOfPeer().clock();
        ChannelContext context = channel.context();
        List<ChannelAction> actions = new ArrayList<>();
        if (message.revoked().isBefore(commitments.own().number())) {
            actions.add(new SendSigned<>(context.peer(), commitments.revocation(channel.ownVersion(), context)));
        }
        updates(channel, message.updates(), signed.of(context.self()), actions);
        commitments
                .signed()
                .filter(version -> message.version().isBefore(version.number()))
                .map(version -> commitments.signature(version, context))
                .ifPresent(draft -> actions.add(new SendSigned<>(context.peer(), draft)));
        int later = Math.max(message.updates(), signed.of(context.self()));
        updates(channel, later, Integer.MAX_VALUE, actions);
        return actions;
    }

    /** This household's updates after number {@code from}, up to {@code to}. */
    private static void updates(Channel channel, int from, int to, List<ChannelAction> actions) {
        for (UpdateLog.Entry entry : channel.commitments().log().open()) {
            boolean own = entry.change().author() == channel.context().self();
            if (own && entry.place() > from && entry.place() <= to) {
                actions.add(new Send(channel.context().peer(), update(channel, entry.change())));
            }
        }
    }

    private static PeerMessage update(Channel channel, Change change) {
        if (change instanceof Change.Offered offered) {
            return new UnitOffer(offered.ticket());
        }
        if (change instanceof Change.Refunded refunded) {
            // Why it failed was told the first time; that it was not accepted is true of each.
            return new UnitFail(refunded.unit(), FailReason.NOT_ACCEPTED);
        }
        return change instanceof Change.Replaced replaced
                ? new UnitsReplaced(replaced.ruling())
                : fulfilment(channel, ((Change.Fulfilled) change).unit());
    }

    private static UnitFulfil fulfilment(Channel channel, UnitNumber unit) {
        Bytes preimage = channel.units()
                .find(unit)
                .flatMap(Unit::preimage)
                .orElseThrow(() -> new IllegalStateException(unit + " is fulfilled without a preimage"));
        return new UnitFulfil(unit, preimage);
    }
}
