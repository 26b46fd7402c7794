package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Disconnect;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.Command.Measured;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.channel.message.VersionWanted;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.UnitVerdict;

/**
 * The wallet is spent in the chain: CLOSING_LOCAL, CLOSING_REMOTE, JUSTICE, COOP or RULED, by the {@link SpendKind}, and
 * BURYING once nothing is left to claim. Every claim is worked out again at every block from what spent the wallet, until the
 * last output is buried; a reorganisation that takes the spend back leads to the state before.
 *
 * @param before the state that the spend ended
 * @param spender what spent the wallet
 * @param taken the outputs of the spender that were spent in their turn
 */
public record Resolving(Funded before, WalletSpender spender, Map<Outpoint, Taken> taken) implements ChannelState {

    public Resolving {
        taken = Map.copyOf(taken);
    }

    /** The step into this state. */
    static Transition of(Funded before, Spent event) {
        WalletSpender spender = WalletSpender.recognise(before, event.spender(), event.height());
        Resolving next = new Resolving(before, spender, Map.of());
        Notice spent =
                new Notice.WalletSpent(spender.kind().purpose(), event.spender().txid(), event.height());
        return Transition.to(next, new Report(spent))
                .and(next.ruledUnits())
                .and(next.watches())
                .and(next.claims())
                .and(Forfeits.signature(next))
                .and(next.untold())
                .and(next.wanted())
                .then(Frauds.told(next));
    }

    /** Whether it is a version that this household cannot read: it went on with a backup, which was older. */
    private boolean isUnread() {
        boolean version = spender.kind().purpose() == Purpose.COMMITMENT;
        return version && before instanceof DataLoss && commitment().isEmpty();
    }

    private List<ChannelAction> wanted() {
        return isUnread()
                ? List.of(new Send(Party.UTILITY, new VersionWanted()), new Send(self().peer(), new VersionWanted()))
                : List.of();
    }

    @Override
    public Transition onVersionWanted(VersionWanted message) {
        return commitment()
                .map(version -> new VersionTold(version.version().point(), version.units()))
                .map(told -> Transition.to(this, new Send(self().peer(), told)))
                .orElseGet(this::stay);
    }

    /** Whoever told it: a wrong answer rebuilds nothing, and is asked for again. */
    @Override
    public Transition onVersionTold(VersionTold message) {
        if (!isUnread() || !(before instanceof DataLoss loss)) {
            return stay();
        }
        Resolving told = new Resolving(loss.told(StatedVersion.of(message)), spender, taken);
        return told.isUnread()
                ? stay()
                : Transition.to(told).and(told.watches()).and(told.claims());
    }

    /** The point of a version that was on the way to the next state, and that no receipt has told the utility. */
    private List<ChannelAction> untold() {
        StateReceipt told = channel().commitments().receipts().own().content();
        return commitment()
                .map(version -> version.version().point())
                .filter(point -> !point.equals(told.own().point())
                        && !point.equals(told.peer().point()))
                .filter(point -> spender.kind() == SpendKind.OWN_VERSION || spender.kind() == SpendKind.PEER_VERSION)
                .<ChannelAction>map(point -> new Send(Party.UTILITY, new PointReported(point)))
                .stream()
                .toList();
    }

    /** What a ruling that is carried out makes of the units that it is about. */
    private List<ChannelAction> ruledUnits() {
        if (!isRuled() || !(before instanceof Ruled ruled)) {
            return List.of();
        }
        List<ChannelAction> reports = new ArrayList<>();
        for (UnitVerdict verdict : ruled.verified().ruling().verdicts()) {
            channel()
                    .units()
                    .find(verdict.unit())
                    .map(unit -> new Notice.UnitEnded(
                            unit.number(), outcome(verdict), unit.ticket().amount()))
                    .ifPresent(ended -> reports.add(new Report(ended)));
        }
        return reports;
    }

    private boolean isRuled() {
        return spender.kind() == SpendKind.PENALTY || spender.kind() == SpendKind.ARBITRATED;
    }

    private static UnitOutcome outcome(UnitVerdict verdict) {
        return switch (verdict.verdict()) {
            case DELIVERED -> UnitOutcome.SETTLED;
            case DEFAULT -> UnitOutcome.REPLACED;
            case CANCELLED -> UnitOutcome.REFUNDED;
        };
    }

    /** The channel. */
    Channel channel() {
        return before.channel();
    }

    @Override
    public Party self() {
        return before.self();
    }

    /** The spender as a commitment, if it is one. */
    Optional<CommitmentTx> commitment() {
        Optional<StatedVersion> stated = before instanceof DataLoss loss ? loss.stated() : Optional.empty();
        return spender.commitment(channel(), stated);
    }

