package org.gridbolt.channel.state;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.LookUp;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.FundingTx;

/**
 * What both households' sides of an opening amount to: the funding transaction, rebuilt here from what all have sent, and the
 * wallet it makes. It follows from the two sides, which is all that is stored of it.
 *
 * <p>MUST 3.4: each side rebuilds the funding transaction; the peer signs over the id of the same one or is refused.
 */
public final class FundingPlan {

    private final Opening opening;
    private final OpenChannel theirs;

    private final ChannelContext context;
    private final FundingTx funding;
    private final OwnPoints points;
    private final PeerPoints peerPoints;

    /** The plan of {@code opening} and the peer's side {@code theirs}, both checked. */
    public FundingPlan(Opening opening, OpenChannel theirs) {
        this.opening = opening;
        this.theirs = theirs;
        PublicSide keys = opening.keys();
        ChannelScripts scripts = Agreement.scripts(opening.terms().content(), keys.keys(), theirs.keys());
        this.funding = FundingTx.build(scripts, opening.contributions(theirs.contribution()));
        this.context = new ChannelContext(opening.profile(), keys, opening.terms(), funding.wallet());
        this.points = OwnPoints.at(CommitmentNumber.ZERO, keys);
        this.peerPoints = new PeerPoints(PublicKey.of(theirs.firstPoint()), PublicKey.of(theirs.secondPoint()));
    }

    /** This household's side. */
    public Opening opening() {
        return opening;
    }

    /** The peer's side. */
    public OpenChannel theirs() {
        return theirs;
    }

    /** What the channel will have agreed on. */
    public ChannelContext context() {
        return context;
    }

    /** The funding transaction. */
    public FundingTx funding() {
        return funding;
    }

    /** What the opening comes to. */
    Agreement agreement() {
        List<Outpoint> inputs =
                funding.inputs().stream().map(FundingInput::outpoint).toList();
        return new Agreement(opening.keyId(), opening.terms(), theirs.keys(), context.outpoint(), inputs);
    }

    /** Sends this household's signature on the peer's version 0. */
    ChannelAction signature() {
        SigningOrder.PeerVersion order = new SigningOrder.PeerVersion(
                context.deed(), version(context.peer(), peerPoints.current()), Optional.empty());
        return new SendSigned<>(context.peer(), new MessageDraft.Opening(order, funding.txid()));
    }

    /** Why the peer's signature cannot be relied on, if it cannot. */
    Optional<OpeningFlaw> flawOf(OpeningSigned message) {
        if (!message.fundingTxid().equals(funding.txid())) {
            return Optional.of(new OpeningFlaw.OtherFunding(funding.txid(), message.fundingTxid()));
        }
        boolean fits = version(context.self(), points.point()).verify(message.signature(), context.peer());
        return fits ? Optional.empty() : Optional.of(new OpeningFlaw.BadSignature(CommitmentNumber.ZERO));
    }

    /** Asks the chain for all coins of the funding. */
    LookUp lookUp() {
        return new LookUp(funding.inputs().stream().map(FundingInput::outpoint).toList());
    }

    /**
     * What is wrong with the coins, of which the chain now says {@code facts}, if anything. All were there at the first look: of
     * one that is not there any more, that it was spent is all that a node may still know.
     */
    Optional<OpeningFlaw> flawOf(Map<Outpoint, CoinFact> facts) {
        Map<Outpoint, CoinFact> now = new HashMap<>(facts);
        for (FundingInput input : funding.inputs()) {
            if (now.getOrDefault(input.outpoint(), CoinFact.UNKNOWN).equals(CoinFact.UNKNOWN)) {
                now.put(input.outpoint(), new CoinFact(new BlockCount(1), false));
            }
        }
        return opening.flawOf(theirs.contribution(), now);
    }

    private CommitmentTx version(Party owner, PublicKey point) {
        Ledger ledger = openingLedger();
        CommitmentVersion version = new CommitmentVersion(owner, CommitmentNumber.ZERO, point);
        return CommitmentTx.build(context.wallet(), version, ledger.balances(), ledger.outputs());
    }

    private Ledger openingLedger() {
        return Ledger.opening(context.terms().contributions());
    }

    /** What the utility is told once both hold the other's signature. */
    OpeningReported report() {
        boolean consumer = context.self() == Party.CONSUMER;
        return new OpeningReported(
                context.termsHash(),
                context.ring().consumer(),
                context.ring().producer(),
                consumer ? points.point() : peerPoints.current(),
                consumer ? peerPoints.current() : points.point(),
                context.outpoint(),
                opening.utility().isPresent() ? contributions() : List.of());
    }

    private List<FundingContribution> contributions() {
        return opening.contributions(theirs.contribution()).stream()
                .sorted(Comparator.comparing(FundingContribution::party))
                .toList();
    }

    /** The commitments of version 0, with the peer's signature on the own one. */
    Commitments commitments(Signature peers) {
        Ledger ledger = openingLedger();
        OwnVersion own = new OwnVersion(CommitmentNumber.ZERO, Clock.START, ledger, peers);
        PeerVersion peer = new PeerVersion(CommitmentNumber.ZERO, Clock.START, ledger);
        return Commitments.opening(own, peer, points, peerPoints, context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FundingPlan plan && opening.equals(plan.opening) && theirs.equals(plan.theirs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(opening.keyId(), theirs);
    }

    @Override
    public String toString() {
        return "FundingPlan of " + funding.txid();
    }
}
