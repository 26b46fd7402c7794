package org.gridbolt.channel.signer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.TerminalMark;
import org.gridbolt.pricing.Outcome;

/**
 * What a household's signer allows, decided by its record and by nothing that the node believes; each decision is the record
 * as it is to be before anything is released.
 *
 * <p>The peer never has two live versions more than the protocol needs: number n + 1 is signed only when n - 1 is revoked on
 * the record, and a number never twice with other content. An own version is revoked only for a successor that the peer has
 * signed, and never published afterwards. Once something was signed that ends the channel, nothing is updated.
 */
final class HouseholdPolicy implements SigningOrder.Judge<Outcome<HouseholdMark, SigningRefusal>> {

    private final HouseholdSigner.Owner owner;
    private final PublicSide side;
    private final Optional<HouseholdMark> held;

    HouseholdPolicy(HouseholdSigner.Owner owner, PublicSide side, Optional<HouseholdMark> held) {
        this.owner = owner;
        this.side = side;
        this.held = held;
    }

    private Party self() {
        return owner.role();
    }

    /** The decision on an order about the channel that the record is of. */
    private Outcome<HouseholdMark, SigningRefusal> on(
            ChannelDeed deed, Function<HouseholdMark, Outcome<HouseholdMark, SigningRefusal>> decision) {
        if (held.isEmpty()) {
            return Outcome.flawed(new SigningRefusal.Unknown());
        }
        boolean same = deed.isConsistent() && deed.hash().equals(held.get().deed());
        return same ? decision.apply(held.get()) : otherChannel("other terms, keys or funding");
    }

    private static <T> Outcome<T, SigningRefusal> otherChannel(String what) {
        return Outcome.flawed(new SigningRefusal.OtherChannel(what));
    }

    /** The decision on a version: it must be one of this channel. */
    private Outcome<HouseholdMark, SigningRefusal> on(
            ChannelDeed deed,
            CommitmentTx version,
            Party whose,
            Function<HouseholdMark, Outcome<HouseholdMark, SigningRefusal>> decision) {
        if (version.version().owner() != whose || !isOf(deed, version)) {
            return otherChannel("a version of another wallet or party");
        }
        return on(deed, decision);
    }

    private static boolean isOf(ChannelDeed deed, CommitmentTx version) {
        return version.wallet().equals(deed.wallet());
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onPeerVersion(SigningOrder.PeerVersion order) {
        CommitmentTx version = order.version();
        boolean first = version.version().number().equals(CommitmentNumber.ZERO);
        return held.isEmpty() && first
                ? bind(order.deed(), version)
                : on(order.deed(), version, self().peer(), mark -> peerVersion(mark, order));
    }

    /** The first order of a channel: from now on the key id stands for this deed and no other. */
    private Outcome<HouseholdMark, SigningRefusal> bind(ChannelDeed deed, CommitmentTx version) {
        if (!isBoundTo(deed)) {
            return otherChannel("not the own keys and payout script under terms of the utility");
        }
        boolean opening = version.version().owner() == self().peer()
                && isOf(deed, version)
                && version.balances().equals(deed.terms().contributions())
                && version.units().isEmpty();
        if (!opening) {
            return Outcome.flawed(new SigningRefusal.OutOfBounds("state 0 gives everybody what they put in"));
        }
        return Outcome.of(HouseholdMark.first(deed.hash(), zero(deed), VersionMark.of(version)));
    }

    private boolean isBoundTo(ChannelDeed deed) {
        return deed.wallet().scripts().keys().of(self()).equals(side.keys())
                && deed.payout(self()).equals(owner.payout())
                && deed.isConsistent()
                && deed.signedTerms().isSignedBy(owner.utility());
    }

    /** The own version 0, whose content the terms say. */
    private VersionMark zero(ChannelDeed deed) {
        return new VersionMark(
                CommitmentNumber.ZERO,
                side.pointAt(CommitmentNumber.ZERO),
                Sha256Hash.ZERO_HASH,
                deed.terms().contributions(),
                Coin.ZERO);
    }

    private Outcome<HouseholdMark, SigningRefusal> peerVersion(HouseholdMark mark, SigningOrder.PeerVersion order) {
        CommitmentTx version = order.version();
        CommitmentNumber number = version.version().number();
        CommitmentNumber newest = mark.signed().number();
        if (!newest.isBefore(number)) {
            return again(mark, version);
        }
        if (mark.end().isPresent()) {
            return terminal(mark);
        }
        if (!number.equals(newest.next())) {
            return Outcome.flawed(new SigningRefusal.OutOfTurn(number, newest));
        }
        return learn(mark, newest, order.revoked())
                .flatMap(known -> StateBounds.flawOf(
                                mark.signed(), version, order.deed().terms(), mark.waiver())
                        .<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed)
                        .orElseGet(() -> Outcome.of(
                                known.signing(VersionMark.of(version)).after(version))));
    }

