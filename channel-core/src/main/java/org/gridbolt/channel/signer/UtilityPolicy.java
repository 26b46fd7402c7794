package org.gridbolt.channel.signer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Outcome;

/**
 * What the utility's signer allows. Under one ruling, and never under a second one, it signs at most one spend of the wallet and
 * one of each output of what confirmed instead; a delivered unit it takes for the producer alone; justice only against what
 * receipts of both households have superseded, and for the victim alone. What it takes for others goes to them, but for a bounded fee.
 */
final class UtilityPolicy implements SigningOrder.Judge<Outcome<UtilityMark, SigningRefusal>> {

    private final PublicKey nodeKey;
    private final FeeRate feeRate;
    private final PublicSide side;
    private final Optional<UtilityMark> held;

    UtilityPolicy(PublicKey nodeKey, FeeRate feeRate, PublicSide side, Optional<UtilityMark> held) {
        this.nodeKey = nodeKey;
        this.feeRate = feeRate;
        this.side = side;
        this.held = held;
    }

    private Outcome<UtilityMark, SigningRefusal> on(
            ChannelDeed deed, Function<UtilityMark, Outcome<UtilityMark, SigningRefusal>> decision) {
        boolean own = deed.isConsistent()
                && deed.wallet().scripts().keys().utility().equals(side.keys())
                && deed.signedTerms().isSignedBy(nodeKey);
        UtilityMark mark = held.orElseGet(() -> UtilityMark.first(deed.hash()));
        return own && mark.deed().equals(deed.hash())
                ? decision.apply(mark)
                : Outcome.flawed(new SigningRefusal.OtherChannel("other terms, keys or funding"));
    }

