package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.justice.Finding;
import org.gridbolt.penalty.justice.Sighting;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility does about a standing version that confirmed: it carries a ruling out on its outputs, and takes a delivered
 * unit that the producer sleeps through, for the producer and to the producer's script.
 */
final class ChainClaims {

    private final UtilityChannel channel;
    private final CommitmentTx version;
    private final Sighting seen;
    private final Optional<Carried> ruling;

    private ChainClaims(UtilityChannel channel, CommitmentTx version, Sighting seen, Optional<Carried> ruling) {
        this.channel = channel;
        this.version = version;
        this.seen = seen;
        this.ruling = ruling;
    }

    /** The claims on what spent the wallet, if that is a standing version of a household. */
    static Optional<ChainClaims> of(OpenState before) {
        UtilityChannel channel = before.channel();
        return channel.tower()
                .finding()
                .flatMap(found -> found instanceof Finding.Standing standing
                        ? Optional.of(standing.commitment())
                        : Optional.empty())
                .map(version -> new ChainClaims(
                        channel, version, channel.tower().sighting().orElseThrow(), carried(before, version)));
    }

    /**
     * The ruling that is to be carried out.
     *
     * @param file the ruling
     * @param ruling the same, checked
     * @param split what it comes to on the version that confirmed
     * @param defaulted the units of that version that it says were not delivered
     */
    private record Carried(RulingFile file, VerifiedRuling ruling, Split split, List<PendingUnit> defaulted) {

        Sha256Hash hash() {
            return file.ruling().hash();
        }

        static Carried of(RulingFile file, VerifiedRuling ruling, CommitmentTx version) {
            Map<Sha256Hash, Ticket> tickets = file.evidence().ticketsByHash();
            Set<UnitNumber> defaulted = Set.copyOf(ruling.ruling().units(Verdict.DEFAULT));
            List<PendingUnit> replaced = version.units().stream()
                    .filter(unit -> Optional.ofNullable(tickets.get(unit.hash()))
                            .filter(ticket -> defaulted.contains(ticket.unit()))
                            .isPresent())
                    .toList();
            Split split = ruling.onConfirmed(version.balances(), version.units(), tickets);
            return new Carried(file, ruling, split, replaced);
        }
    }

    private static Optional<Carried> carried(OpenState before, CommitmentTx version) {
        return before.ruled()
                .flatMap(file ->
                        RulingMaker.verified(before.channel(), file).map(ruling -> Carried.of(file, ruling, version)));
    }

    /** What the ruling takes from the producer, on the version that confirmed. */
    Optional<Forfeit> taken() {
        return ruling.map(carried -> Forfeit.of(carried.ruling(), carried.split()));
    }

    /** Consumer and utility spend the producer's balance by the ruling, if it takes anything from it. */
    Optional<ClaimTx> forfeit() {
        return ruling.filter(ruled -> ruled.split().spendsProducerBalance())
                .flatMap(ruled -> version.balanceOf(Party.PRODUCER).map(balance -> forfeit(ruled, balance)));
    }

    private ClaimTx forfeit(Carried ruled, CommitmentOutput balance) {
        return ClaimTx.ruled(
                List.of(version.spend(balance, Branch.ARBITRATION)),
                channel.context().wallet().scripts(),
                ruled.split().ofProducerBalance(dustLimit()),
                ruled.hash());
    }

    private Coin dustLimit() {
        return channel.context().terms().limits().dustLimit();
    }

    /** Whether {@code signature} is the consumer's on {@code claim}. */
    boolean isConsumers(ClaimTx claim, Signature signature) {
        return claim.verify(
                0,
                signature,
                channel.context().wallet().scripts().keys().consumer().arbitration());
    }

    /** Publishes the forfeit, which the consumer has signed. */
    Optional<ChannelAction> forfeited(Signature consumers) {
        return forfeit()
                .flatMap(claim -> ruling.map(ruled -> {
                    SigningOrder.RuledBalance order =
                            new SigningOrder.RuledBalance(channel.context().deed(), claim, version, ruled.file());
                    return Executing.publication(
                            Purpose.PENALTY, claim.unsigned(), new TransactionDraft.RuledBalance(order, consumers));
                }));
    }

    /** The claim of the replaced units, once the next block can hold it: to be recorded before it is signed. */
    Optional<ClaimTx> replacement() {
        return replaced().filter(this::isOpen);
    }

