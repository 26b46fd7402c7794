package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;

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
                commitments.points().next());
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
        Bytes secret = channel.context()
                .shaChain()
                .secretAt(message.revoked().previous())
                .bytes();
        return message.lastSecret().filter(secret::equals).isPresent();
    }

    /** What the peer misses, in the order in which it has to hear it. */
    static List<ChannelAction> missing(Channel channel, Reestablish message) {
        Commitments commitments = channel.commitments();
        Clock signed = commitments.newestOfPeer().clock();
        List<PeerMessage> messages = new ArrayList<>();
        if (message.revoked().isBefore(commitments.own().number())) {
            messages.add(lastRevocation(channel));
        }
        updates(channel, message.updates(), signed.of(channel.context().self()), messages);
        commitments
                .signed()
                .filter(version -> message.version().isBefore(version.number()))
                .ifPresent(version -> messages.add(signature(channel, version)));
        int later = Math.max(message.updates(), signed.of(channel.context().self()));
        updates(channel, later, Integer.MAX_VALUE, messages);
        return messages.stream()
                .<ChannelAction>map(missed -> new Send(channel.context().peer(), missed))
                .toList();
    }

    private static RevokeAndAck lastRevocation(Channel channel) {
        Commitments commitments = channel.commitments();
        CommitmentNumber revoked = commitments.own().number().previous();
        return new RevokeAndAck(
                revoked,
                channel.context().shaChain().secretAt(revoked).bytes(),
                commitments.points().next().bytes(),
                commitments.receipts().own().signed());
    }

    private static CommitmentSigned signature(Channel channel, PeerVersion version) {
        ChannelContext context = channel.context();
        var signature = context.peerVersion(
                        version, channel.commitments().peerPoints().next())
                .sign(context.walletKey());
        return new CommitmentSigned(version.number(), version.clock().of(context.peer()), signature);
    }

    /** This household's updates after number {@code from}, up to {@code to}. */
    private static void updates(Channel channel, int from, int to, List<PeerMessage> messages) {
        for (UpdateLog.Entry entry : channel.commitments().log().open()) {
            boolean own = entry.change().author() == channel.context().self();
            if (own && entry.place() > from && entry.place() <= to) {
                messages.add(update(channel, entry.change()));
            }
        }
    }

    private static PeerMessage update(Channel channel, Change change) {
        if (change instanceof Change.Offered offered) {
            return new UnitOffer(offered.ticket());
        }
        if (change instanceof Change.Refunded) {
            // Why it failed was told the first time; that it was not accepted is true of each.
            return new UnitFail(change.unit(), FailReason.NOT_ACCEPTED);
        }
        Bytes preimage = channel.units()
                .find(change.unit())
                .flatMap(Unit::preimage)
                .orElseThrow(() -> new IllegalStateException(change.unit() + " is fulfilled without a preimage"));
        return new UnitFulfil(change.unit(), preimage);
    }
}