    /** What was signed may be signed again: it gives the same bytes. */
    private static Outcome<HouseholdMark, SigningRefusal> again(HouseholdMark mark, CommitmentTx version) {
        CommitmentNumber number = version.version().number();
        VersionMark newest = mark.signed();
        Optional<VersionMark> remembered = number.equals(newest.number())
                ? Optional.of(newest)
                : mark.before().filter(older -> older.number().equals(number));
        if (remembered.isEmpty()) {
            return Outcome.flawed(new SigningRefusal.OutOfTurn(number, newest.number()));
        }
        return remembered.get().is(version)
                ? Outcome.of(mark)
                : Outcome.flawed(new SigningRefusal.SignedOtherwise(number));
    }

    private static Outcome<HouseholdMark, SigningRefusal> terminal(HouseholdMark mark) {
        return Outcome.flawed(new SigningRefusal.Terminal(mark.end().orElseThrow()));
    }

    /** The record with every version of the peer revoked that is older than {@code newest}, by that secret if need be. */
    private static Outcome<HouseholdMark, SigningRefusal> learn(
            HouseholdMark mark, CommitmentNumber newest, Optional<PrivateKey> secret) {
        CommitmentNumber oldest = mark.oldestLive();
        if (!oldest.isBefore(newest)) {
            return Outcome.of(mark);
        }
        return secret.map(revealed -> learn(mark, oldest, revealed))
                .orElseGet(() -> Outcome.flawed(new SigningRefusal.StillLive(oldest)))
                .flatMap(known -> known.oldestLive().isBefore(newest)
                        ? Outcome.flawed(new SigningRefusal.StillLive(known.oldestLive()))
                        : Outcome.of(known));
    }

    private static Outcome<HouseholdMark, SigningRefusal> learn(
            HouseholdMark mark, CommitmentNumber number, PrivateKey secret) {
        return mark.before()
                .filter(version -> version.number().equals(number))
                .or(() -> Optional.of(mark.signed())
                        .filter(version -> version.number().equals(number)))
                .filter(version -> secret.publicKey().equals(version.point()))
                .flatMap(version -> mark.revoked().insert(number, secret))
                .<Outcome<HouseholdMark, SigningRefusal>>map(secrets -> Outcome.of(mark.with(secrets)))
                .orElseGet(() -> Outcome.flawed(new SigningRefusal.BadSecret(number)));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onRevocation(SigningOrder.Revocation order) {
        return on(order.deed(), order.successor(), self(), mark -> revocation(mark, order));
    }

    /** MUST 4.2: a secret is revealed only once the peer's valid signature on the next own version is durable. */
    private Outcome<HouseholdMark, SigningRefusal> revocation(HouseholdMark mark, SigningOrder.Revocation order) {
        CommitmentTx successor = order.successor();
        CommitmentNumber next = successor.version().number();
        CommitmentNumber newest = mark.own().number();
        if (!newest.isBefore(next)) {
            return next.equals(CommitmentNumber.ZERO)
                    ? Outcome.flawed(new SigningRefusal.OutOfTurn(next, newest))
                    : Outcome.of(mark);
        }
        if (mark.end().isPresent()) {
            return terminal(mark);
        }
        return Optional.<SigningRefusal>empty()
                .or(() -> next.equals(newest.next())
                        ? Optional.empty()
                        : Optional.of(new SigningRefusal.OutOfTurn(next, newest)))
                .or(() -> notCountersigned(successor, order.peers()))
                .or(() -> StateBounds.flawOf(mark.own(), successor, order.deed().terms(), mark.waiver()))
                .<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed)
                .orElseGet(() ->
                        Outcome.of(mark.revoking(VersionMark.of(successor)).after(successor)));
    }