    private static <T> Outcome<T, SigningRefusal> notMine(String kind) {
        return Outcome.flawed(new SigningRefusal.NotMine(kind));
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onPeerVersion(SigningOrder.PeerVersion order) {
        return notMine("version of a household");
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onRevocation(SigningOrder.Revocation order) {
        return notMine("revocation");
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onOwnVersion(SigningOrder.OwnVersion order) {
        return notMine("version of a household");
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onClose(SigningOrder.Close order) {
        return notMine("cooperative close");
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onJustice(SigningOrder.Justice order) {
        return notMine("justice of a household");
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onRuledWallet(SigningOrder.RuledWallet order) {
        Optional<SigningRefusal> waived = waived().filter(
                        mark -> order.ruling().ruling().content().sequence() <= mark.sequence())
                .map(mark -> new SigningRefusal.Waived(mark.ruling()));
        if (waived.isPresent()) {
            return Outcome.flawed(waived.get());
        }
        return ruled(
                order.deed(),
                order.ruling(),
                proof -> proof.flawOf(order.spend()),
                List.of(order.deed().wallet().outpoint()),
                order.spend().txid());
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onRuledBalance(SigningOrder.RuledBalance order) {
        return ruled(
                order.deed(),
                order.ruling(),
                proof -> proof.flawOf(order),
                outpoints(order.spend()),
                order.spend().txid());
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onRuledUnits(SigningOrder.RuledUnits order) {
        return ruled(
                order.deed(),
                order.ruling(),
                proof -> proof.flawOf(order),
                outpoints(order.claim()),
                order.claim().txid());
    }

    private static List<Outpoint> outpoints(ClaimTx claim) {
        return claim.spends().stream().map(Spend::outpoint).toList();
    }

    private Outcome<UtilityMark, SigningRefusal> ruled(
            ChannelDeed deed,
            RulingFile file,
            Function<RulingProof, Optional<SigningRefusal>> flaw,
            List<Outpoint> outpoints,
            Sha256Hash txid) {
        return on(
                deed,
                mark -> RulingProof.of(deed, file).flatMap(proof -> {
                    Sha256Hash ruling = proof.verified().hash();
                    return otherRuling(mark, ruling)
                            .or(() -> flaw.apply(proof))
                            .<Outcome<UtilityMark, SigningRefusal>>map(Outcome::flawed)
                            .orElseGet(() -> RulingProof.record(mark.spends(), outpoints, txid)
                                    .map(spends -> mark.under(ruling, spends)));
                }));
    }

    private static Optional<SigningRefusal> otherRuling(UtilityMark mark, Sha256Hash ruling) {
        return mark.ruling()
                .filter(earlier -> !earlier.equals(ruling))
                .map(earlier -> new SigningRefusal.Terminal("the ruling " + earlier + " is carried out"));
    }

    private Optional<UtilityMark.Waived> waived() {
        return held.flatMap(UtilityMark::waived);
    }

    /** From here the wallet is never divided by that ruling, nor by one before it. MUST 6.3. */
    @Override
    public Outcome<UtilityMark, SigningRefusal> onWaiver(SigningOrder.Waiving order) {
        return on(
                order.deed(),
                mark -> RulingProof.of(order.deed(), order.ruling()).flatMap(proof -> waived(mark, order, proof)));
    }

    private static Outcome<UtilityMark, SigningRefusal> waived(
            UtilityMark mark, SigningOrder.Waiving order, RulingProof proof) {
        Ruling ruling = proof.verified().ruling();
        boolean same = mark.waived()
                .filter(earlier -> earlier.ruling().equals(ruling.hash()))
                .isPresent();
        if (same) {
            return Outcome.of(mark);
        }
        return proof.flawOf(order.waiver())
                .or(() -> mark.ruling()
                        .map(signed -> new SigningRefusal.Terminal("ruling " + signed + " is carried out")))
                .or(() -> mark.waived()
                        .filter(earlier -> ruling.sequence() <= earlier.sequence())
                        .map(earlier -> new SigningRefusal.Waived(earlier.ruling())))
                .<Outcome<UtilityMark, SigningRefusal>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(mark.waiving(ruling)));
    }

    /** A delivered unit that the producer has left, for the producer. */
    @Override
    public Outcome<UtilityMark, SigningRefusal> onClaim(SigningOrder.Claim order) {
        boolean units = order.claim().spends().stream().allMatch(spend -> spend.branch() == Branch.REPLACED);
        boolean producers =
                HouseholdPolicy.pays(order.claim().unsigned(), order.deed().payout(Party.PRODUCER));
        if (!units || !producers) {
            return Outcome.flawed(new SigningRefusal.WrongPayee(Party.PRODUCER.name()));
        }
        Optional<SigningRefusal> burnt =
                FeeBounds.flawOf(feeRate, order.claim().spends(), order.claim().unsigned());
        if (burnt.isPresent()) {
            return Outcome.flawed(burnt.get());
        }
        return on(
                order.deed(),
                mark -> RulingProof.record(mark.spends(), outpoints(order.claim()), UtilityMark.FOR_PRODUCER)
                        .map(mark::with));
    }

    @Override
    public Outcome<UtilityMark, SigningRefusal> onTowerJustice(SigningOrder.TowerJustice order) {
        return on(
                order.deed(),
                mark -> flawOf(order)
                        .<Outcome<UtilityMark, SigningRefusal>>map(Outcome::flawed)
                        .orElseGet(() -> Outcome.of(mark)));
    }

    private Optional<SigningRefusal> flawOf(SigningOrder.TowerJustice order) {
        CommitmentTx version = order.version();
        Party owner = version.version().owner();
        boolean takes = version.wallet().equals(order.deed().wallet())
                && order.secret().publicKey().equals(version.version().point())
                && order.justice().spends().stream()
                        .allMatch(spend -> spend.outpoint().txid().equals(version.txid()));
        if (!takes || !isSuperseded(order)) {
            return Optional.of(new SigningRefusal.NotRevoked(version.version().number()));
        }
        boolean victims =
                HouseholdPolicy.pays(order.justice().unsigned(), order.deed().payout(owner.peer()));
        return victims
                ? FeeBounds.flawOf(
                        feeRate, order.justice().spends(), order.justice().unsigned())
                : Optional.of(new SigningRefusal.WrongPayee(owner.peer().name()));
    }

    /**
     * The owner has a newer version, and the victim knows this one at least: its receipt lags by one.
     *
     * <p>MUST 4.8: superseded in receipts of both sides.
     */
    private static boolean isSuperseded(SigningOrder.TowerJustice order) {
        CommitmentNumber number = order.version().version().number();
        Party owner = order.version().version().owner();
        return isReceipt(order.owners(), owner, order.deed())
                && isReceipt(order.victims(), owner.peer(), order.deed())
                && number.isBefore(order.owners().content().own().number())
                && !order.victims().content().peer().number().isBefore(number);
    }

    private static boolean isReceipt(Signed<StateReceipt> receipt, Party side, ChannelDeed deed) {
        return receipt.content().side() == side
                && receipt.content().channel().equals(deed.ref())
                && receipt.isSignedBy(deed.terms().identity().nodeKey(side));
    }
}
