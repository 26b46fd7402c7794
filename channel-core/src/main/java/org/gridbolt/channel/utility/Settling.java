package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.justice.Finding;
import org.gridbolt.penalty.justice.Sighting;
import org.gridbolt.penalty.justice.TowerDuty;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.SignedSpends;

/**
 * The wallet is spent in the chain. The watchtower punishes what was revoked; on a standing version a ruling is carried out,
 * and a delivered unit is taken for a producer that sleeps; then all is left alone until it is buried. A reorganisation that undoes the spend leads back to the state before.
 *
 * @param before the state in which the wallet was spent; its channel's watchtower has the spend
 * @param forfeit the consumer's signature on the spend of the producer's balance, where a version confirmed before the penalty
 */
public record Settling(OpenState before, Optional<Signature> forfeit) implements UtilityState {

    static UtilityTransition of(OpenState state, Spent event) {
        UtilityChannel channel = state.channel();
        Watchtower tower = channel.tower().spent(event.spender(), event.height(), channel.unitsEverIssued());
        Settling next = new Settling(state.with(channel.with(tower)), Optional.empty());
        Notice.WalletSpent notice =
                new Notice.WalletSpent(next.purpose(), event.spender().txid(), event.height());
        return UtilityTransition.to(next, new Report(notice)).and(next.alarms()).and(next.guard());
    }

    /** What the households, or somebody with the utility's own key, took by spending the wallet like that. */
    private List<ChannelAction> alarms() {
        if (before.isForgetful()) {
            return List.of();
        }
        List<ChannelAction> alarms = new ArrayList<>();
        TowerDuty duty = channel().context().duty();
        channel()
                .tower()
                .withheld()
                .ifPresent(
                        share -> alarms.add(new Report(new Notice.ShareWithheld(share.due(duty), share.paid(duty)))));
        boolean own = Optional.of(spender().txid())
                .equals(Optional.ofNullable(
                        channel().bench().signed().spends().get(duty.wallet().outpoint())));
        if (isByRuling() && !own) {
            alarms.add(new Report(new Notice.NotSignedHere(spender().txid())));
        }
        return alarms;
    }

    /** The channel. */
    public UtilityChannel channel() {
        return before.channel();
    }

    @Override
    public Journal journal() {
        return before.journal();
    }

    private Settling with(UtilityChannel next) {
        return new Settling(before.with(next), forfeit);
    }

    /** By what kind of transaction the wallet was spent. */
    public Purpose purpose() {
        Finding finding = channel().tower().finding().orElseThrow();
        if (finding instanceof Finding.Settled settled) {
            return settled.pair() == Branch.CONSUMER_AND_PRODUCER
                    ? Purpose.CLOSE
                    : before.ruled().map(Executing::purposeOf).orElse(Purpose.PENALTY);
        }
        return Purpose.COMMITMENT;
    }

    /** Whether one household and somebody with the utility's key spent the wallet. */
    private boolean isByRuling() {
        return purpose() == Purpose.PENALTY || purpose() == Purpose.ARBITRATED;
    }

    /** What the ruling takes from the producer that is carried out, or is to be: on the wallet, or on the version that confirmed. */
    public Optional<Forfeit> taken() {
        return isByRuling()
                ? before.ruled()
                        .flatMap(file -> RulingMaker.verified(channel(), file))
                        .map(ruling -> Forfeit.of(ruling, ruling.onVersionOf(ruling.signer())))
                : claims().flatMap(ChainClaims::taken);
    }

    /** The transaction that spent the wallet. */
    public Transaction spender() {
        return channel().tower().sighting().map(Sighting::spender).orElseThrow();
    }

    /** What is to be watched, and what is to be published now. */
    private List<ChannelAction> guard() {
        List<ChannelAction> actions = new ArrayList<>();
        channel().tower().watched().forEach(outpoint -> actions.add(new Watch(outpoint)));
        claims().map(ChainClaims::awaited)
                .ifPresent(awaited -> awaited.forEach(outpoint -> actions.add(new Watch(outpoint))));
        forfeited().ifPresent(actions::add);
        actions.addAll(publications());
        return actions;
    }

    /** Justice and claims, worked out again at every block. */
    private List<ChannelAction> publications() {
        List<ChannelAction> actions = new ArrayList<>();
        justice().ifPresent(actions::add);
        claims().map(ChainClaims::due).ifPresent(actions::addAll);
        return actions;
    }

    /** Who may have forgotten that the version is revoked claims nothing on it. */
    private Optional<ChainClaims> claims() {
        return before.isForgetful() ? Optional.empty() : ChainClaims.of(before);
    }