    private Optional<Claims> claimable() {
        return commitment()
                .map(commitment -> new Claims(channel(), commitment, spender.height(), revokedSecret(commitment)));
    }

    private Optional<PrivateKey> revokedSecret(CommitmentTx commitment) {
        return spender.kind() == SpendKind.REVOKED_VERSION
                ? WalletSpender.secret(channel(), commitment.version().number())
                : Optional.empty();
    }

    private List<ChannelAction> watches() {
        List<ChannelAction> watches = new ArrayList<>();
        watches.add(new Watch(channel().context().outpoint()));
        claimable().ifPresent(claims -> claims.watched().forEach(watched -> watches.add(new Watch(watched))));
        return watches;
    }

    private List<ChannelAction> claims() {
        return claimable().map(this::claims).orElse(List.of());
    }

    private List<ChannelAction> claims(Claims claims) {
        List<ChannelAction> publications = new ArrayList<>();
        claims.justice(taken.keySet()).ifPresent(justice -> publications.add(publish(Purpose.JUSTICE, justice)));
        claims.due(taken.keySet()).forEach(claim -> publications.add(publish(Purpose.CLAIM, claim)));
        return publications;
    }

    private static ChannelAction publish(Purpose purpose, SigningOrder<Transaction> order) {
        return new PublishSigned<>(purpose, new TransactionDraft.Whole(order), Optional.empty());
    }

    @Override
    public Transition resume() {
        return Transition.to(this)
                .and(before.newestShown())
                .and(watches())
                .and(claims())
                .and(wanted());
    }

    Resolving with(Channel next) {
        return new Resolving(before.with(next), spender, taken);
    }

    private Resolving with(Map<Outpoint, Taken> next) {
        return new Resolving(before, spender, next);
    }

    @Override
    public Transition onTick(Tick event) {
        Resolving ticked = with(channel().at(event.tip()));
        return ticked.isBuried()
                ? Transition.to(new Closed(self(), channel().journal()), new Report(new Notice.Closed()))
                : Transition.to(ticked)
                        .and(ticked.claims())
                        .and(ticked.untold())
                        .and(ticked.wanted())
                        .and(Meters.due(ticked.channel()));
    }

    private boolean isBuried() {
        List<Outpoint> awaited =
                claimable().map(claims -> claims.awaited(taken.keySet())).orElse(List.of());
        return isDeep(spender.height())
                && !isUnread()
                && awaited.stream()
                        .allMatch(outpoint -> taken.containsKey(outpoint)
                                && isDeep(taken.get(outpoint).height()));
    }

    private boolean isDeep(BlockHeight height) {
        int depth = channel().tip().value() - height.value() + 1;
        return depth >= channel().context().terms().depths().irrevocable().value();
    }

    @Override
    public Transition onSpent(Spent event) {
        if (before.isWallet(event.outpoint())) {
            return of(before, event);
        }
        Optional<CommitmentOutput> output = commitment().flatMap(commitment -> outputAt(commitment, event.outpoint()));
        boolean suspect = output.filter(found -> Frauds.isSuspect(found, witness(event), self()))
                .isPresent();
        Map<Outpoint, Taken> more = new LinkedHashMap<>(taken);
        more.put(event.outpoint(), new Taken(event.height(), event.spender(), suspect));
        Resolving next = with(more);
        return Transition.to(next)
                .and(output.flatMap(found -> ended(found, event)).stream().toList())
                .then(Frauds.told(next));
    }

    private static Optional<CommitmentOutput> outputAt(CommitmentTx commitment, Outpoint outpoint) {
        return commitment.outputs().stream()
                .filter(output -> commitment.unsigned().outpoint(output.index()).equals(outpoint))
                .findFirst();
    }

    /** How the unit of {@code output} ended, as the branch shows by which somebody took it. */
    private Optional<ChannelAction> ended(CommitmentOutput output, Spent event) {
        if (!(output.role() instanceof CommitmentOutput.Unit pending)) {
            return Optional.empty();
        }
        UnitOutcome outcome = switch (UnitScript.branchTaken(witness(event))) {
            case DELIVERED -> UnitOutcome.SETTLED;
            case REPLACED -> UnitOutcome.REPLACED;
            default -> UnitOutcome.REFUNDED;
        };
        return channel()
                .units()
                .those(unit -> unit.ticket().hash().equals(pending.unit().hash()))
                .findFirst()
                .map(unit -> new Report(new Notice.UnitEnded(
                        unit.number(), outcome, unit.ticket().amount())));
    }

    private static List<Bytes> witness(Spent event) {
        return event.spender()
                .inputSpending(event.outpoint())
                .map(input -> event.spender().inputs().get(input).witness())
                .orElse(List.of());
    }

