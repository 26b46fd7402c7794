package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Disconnect;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.ruling.UnitVerdict;

/**
 * The wallet is spent in the chain: CLOSING_LOCAL, CLOSING_REMOTE, JUSTICE, COOP or RULED, by the {@link SpendKind}, and
 * BURYING once nothing is left to claim. Every claim is worked out again at every block from what spent the wallet, until the
 * last output is buried; a reorganisation that takes the spend back leads to the state before.
 *
 * @param before the state that the spend ended
 * @param spender what spent the wallet
 * @param taken the outputs of the spender that were spent in their turn, with the height
 */
public record Resolving(Funded before, WalletSpender spender, Map<Outpoint, BlockHeight> taken)
        implements ChannelState {

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
                .and(next.alarm())
                .and(next.ruledUnits())
                .and(next.watches())
                .and(next.claims())
                .and(Forfeits.signature(next));
    }

    private List<ChannelAction> alarm() {
        return spender.kind() == SpendKind.ROGUE
                ? List.of(
                        new Report(
                                new Notice.Fraud(
                                        "the wallet was spent by the utility and a household without a ruling that this household knows")))
                : List.of();
    }

    /** What a ruling that is carried out makes of the units that it is about. */
    private List<ChannelAction> ruledUnits() {
        if (spender.kind() != SpendKind.PENALTY || !(before instanceof Ruled ruled)) {
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
        Optional<PublicKey> stated = before instanceof DataLoss loss ? loss.peerPoint() : Optional.empty();
        return spender.commitment(channel(), stated);
    }

    private Optional<Claims> claimable() {
        return commitment().map(commitment -> new Claims(channel(), commitment, spender.height()));
    }

    private List<ChannelAction> watches() {
        List<ChannelAction> watches = new ArrayList<>();
        watches.add(new Watch(channel().context().outpoint()));
        claimable()
                .ifPresent(
                        claims -> claims.awaited(spender.kind()).forEach(awaited -> watches.add(new Watch(awaited))));
        return watches;
    }

    private List<ChannelAction> claims() {
        return claimable().map(this::claims).orElse(List.of());
    }

    private List<ChannelAction> claims(Claims claims) {
        List<ChannelAction> publications = new ArrayList<>();
        justice(claims).ifPresent(justice -> publications.add(publish(Purpose.JUSTICE, justice)));
        claims.due(taken.keySet()).forEach(claim -> publications.add(publish(Purpose.CLAIM, claim)));
        return publications;
    }

    private Optional<Transaction> justice(Claims claims) {
        if (spender.kind() != SpendKind.REVOKED_VERSION) {
            return Optional.empty();
        }
        Optional<PrivateKey> secret =
                WalletSpender.secret(channel(), claims.commitment().version().number());
        return secret.flatMap(known -> claims.justice(known, taken.keySet()));
    }

    private static ChannelAction publish(Purpose purpose, Transaction transaction) {
        return new Publish(purpose, transaction, Optional.empty());
    }

    @Override
    public Transition resume() {
        return Transition.to(this).and(watches()).and(claims());
    }

    private Resolving with(Channel next) {
        return new Resolving(before.with(next), spender, taken);
    }

    private Resolving with(Map<Outpoint, BlockHeight> next) {
        return new Resolving(before, spender, next);
    }

    @Override
    public Transition onTick(Tick event) {
        Resolving ticked = with(channel().at(event.tip()));
        return ticked.isBuried()
                ? Transition.to(new Closed(self(), channel().journal()), new Report(new Notice.Closed()))
                : Transition.to(ticked).and(ticked.claims());
    }

    private boolean isBuried() {
        List<Outpoint> awaited =
                claimable().map(claims -> claims.awaited(spender.kind())).orElse(List.of());
        return isDeep(spender.height())
                && awaited.stream().allMatch(outpoint -> taken.containsKey(outpoint) && isDeep(taken.get(outpoint)));
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
        Map<Outpoint, BlockHeight> more = new LinkedHashMap<>(taken);
        more.put(event.outpoint(), event.height());
        return Transition.to(with(more));
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
        Map<Outpoint, BlockHeight> fewer = new LinkedHashMap<>(taken);
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
        return Transition.to(learned).and(learned.watches()).and(learned.claims());
    }

    /**
     * A ruling that arrives after its penalty did, or after a version: the spend is looked at again, and the consumer helps to
     * take what the ruling takes of the version that confirmed.
     */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        if (before instanceof Ruled ruled) {
            boolean same = message.file().equals(ruled.ruling().value());
            return same ? Transition.to(this).and(Forfeits.signature(this)) : unexpected(message);
        }
        if (!(before instanceof Running || before instanceof ClosingLocal) || !isOpenToRulings()) {
            return unexpected(message);
        }
        Judgement judgement = new Judgement(channel(), message.file());
        return judgement
                .ruled()
                .fold(
                        this::ruled,
                        refusal -> Transition.to(with(judgement.remembering(refusal)))
                                .and(judgement.answers(refusal)));
    }

    private boolean isOpenToRulings() {
        return switch (spender.kind()) {
            case ROGUE, OWN_VERSION, PEER_VERSION -> true;
            case COOPERATIVE, PENALTY, REVOKED_VERSION -> false;
        };
    }

    private Transition ruled(Ruled ruled) {
        WalletSpender again = WalletSpender.recognise(ruled, spender.transaction(), spender.height());
        Resolving next = new Resolving(ruled, again, taken);
        return Transition.to(next, new Report(new Notice.Terminal("carrying a ruling out")))
                .and(Forfeits.signature(next));
    }

    /** The utility may have missed the signature. */
    @Override
    public Transition onConnected(Connected event) {
        return event.party() == Party.UTILITY ? Transition.to(this).and(Forfeits.signature(this)) : stay();
    }

    @Override
    public Transition unexpected(UtilityMessage message) {
        return refuse(Party.UTILITY, new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
    }

    /** By what spent the wallet, and whether anything is left to claim. */
    @Override
    public String name() {
        boolean left = claimable()
                .filter(claims -> !taken.keySet().containsAll(claims.awaited(spender.kind())))
                .isPresent();
        return left ? "Resolving " + spender.kind() : "Burying";
    }

    @Override
    public Journal journal() {
        return before.journal();
    }
}