    private Optional<ChannelAction> forfeited() {
        return forfeit.flatMap(signature -> claims().flatMap(claims -> claims.forfeited(signature)));
    }

    private Optional<ChannelAction> justice() {
        UtilityContext context = channel().context();
        return channel()
                .tower()
                .due(channel().tip(), context.profile().feeRate())
                .map(found -> new SigningOrder.TowerJustice(
                        context.deed(),
                        found.justice(),
                        found.version(),
                        found.secret(),
                        found.owners(),
                        found.victims()))
                .map(order ->
                        new PublishSigned<>(Purpose.JUSTICE, new TransactionDraft.Whole(order), Optional.empty()));
    }

    @Override
    public UtilityTransition resume() {
        return UtilityTransition.to(this, new Watch(channel().context().wallet().outpoint()))
                .and(again(Party.CONSUMER))
                .and(again(Party.PRODUCER))
                .and(guard());
    }

    /** The spend of the wallet stands in the chain, whatever was forgotten; the claims that were under way are given up. */
    @Override
    public Optional<UtilityTransition> restored() {
        Notice notice = new Notice.Terminal("restored from a backup: only the watchtower goes on");
        Settling next = new Settling(new Guarding(channel()), Optional.empty());
        return Optional.of(next.resume().after(List.of(new Report(notice))));
    }

    /** What a household is told when it can be reached again: the ruling too, to help to carry it out or to understand it. */
    private List<ChannelAction> again(Party party) {
        List<ChannelAction> actions =
                new ArrayList<>(before.isForgetful() ? Replay.revealed(party, channel()) : Replay.to(party, channel()));
        before.ruled()
                .filter(ruling -> forfeit.isEmpty() && (isOpenToRulings() || isByRuling()))
                .ifPresent(ruling -> actions.add(new Send(party, new RulingIssued(ruling))));
        return actions;
    }

    @Override
    public UtilityTransition onTick(Tick event) {
        Settling next = with(channel().at(event.tip()));
        if (next.isOver()) {
            return UtilityTransition.to(new Closed(next), new Report(new Notice.Closed()));
        }
        UtilityTransition judged = next.judged();
        Settling recorded = ((Settling) judged.next()).recorded();
        return new UtilityTransition(recorded, judged.actions()).and(recorded.guard());
    }

    /** This state with the claim of the replaced units on record, once it can be made: of each output there is one spend. */
    private Settling recorded() {
        return claims().flatMap(ChainClaims::replacement)
                .flatMap(claim -> channel().bench().signed().with(claim))
                .map(spends -> with(channel().with(channel().bench().signing(spends))))
                .orElse(this);
    }

    /** A unit may fail after a version was published: the ruling is made as if it stood, and carried out on its outputs. */
    private UtilityTransition judged() {
        return due().map(this::judged).orElseGet(this::stay);
    }

    private Optional<RulingFile> due() {
        boolean settled = before instanceof Executing
                || before instanceof Waived
                || before.isForgetful()
                || forfeit.isPresent()
                || !isOpenToRulings();
        boolean stands = before.ruled()
                .filter(ruling -> Judged.isOnNewest(ruling, channel()))
                .isPresent();
        return settled || stands ? Optional.empty() : RulingMaker.due(channel());
    }

    private UtilityTransition judged(RulingFile ruling) {
        UtilityTransition issued = Trading.ruled(channel(), ruling);
        return new UtilityTransition(new Settling((OpenState) issued.next(), forfeit), issued.actions());
    }

    /** Whether what confirmed is a version that a ruling can be carried out on, be it known to the utility or not. */
    private boolean isOpenToRulings() {
        Finding finding = channel().tower().finding().orElseThrow();
        return finding instanceof Finding.Standing
                || (finding instanceof Finding.Unexplained unexplained && !unexplained.revoked());
    }

    private boolean isOver() {
        BlockCount irrevocable = channel().context().terms().depths().irrevocable();
        BlockHeight tip = channel().tip();
        boolean buried = channel().tower().sighting().orElseThrow().spent().values().stream()
                .allMatch(spent -> tip.value() - spent.value() >= irrevocable.value());
        boolean awaiting =
                claims().filter(claims -> !claims.awaited().isEmpty()).isPresent();
        return buried && !awaiting && channel().tower().isOver(tip);
    }

    @Override
    public UtilityTransition onSpent(Spent event) {
        if (event.outpoint().equals(channel().context().wallet().outpoint())) {
            return of(before, event);
        }
        return towards(channel().tower().outputSpent(event.outpoint(), event.height()));
    }

