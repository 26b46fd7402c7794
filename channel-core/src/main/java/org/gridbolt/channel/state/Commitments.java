package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.ledger.LedgerFlaw;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PointCheck;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.key.SecretCheck;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * Both versions of the channel's state, and the machinery that moves them on.
 *
 * <p>An update becomes part of the peer's version by this household's signature, and of the own version by the peer's. At
 * most one signature is outstanding in each direction, so there are never more than two versions of the peer that it could
 * publish unpunished: its newest and the one signed last. Each signature says which updates the version contains, hence
 * both households can bring in updates of both in a single round, whatever crosses on the way.
 *
 * @param own the own newest version
 * @param peer the peer's newest version: those before it are revoked
 * @param signed the version after it, signed and not yet answered by a revocation
 * @param log the updates that are not everywhere yet
 * @param points the own points
 * @param peerPoints the peer's points
 * @param revoked the peer's revealed secrets: the record that alone decides what is revoked
 * @param receipts the newest receipts
 */
public record Commitments(
        OwnVersion own,
        PeerVersion peer,
        Optional<PeerVersion> signed,
        UpdateLog log,
        OwnPoints points,
        PeerPoints peerPoints,
        RevokedSecrets revoked,
        Receipts receipts) {

    /**
     * What comes of the decision to sign.
     *
     * @param next the commitments after it
     * @param message what to sign and send once {@code next} is durable
     */
    public record Signing(Commitments next, MessageDraft.Commitment message) {}

    /**
     * What comes of a signature that was received.
     *
     * @param next the commitments after it
     * @param reply the revocation of the version before, to be sent once {@code next} is durable
     */
    public record Advance(Commitments next, MessageDraft.Revocation reply) {}

    /** Before any update, with the own receipt of version 0. */
    static Commitments opening(
            OwnVersion own, PeerVersion peer, OwnPoints points, PeerPoints peerPoints, ChannelContext context) {
        KnownReceipt receipt = ReceiptRules.first(own, peer, points, peerPoints, context);
        return new Commitments(
                own,
                peer,
                Optional.empty(),
                UpdateLog.EMPTY,
                points,
                peerPoints,
                RevokedSecrets.EMPTY,
                new Receipts(receipt, Optional.empty()));
    }

    /** The same with the peer's newest receipt, which was judged. */
    Commitments withReceipt(KnownReceipt peers) {
        return new Commitments(
                own, peer, signed, log, points, peerPoints, revoked, new Receipts(receipts.own(), Optional.of(peers)));
    }

    /** The same with one more update known. */
    public Commitments plus(Change change) {
        return withLog(log.plus(change));
    }

    /** The newest version of the peer that it may hold: the one signed last. */
    public PeerVersion newestOfPeer() {
        return signed.orElse(peer);
    }

    /** The point of that version of the peer, as far as this household was told of it. */
    Optional<PublicKey> peerPoint(CommitmentNumber number) {
        if (number.equals(peer.number())) {
            return Optional.of(peerPoints.current());
        }
        return number.equals(peer.number().next())
                ? Optional.of(peerPoints.next())
                : revoked.secretAt(number).map(PrivateKey::publicKey);
    }

    /**
     * Whether a signature may be made now, and would bring the peer something new.
     *
     * <p>MUST 5.4: at most one signature is outstanding.
     */
    public boolean canSign() {
        return signed.isEmpty() && !peer.clock().equals(log.known());
    }

    /** Whether the peer's newest version lacks something that the own has: then it is this household's turn to sign. */
    public boolean peerIsBehind() {
        return !newestOfPeer().clock().covers(own.clock());
    }

    /** Whether both newest versions hold all that is known, and nothing is under way. */
    public boolean isSettled() {
        return signed.isEmpty() && log.open().isEmpty();
    }

    /** Whether that unit is pending in both newest versions, older ones being revoked, and nobody is removing it. */
    public boolean isCommitted(UnitNumber unit) {
        return own.ledger().holds(unit) && peer.ledger().holds(unit) && !log.removes(unit);
    }

    /** Whether the producer may remove that unit: it is known on both sides, and nobody is removing it. */
    public boolean isRemovable(UnitNumber unit) {
        boolean known =
                log.adds(unit) || own.ledger().holds(unit) || peer.ledger().holds(unit);
        return known && !log.removes(unit);
    }

    /** Whether no version that could be published unpunished holds that unit, and none will. */
    public boolean isGone(UnitNumber unit) {
        return !own.ledger().holds(unit)
                && !peer.ledger().holds(unit)
                && !newestOfPeer().ledger().holds(unit)
                && !log.adds(unit);
    }

    /**
     * Why the state with all known updates and {@code change} would not be allowed, or one in which what is pending then has been
     * delivered: the grid's part of it is the utility's.
     */
    public Optional<LedgerFlaw> flawOf(Change change, ChannelContext context) {
        UpdateLog longer = log.plus(change);
        return flawOf(own.ledger(), longer.between(own.clock(), longer.known()), context)
                .or(() -> flawOf(peer.ledger(), longer.between(peer.clock(), longer.known()), context));
    }

    private static Optional<LedgerFlaw> flawOf(Ledger ledger, List<Change> changes, ChannelContext context) {
        Coin gridFee = context.terms().clauses().gridFee();
        return ledger.after(changes, context.bounds())
                .flatMap(after -> after.after(delivered(after, gridFee), context.bounds()))
                .flaw();
    }

    private static List<Change> delivered(Ledger ledger, Coin gridFee) {
        return ledger.tickets().stream()
                .<Change>map(ticket -> new Change.Fulfilled(ticket.unit(), gridFee))
                .toList();
    }

    /** Signs the peer's next version with all updates known. */
    public Outcome<Signing, LedgerFlaw> sign(ChannelContext context) {
        List<Change> changes = log.between(peer.clock(), log.known());
        return peer.ledger().after(changes, context.bounds()).map(ledger -> sign(ledger, context));
    }

    private Signing sign(Ledger ledger, ChannelContext context) {
        PeerVersion next = new PeerVersion(peer.number().next(), log.known(), ledger);
        Commitments signing = new Commitments(own, peer, Optional.of(next), log, points, peerPoints, revoked, receipts);
        return new Signing(signing, signing.signature(next, context));
    }

    /** What to sign of the peer's next version, for the first time or again. */
    MessageDraft.Commitment signature(PeerVersion next, ChannelContext context) {
        CommitmentTx version = context.peerVersion(next, peerPoints.next());
        SigningOrder.PeerVersion order = new SigningOrder.PeerVersion(context.deed(), version, lastRevealed());
        return new MessageDraft.Commitment(order, next.clock().of(context.peer()));
    }

    /** The secret of the peer's version before its newest, once there is one. */
    Optional<PrivateKey> lastRevealed() {
        return peer.number().equals(CommitmentNumber.ZERO)
                ? Optional.empty()
                : revoked.secretAt(peer.number().previous());
    }

    /** Moves the own version on, if the signature is one on exactly that version. */
    public Outcome<Advance, CommitmentFlaw> accept(CommitmentSigned message, ChannelContext context) {
        if (!message.number().equals(own.number().next())) {
            return Outcome.flawed(
                    new CommitmentFlaw.WrongTurn(message.number(), own.number().next()));
        }
        int least = own.clock().of(context.self());
        int most = log.known().of(context.self());
        if (message.included() < least || message.included() > most) {
            return Outcome.flawed(new CommitmentFlaw.WrongUpdates(message.included(), least, most));
        }
        return accept(message, log.known().with(context.self(), message.included()), context);
    }

    private Outcome<Advance, CommitmentFlaw> accept(CommitmentSigned message, Clock clock, ChannelContext context) {
        if (clock.equals(own.clock())) {
            return Outcome.flawed(new CommitmentFlaw.NothingNew());
        }
        return own.ledger()
                .after(log.between(own.clock(), clock), context.bounds())
                .fold(
                        ledger -> verify(new OwnVersion(message.number(), clock, ledger, message.signature()), context),
                        flaw -> Outcome.flawed(new CommitmentFlaw.BadState(flaw)));
    }

    private Outcome<Advance, CommitmentFlaw> verify(OwnVersion next, ChannelContext context) {
        CommitmentTx version = context.ownVersion(next, points.next());
        if (!version.verify(next.signature(), context.peer())) {
            return Outcome.flawed(new CommitmentFlaw.BadSignature(next.number()));
        }
        return Outcome.of(advance(next, version, context));
    }

    private Advance advance(OwnVersion next, CommitmentTx version, ChannelContext context) {
        OwnPoints advanced = points.advanced(context.keys());
        KnownReceipt receipt = ReceiptRules.make(next, advanced.point(), this, context);
        Commitments after = new Commitments(
                next,
                peer,
                signed,
                log.without(next.clock().least(peer.clock())),
                advanced,
                peerPoints,
                revoked,
                new Receipts(receipt, receipts.peer()));
        return new Advance(after, after.revocation(version, context));
    }

    /** The revocation of the version before the own newest, which is {@code version}, for the first time or again. */
    MessageDraft.Revocation revocation(CommitmentTx version, ChannelContext context) {
        return new MessageDraft.Revocation(
                new SigningOrder.Revocation(context.deed(), version, own.signature()),
                points.next().bytes(),
                receipts.own().signed());
    }

    /**
     * Takes a revocation: secret and point first, each held to its MUSTs, so that a secret once revealed is never lost;
     * the receipt is judged afterwards, by {@link ReceiptRules#flawOf}, and then kept by {@link #withReceipt}.
     */
    public Outcome<Commitments, CommitmentFlaw> revoke(RevokeAndAck message, ChannelContext context) {
        if (signed.isEmpty()) {
            return Outcome.flawed(new CommitmentFlaw.NothingToRevoke());
        }
        if (!message.revoked().equals(peer.number())) {
            return Outcome.flawed(new CommitmentFlaw.WrongTurn(message.revoked(), peer.number()));
        }
        SecretCheck secret = SecretCheck.of(message.secret(), peer.number(), peerPoints.current(), revoked);
        if (!(secret instanceof SecretCheck.Accepted accepted)) {
            return Outcome.flawed(new CommitmentFlaw.BadSecret(secret));
        }
        PointCheck point = PointCheck.of(message.nextPoint(), context.ring(), List.of(peerPoints.next()));
        if (!(point instanceof PointCheck.Accepted next)) {
            return Outcome.flawed(new CommitmentFlaw.BadPoint(point));
        }
        return Outcome.of(revoked(signed.get(), next.point(), accepted.secrets()));
    }

    private Commitments revoked(PeerVersion newest, PublicKey next, RevokedSecrets secrets) {
        return new Commitments(
                own,
                newest,
                Optional.empty(),
                log.without(own.clock().least(newest.clock())),
                points,
                peerPoints.advanced(next),
                secrets,
                receipts);
    }

    private Commitments withLog(UpdateLog next) {
        return new Commitments(own, peer, signed, next, points, peerPoints, revoked, receipts);
    }
}