    /** The claims of units that the next block can hold, signed: the defaulted ones by the ruling, in its shape. */
    List<ChannelAction> due() {
        List<ChannelAction> due = new ArrayList<>();
        replacement()
                .filter(channel.bench().signed()::holds)
                .flatMap(claim -> ruling.map(ruled -> publication(claim, ruled.file())))
                .ifPresent(due::add);
        delivered().stream().filter(this::isOpen).map(this::publication).forEach(due::add);
        return due;
    }

    private boolean isOpen(ClaimTx claim) {
        return claim.spends().stream().allMatch(this::isOpen);
    }

    private ChannelAction publication(ClaimTx claim, RulingFile ruled) {
        SigningOrder.RuledUnits order =
                new SigningOrder.RuledUnits(channel.context().deed(), claim, version, ruled);
        return Executing.publication(Purpose.PENALTY, claim.unsigned(), new TransactionDraft.Whole(order));
    }

    private ChannelAction publication(ClaimTx claim) {
        SigningOrder.Claim order = new SigningOrder.Claim(channel.context().deed(), claim, Map.of(), Optional.empty());
        return new PublishSigned<>(Purpose.CLAIM, new TransactionDraft.Whole(order), Optional.empty());
    }

    /** The defaulted units that nobody has taken, in one transaction, divided by the ruling. */
    private Optional<ClaimTx> replaced() {
        return ruling.flatMap(this::replaced);
    }

    private Optional<ClaimTx> replaced(Carried ruled) {
        List<Spend> spends =
                ruled.defaulted().stream().flatMap(unit -> left(unit).stream()).toList();
        return spends.isEmpty()
                ? Optional.empty()
                : Optional.of(ClaimTx.ruled(
                        spends, channel.context().wallet().scripts(), shares(ruled, spends), ruled.hash()));
    }

    /** What {@code spends} pay to each. */
    private Allocation shares(Carried ruled, List<Spend> spends) {
        Coin held = spends.stream().map(Spend::value).reduce(Coin.ZERO, Coin::add);
        return ruled.split().ofDefaultedUnits(held, dustLimit());
    }

    /** Each delivered unit by itself, to the producer, as far as it is worth the fee. */
    private List<ClaimTx> delivered() {
        Bytes payout = channel.context().wallet().scripts().payouts().producer();
        return channel.files()
                .those(UnitFile::revealed)
                .flatMap(file -> left(file.ticket().pendingUnit()).stream())
                .flatMap(spend ->
                        ClaimTx.paying(
                                List.of(spend),
                                payout,
                                channel.context().profile().feeRate(),
                                dustLimit())
                                .stream())
                .toList();
    }

    /** The unit as an output of this version that nobody has spent, by the utility's branch. */
    private Optional<Spend> left(PendingUnit unit) {
        return version.outputOf(unit)
                .filter(output -> !seen.spent().containsKey(output.index()))
                .map(output -> version.spend(output, Branch.REPLACED));
    }

    /** A relative lock counts from the version's block, an absolute one asks for a block above its height. */
    private boolean isOpen(Spend spend) {
        int next = channel.tip().value() + 1;
        boolean old = next >= seen.height().value() + spend.path().age().value();
        return old && spend.path().height().map(lock -> next > lock.value()).orElse(true);
    }

    /** A producer may leave its balance where it is for ever: a consumer that has not helped inside the window is not waited for. */
    private boolean isForfeitable() {
        Terms terms = channel.context().terms();
        BlockHeight last =
                seen.height().plus(terms.windows().csv()).plus(terms.depths().irrevocable());
        return channel.tip().isBefore(last);
    }

    /** The outputs whose spends the utility waits for. */
    List<Outpoint> awaited() {
        List<Outpoint> awaited = new ArrayList<>();
        replaced().ifPresent(claim -> claim.spends().forEach(spend -> awaited.add(spend.outpoint())));
        delivered().forEach(claim -> claim.spends().forEach(spend -> awaited.add(spend.outpoint())));
        forfeit()
                .filter(claim -> channel.bench().signed().holds(claim) || isForfeitable())
                .ifPresent(claim -> claim.spends().stream()
                        .map(Spend::outpoint)
                        .filter(outpoint -> !seen.spent().containsKey(outpoint.index()))
                        .forEach(awaited::add));
        return awaited;
    }
}