    /**
     * The spend is undone: what the state before would do after a restart is what is to be done. What the peer said meanwhile was
     * not heard, so a channel that runs again begins with a new connection.
     */
    @Override
    public Transition onUnspent(Unspent event) {
        if (before.isWallet(event.outpoint())) {
            Transition resumed = before.resume();
            return before instanceof Running ? resumed.and(new Disconnect(self().peer())) : resumed;
        }
        Map<Outpoint, Taken> fewer = new LinkedHashMap<>(taken);
        fewer.remove(event.outpoint());
        return Transition.to(with(fewer));
    }

    @Override
    public Transition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    public Transition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    public Transition onCoinsFound(CoinsFound event) {
        return stay();
    }

    /** Claims are offered at every block: that the node has them already, or that another was first, is no news. */
    @Override
    public Transition onRefused(Refused event) {
        return stay();
    }

    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        Resolving learned = with(Reveals.learn(channel(), message));
        return Transition.to(learned)
                .and(learned.watches())
                .and(learned.claims())
                .then(Frauds.told(learned));
    }

    /**
     * A ruling that arrives after its penalty did, or after a version: the spend is looked at again, and the consumer helps to
     * take what the ruling takes of the version that confirmed.
     */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        if (isWaived(message)) {
            return Transition.to(this).and(Forfeits.signature(this));
        }
        if (before instanceof Ruled ruled) {
            boolean same = message.file().equals(ruled.ruling().value());
            return same ? Transition.to(this).and(Forfeits.signature(this)) : remembering(message);
        }
        if (!(before instanceof Running || before instanceof ClosingLocal) || !isOpenToRulings()) {
            return remembering(message);
        }
        Judgement judgement = new Judgement(channel(), message.file());
        if (judgement.isOnOwnWord()) {
            return remembering(message);
        }
        return judgement.ruled().fold(this::ruled, refusal -> refused(judgement, refusal));
    }

    private boolean isWaived(RulingIssued message) {
        return GivenWaiver.open(channel())
                .filter(given -> given.file().equals(message.file()))
                .isPresent();
    }

    private Transition refused(Judgement judgement, CosignRefusal refusal) {
        Resolving next = with(judgement.remembering(refusal));
        return Transition.to(next).and(judgement.answers(refusal)).then(Frauds.told(next.recognisedAgain()));
    }

    /** Nothing is signed for it, and it may be fraud all the same, or explain who spent the wallet. */
    private Transition remembering(RulingIssued message) {
        Judgement judgement = new Judgement(channel(), message.file());
        CosignRefusal refusal = judgement
                .ruled()
                .fold(ruled -> new CosignRefusal.Bound("the wallet is spent"), (CosignRefusal flaw) -> flaw);
        return refused(judgement, refusal);
    }

    private Resolving recognisedAgain() {
        return new Resolving(before, WalletSpender.recognise(before, spender.transaction(), spender.height()), taken);
    }

    private boolean isOpenToRulings() {
        return switch (spender.kind()) {
            case ROGUE, OWN_VERSION, PEER_VERSION -> true;
            case COOPERATIVE, PENALTY, ARBITRATED, REVOKED_VERSION -> false;
        };
    }

    private Transition ruled(Ruled ruled) {
        WalletSpender again = WalletSpender.recognise(ruled, spender.transaction(), spender.height());
        Resolving next = new Resolving(ruled, again, taken);
        return Transition.to(next, new Report(new Notice.Terminal("carrying a ruling out")))
                .and(Forfeits.signature(next))
                .then(Frauds.told(next));
    }

    /** The utility may have missed the signature. */
    @Override
    public Transition onConnected(Connected event) {
        Transition told = Transition.to(this).and(Meters.again(channel(), event.party()));
        return event.party() == Party.UTILITY ? told.and(Forfeits.signature(this)) : told;
    }

    /** A unit of the version that confirmed may be due yet. */
    @Override
    public Transition onMeasured(Measured command) {
        return within(before.onMeasured(command));
    }

    @Override
    public Transition onMeterReported(MeterReported message) {
        return within(before.onMeterReported(message));
    }

    private Transition within(Transition step) {
        Funded next = step.next() instanceof Funded funded ? funded : before;
        return Transition.to(new Resolving(next, spender, taken)).and(step.actions());
    }

    @Override
    public Transition unexpected(UtilityMessage message) {
        return refuse(Party.UTILITY, new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
    }

    /** By what spent the wallet, and whether anything is left to claim. */
    @Override
    public String name() {
        boolean left = claimable()
                .filter(claims -> !taken.keySet().containsAll(claims.awaited(taken.keySet())))
                .isPresent();
        return left ? "Resolving " + spender.kind() : "Burying";
    }

    @Override
    public Journal journal() {
        return before.journal();
    }
}