    /** An own version with another point than the own one would be revoked by whoever knows that point's secret. */
    private Optional<SigningRefusal> notCountersigned(CommitmentTx version, Signature peers) {
        CommitmentNumber number = version.version().number();
        boolean fits = version.version().point().equals(side.pointAt(number)) && version.verify(peers, self().peer());
        return fits ? Optional.empty() : Optional.of(new SigningRefusal.NotCountersigned(number));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onOwnVersion(SigningOrder.OwnVersion order) {
        return on(order.deed(), order.version(), self(), mark -> ownVersion(mark, order));
    }

    private Outcome<HouseholdMark, SigningRefusal> ownVersion(HouseholdMark mark, SigningOrder.OwnVersion order) {
        CommitmentTx version = order.version();
        CommitmentNumber number = version.version().number();
        CommitmentNumber newest = mark.own().number();
        if (number.isBefore(newest)) {
            return Outcome.flawed(new SigningRefusal.Revoked(number));
        }
        if (newest.next().isBefore(number)) {
            return Outcome.flawed(new SigningRefusal.OutOfTurn(number, newest));
        }
        Optional<SigningRefusal> flaw = notCountersigned(version, order.peers())
                .or(() -> notOnRecord(mark, order))
                .or(() -> mark.published()
                        .filter(txid -> !txid.equals(version.txid()))
                        .map(txid -> new SigningRefusal.SecondSpend(
                                order.deed().wallet().outpoint(), txid)));
        return flaw.<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(mark.publishing(version.txid())));
    }

    /** The peer may have signed another content of the newest number, or one that leaves this household nothing. */
    private static Optional<SigningRefusal> notOnRecord(HouseholdMark mark, SigningOrder.OwnVersion order) {
        VersionMark own = mark.own();
        CommitmentTx version = order.version();
        if (!version.version().number().equals(own.number())) {
            return StateBounds.flawOf(own, version, order.deed().terms(), mark.waiver());
        }
        return own.mayBe(version) ? Optional.empty() : Optional.of(new SigningRefusal.SignedOtherwise(own.number()));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onClose(SigningOrder.Close order) {
        return on(
                order.deed(),
                mark -> ending(mark, TerminalMark.cooperativeClose())
                        .flatMap(ending -> learn(ending, mark.signed().number(), order.revoked()))
                        .flatMap(known -> CloseRules.flawOf(known, order, owner)
                                .<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed)
                                .orElseGet(() -> Outcome.of(known))));
    }

