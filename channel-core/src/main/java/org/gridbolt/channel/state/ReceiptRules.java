package org.gridbolt.channel.state;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;

/** What the receipt of a version must state, on the side that makes it and on the side that takes it. */
final class ReceiptRules {

    private ReceiptRules() {}

    /** The own receipt of version 0. */
    static KnownReceipt first(
            OwnVersion own, PeerVersion peer, OwnPoints points, PeerPoints peerPoints, ChannelContext context) {
        StateReceipt content = new StateReceipt(
                context.ref(),
                context.self(),
                new VersionTip(own.number(), points.point()),
                new VersionTip(peer.number(), peerPoints.current()),
                own.ledger().balances(),
                own.ledger().units().root(),
                Sha256Hash.ZERO_HASH);
        return KnownReceipt.sign(content, context.nodeKey());
    }

    /** The own receipt of {@code next}, which becomes the newest version. */
    static KnownReceipt make(OwnVersion next, PublicKey point, Commitments before, ChannelContext context) {
        StateReceipt content = new StateReceipt(
                context.ref(),
                context.self(),
                new VersionTip(next.number(), point),
                new VersionTip(before.peer().number(), before.peerPoints().current()),
                next.ledger().balances(),
                next.ledger().units().root(),
                before.receipts().own().hash());
        return KnownReceipt.sign(content, context.nodeKey());
    }

    /** What is wrong with {@code receipt}, which came with the revocation that led to {@code commitments}. */
    static Optional<CommitmentFlaw> flawOf(KnownReceipt receipt, Commitments commitments, ChannelContext context) {
        return wrongField(receipt.content(), commitments, context)
                .or(() -> wrongSigner(receipt, context))
                .map(field -> new CommitmentFlaw.BadReceipt(receipt.hash(), field));
    }

    private static Optional<String> wrongField(StateReceipt receipt, Commitments after, ChannelContext context) {
        PeerVersion stated = after.peer();
        if (!receipt.channel().equals(context.ref()) || receipt.side() != context.peer()) {
            return Optional.of("it is of another channel or side");
        }
        if (!receipt.own()
                .equals(new VersionTip(stated.number(), after.peerPoints().current()))) {
            return Optional.of("it names another version than the one that was signed");
        }
        if (!receipt.balances().equals(stated.ledger().balances())
                || !receipt.pendingRoot().equals(stated.ledger().units().root())) {
            return Optional.of("it states other coins than the version holds");
        }
        if (!receipt.previous().equals(after.receipts().peerHash())) {
            return Optional.of("it does not follow the receipt before");
        }
        return isOwnTip(receipt.peer(), after) ? Optional.empty() : Optional.of("it names no version of mine");
    }

    /** The peer states which version of mine is my newest as far as it knows: at most one revocation is under way. */
    private static boolean isOwnTip(VersionTip tip, Commitments after) {
        OwnPoints points = after.points();
        boolean previous = tip.number().value() + 1 == points.number().value()
                && tip.point().equals(points.previous());
        return previous || tip.equals(new VersionTip(points.number(), points.point()));
    }

    private static Optional<String> wrongSigner(KnownReceipt receipt, ChannelContext context) {
        return receipt.isSignedBy(context.peerNodeKey())
                ? Optional.empty()
                : Optional.of("it is not signed by the peer's node key");
    }
}