    @Override
    public UtilityTransition onUnspent(Unspent event) {
        Outpoint outpoint = event.outpoint();
        if (outpoint.equals(channel().context().wallet().outpoint())) {
            OpenState undone = before.with(channel().with(channel().tower().unspent()));
            return UtilityTransition.to(undone).and(undone.resume().actions());
        }
        return towards(channel().tower().outputUnspent(outpoint));
    }

    private UtilityTransition towards(Watchtower tower) {
        return UtilityTransition.to(with(channel().with(tower)));
    }

    /** A secret that comes late may still show that what was published is revoked, and a receipt what is to be ruled on. */
    @Override
    public UtilityTransition reported(Party from, StateReported message) {
        UtilityChannel told = Reports.take(channel(), from, message).channel();
        Sighting seen = channel().tower().sighting().orElseThrow();
        Watchtower tower =
                told.tower().spent(seen.spender(), seen.height(), channel().unitsEverIssued());
        return told(told.with(tower));
    }

    /** A delivery that the chain settles is still revealed: the producer needs the preimage to claim. */
    @Override
    public UtilityTransition measured(Party from, MeterReported message) {
        return before.isForgetful()
                ? unexpected(from, message.kind())
                : Readings.take(channel(), message.reading()).fold(this::told, flaw -> refuse(from, flaw));
    }

    @Override
    public UtilityTransition silent(Party from, SilenceReported message) {
        return before.isForgetful()
                ? unexpected(from, message.kind())
                : Silences.take(channel(), message.silence()).fold(this::told, flaw -> refuse(from, flaw));
    }

    /** What follows from a change, if it is one: nothing is acknowledged any more, and no unit's file is closed that the chain may need. */
    private UtilityTransition told(UtilityChannel changed) {
        if (changed.equals(channel())) {
            return stay();
        }
        List<ChannelAction> told = Routine.told(channel(), changed);
        UtilityTransition judged = with(changed).judged();
        Settling recorded = ((Settling) judged.next()).recorded();
        return new UtilityTransition(recorded, judged.actions()).after(told).and(recorded.guard());
    }

    /** Nobody else may have an interest in telling it: where nothing is taken from the producer's balance, the consumer signs nothing. */
    @Override
    public UtilityTransition told(PointReported message) {
        Watchtower tower = channel().tower().told(message.point(), channel().unitsEverIssued());
        UtilityChannel changed = channel().with(tower);
        return changed.equals(channel()) ? stay() : told(changed);
    }

    @Override
    public UtilityTransition wanted(Party from) {
        Finding finding = channel().tower().finding().orElseThrow();
        if (finding instanceof Finding.Standing standing) {
            return UtilityTransition.to(this, told(from, standing.commitment()));
        }
        return finding instanceof Finding.Revoked revoked
                ? UtilityTransition.to(this, told(from, revoked.commitment()))
                : stay();
    }

    private static Send told(Party to, CommitmentTx version) {
        return new Send(to, new VersionTold(version.version().point(), version.units()));
    }

    /** The consumer signed for the producer's balance: recorded before the utility's own signature leaves. */
    @Override
    public UtilityTransition forfeited(Party from, ForfeitSigned message) {
        Watchtower tower = channel().tower().told(message.point(), channel().unitsEverIssued());
        return with(channel().with(tower)).forfeitedBy(from, message);
    }

    private UtilityTransition forfeitedBy(Party from, ForfeitSigned message) {
        Optional<ClaimTx> claim = claims().flatMap(claims -> claims.forfeit()
                .filter(found -> from == Party.CONSUMER
                        && message.txid().equals(found.txid())
                        && claims.isConsumers(found, message.signature())));
        if (claim.isEmpty()) {
            return refuse(from, new ReportFlaw.NotThePenalty());
        }
        return channel()
                .bench()
                .signed()
                .with(claim.get())
                .map(recorded -> execute(recorded, message.signature()))
                .orElseGet(() -> refuse(from, new ReportFlaw.SignedAlready()));
    }

    private UtilityTransition execute(SignedSpends recorded, Signature consumers) {
        UtilityChannel marked = channel().with(channel().bench().signing(recorded));
        Settling next = new Settling(before.with(marked), Optional.of(consumers)).recorded();
        return new UtilityTransition(next, next.guard());
    }

    /** The consumer signed a penalty that another spend has overtaken. */
    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        return stay();
    }

    /** What confirmed decides: the ruling is carried out on its outputs, or they hold nothing of it. */
    @Override
    public UtilityTransition waived(Party from, WaiverGiven message) {
        return stay();
    }

    @Override
    public UtilityTransition onConnected(Connected event) {
        return new UtilityTransition(this, again(event.party()));
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        return stay();
    }
}