    /**
     * The record with that end; a published own version rules out an agreement, and not a ruling on what confirms.
     *
     * <p>MUST 6.2: the end is on the record before a signature over the wallet leaves.
     */
    private static Outcome<HouseholdMark, SigningRefusal> ending(HouseholdMark mark, TerminalMark end) {
        boolean other = mark.terminal().filter(earlier -> !earlier.allows(end)).isPresent();
        boolean published = mark.published().isPresent() && end.carriedOut().isEmpty();
        return other || (published && mark.terminal().isEmpty()) ? terminal(mark) : Outcome.of(mark.ending(end));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onRuledWallet(SigningOrder.RuledWallet order) {
        if (order.spend().household() != self()) {
            return Outcome.flawed(new SigningRefusal.NotMine("spend of another household"));
        }
        Optional<SigningRefusal> waived = held.flatMap(HouseholdMark::waiver)
                .filter(mark -> order.ruling().ruling().content().sequence() <= mark.sequence())
                .map(mark -> new SigningRefusal.Waived(mark.ruling()));
        if (waived.isPresent()) {
            return Outcome.flawed(waived.get());
        }
        List<Outpoint> wallet = List.of(order.deed().wallet().outpoint());
        return ruled(
                order.deed(),
                order.ruling(),
                proof -> proof.flawOf(order.spend()),
                wallet,
                order.spend().txid());
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onRuledBalance(SigningOrder.RuledBalance order) {
        List<Outpoint> outpoints =
                order.spend().spends().stream().map(Spend::outpoint).toList();
        return ruled(
                order.deed(),
                order.ruling(),
                proof -> proof.flawOf(order),
                outpoints,
                order.spend().txid());
    }

    private Outcome<HouseholdMark, SigningRefusal> ruled(
            ChannelDeed deed,
            RulingFile file,
            Function<RulingProof, Optional<SigningRefusal>> flaw,
            List<Outpoint> outpoints,
            Sha256Hash txid) {
        return on(
                deed,
                mark -> RulingProof.of(deed, file)
                        .flatMap(proof -> flaw.apply(proof)
                                .or(() -> notNewest(mark, file))
                                .<Outcome<RulingProof, SigningRefusal>>map(Outcome::flawed)
                                .orElseGet(() -> Outcome.of(proof)))
                        .flatMap(proof -> ending(
                                mark, TerminalMark.penalty(proof.verified().ruling())))
                        .flatMap(ending -> RulingProof.record(ending.ruled(), outpoints, txid)
                                .map(ending::with)));
    }

    /**
     * A ruling on an older state than the newest would take back what was paid since, and one on a receipt that a stolen node key
     * has signed would divide coins as no state ever did. What of a waived one is still to be carried out on a version that
     * confirmed, that version says.
     */
    private Optional<SigningRefusal> notNewest(HouseholdMark mark, RulingFile file) {
        Sha256Hash ruling = file.ruling().hash();
        if (mark.waiver().filter(waiver -> waiver.ruling().equals(ruling)).isPresent()) {
            return Optional.empty();
        }
        StateReceipt ruled = file.evidence().of(self()).receipt().content();
        VersionMark newest = mark.own();
        if (!ruled.own().number().equals(newest.number())) {
            return Optional.of(new SigningRefusal.NotProved(
                    "it is on " + ruled.own().number() + ", and the newest is " + newest.number()));
        }
        return ruled.balances().equals(newest.balances())
                ? Optional.empty()
                : Optional.of(
                        new SigningRefusal.NotProved("its receipt states other coins than the newest state holds"));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onWaiver(SigningOrder.Waiving order) {
        return on(
                order.deed(),
                mark -> RulingProof.of(order.deed(), order.ruling()).flatMap(proof -> waived(mark, order, proof)));
    }

    private Outcome<HouseholdMark, SigningRefusal> waived(
            HouseholdMark mark, SigningOrder.Waiving order, RulingProof proof) {
        Optional<SigningRefusal> flaw = proof.flawOf(order.waiver());
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        if (mark.waiver()
                .filter(waiver -> waiver.ruling().equals(proof.verified().hash()))
                .isPresent()) {
            return Outcome.of(mark);
        }
        if (mark.end().isPresent()) {
            return terminal(mark);
        }
        return notNext(mark, proof.verified().ruling().sequence())
                .or(() -> notOnNewest(mark, order.ruling()))
                .<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(mark.with(WaiverMark.of(proof))));
    }

    /** One at a time, and each only once. */
    private static Optional<SigningRefusal> notNext(HouseholdMark mark, int sequence) {
        return mark.waiver()
                .filter(waiver -> !waiver.isCarriedOut() || sequence <= waiver.sequence())
                .map(waiver -> new SigningRefusal.NoWaiver("ruling " + waiver.ruling() + " was waived before it"));
    }

    /** The producer's newest receipt may have been on its way when the utility ruled. */
    private Optional<SigningRefusal> notOnNewest(HouseholdMark mark, RulingFile file) {
        CommitmentNumber ruled =
                file.evidence().of(self()).receipt().content().own().number();
        boolean underWay =
                self() == Party.PRODUCER && ruled.next().equals(mark.own().number());
        return underWay ? Optional.empty() : notNewest(mark, file);
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onRuledUnits(SigningOrder.RuledUnits order) {
        return Outcome.flawed(new SigningRefusal.NotMine("claim of a replaced unit"));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onTowerJustice(SigningOrder.TowerJustice order) {
        return Outcome.flawed(new SigningRefusal.NotMine("justice for others"));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onClaim(SigningOrder.Claim order) {
        if (held.isEmpty() && isBoundTo(order.deed())) {
            return claim(HouseholdMark.recovered(order.deed().hash(), zero(order.deed())), order);
        }
        return on(order.deed(), mark -> claim(mark, order));
    }

    private Outcome<HouseholdMark, SigningRefusal> claim(HouseholdMark mark, SigningOrder.Claim order) {
        return isOwn(order)
                ? paysOwner(order.claim().spends(), order.claim().unsigned(), mark)
                : Outcome.flawed(new SigningRefusal.NotMine("claim by a branch of another"));
    }

    /** Without a justice key, that branch gives nothing but the own balance on a version that the peer has revoked. */
    private static boolean isOwn(SigningOrder.Claim order) {
        Set<Branch> branches = order.revoked().isPresent()
                ? Set.of(Branch.OWNER, Branch.JUSTICE)
                : Set.of(Branch.OWNER, Branch.DELIVERED, Branch.REFUNDED);
        return order.claim().spends().stream().map(Spend::branch).allMatch(branches::contains);
    }

    private Outcome<HouseholdMark, SigningRefusal> paysOwner(
            List<Spend> taken, Transaction unsigned, HouseholdMark mark) {
        Optional<SigningRefusal> flaw = pays(unsigned, owner.payout())
                ? FeeBounds.flawOf(owner.feeRate(), taken, unsigned)
                : Optional.of(new SigningRefusal.WrongPayee(self().name()));
        return flaw.<Outcome<HouseholdMark, SigningRefusal>>map(Outcome::flawed).orElseGet(() -> Outcome.of(mark));
    }

    static boolean pays(Transaction unsigned, Bytes payout) {
        return unsigned.outputs().stream().allMatch(output -> output.script().equals(payout));
    }

    @Override
    public Outcome<HouseholdMark, SigningRefusal> onJustice(SigningOrder.Justice order) {
        return on(order.deed(), order.version(), self().peer(), mark -> justice(mark, order));
    }

    private Outcome<HouseholdMark, SigningRefusal> justice(HouseholdMark mark, SigningOrder.Justice order) {
        CommitmentNumber number = order.version().version().number();
        Outcome<HouseholdMark, SigningRefusal> known = number.equals(mark.oldestLive())
                        && number.isBefore(mark.signed().number())
                ? learn(mark, number, order.secret())
                : Outcome.of(mark);
        return known.flatMap(learned -> isRevokedBy(learned, number, order.secret()) && takes(order)
                ? paysOwner(order.justice().spends(), order.justice().unsigned(), learned)
                : Outcome.flawed(new SigningRefusal.NotRevoked(number)));
    }

    private static boolean isRevokedBy(HouseholdMark mark, CommitmentNumber number, PrivateKey secret) {
        return mark.revoked().secretAt(number).filter(secret::equals).isPresent();
    }

    private static boolean takes(SigningOrder.Justice order) {
        Sha256Hash version = order.version().txid();
        return order.justice().spends().stream()
                .allMatch(spend -> spend.outpoint().txid().equals(version));
    }
}
