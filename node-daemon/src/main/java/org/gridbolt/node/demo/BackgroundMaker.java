package org.gridbolt.node.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.Mined;
import org.gridbolt.channel.local.Stake;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Background.Hour;
import org.gridbolt.node.report.Background.Owner;
import org.gridbolt.node.report.Background.Piece;
import org.gridbolt.node.report.Background.Stakes;
import org.gridbolt.node.report.Background.Wiring;
import org.gridbolt.node.report.Day;
import org.gridbolt.node.report.Promise;
import org.gridbolt.node.report.Promise.Due;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.report.SettlementKind;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.profile.ProfileDay;

/**
 * Makes what the page shows beside the report.
 *
 * @param plan the day that was to be traded
 * @param channel the channel, settled
 */
record BackgroundMaker(DayPlan plan, LocalChannel channel) {

    Background make(Report report, Day day) {
        Promise promise = penalty(report)
                .or(() -> waived(report))
                .orElseGet(() -> Promise.ofNewestState(report, honest(report.scenario())));
        if (!promise.isKept(report.settlement().fees())) {
            throw new IllegalStateException("an honest party has less than it is due: " + promise);
        }
        return new Background(day, hours(), wirings(), stakes(), promise);
    }

    /** Who keeps to the protocol in that scenario; one that goes away cheats nobody. */
    private static List<Owner> honest(Scenario scenario) {
        return switch (scenario) {
            case CHEAT, CHEAT_ASLEEP -> List.of(Owner.CONSUMER, Owner.UTILITY);
            case HONEST,
                    DEFAULT,
                    DEFAULT_RACE,
                    GRADED,
                    GRADED_PENALTY,
                    WALKAWAY,
                    ARBITRATED,
                    EXPIRY,
                    WALLET_DRY,
                    REORG -> List.of(Owner.CONSUMER, Owner.PRODUCER, Owner.UTILITY);
        };
    }

    /** What the ruling makes of the newest state, if a penalty carried one out. */
    private Optional<Promise> penalty(Report report) {
        return ruling(report, SettlementKind.PENALTY)
                .map(VerifiedRuling::onWallet)
                .map(split -> promise(split, report.settlement(), true));
    }

    private Optional<VerifiedRuling> ruling(Report report, SettlementKind kind) {
        PublicKey utility = channel.terms().identity().utilityNodeKey();
        return channel.ruling()
                .filter(file -> report.settlement().kind() == kind)
                .map(file -> RulingVerifier.verify(file, utility).orElseThrow());
    }

    /** What the settled units left, and what a ruling moved whose penalty was waived. */
    private Optional<Promise> waived(Report report) {
        return ruling(report, SettlementKind.COOPERATIVE).map(ruling -> {
            Split split = ruling.consumerSplit();
            Coin settled = Coin.valueOf(report.totals().coins());
            Coin replaced = split.state().coins(Verdict.DEFAULT);
            Allocation wallet = channel.terms().contributions();
            Allocation due = new Allocation(
                    wallet.consumer().subtract(settled).subtract(replaced).add(split.consumerShare()),
                    wallet.producer()
                            .add(settled)
                            .add(replaced)
                            .subtract(split.consumerShare())
                            .subtract(split.utilityShare()),
                    wallet.utility().add(split.utilityShare()));
            return promise(due, report.settlement(), false);
        });
    }

    /** The producer too: by a graded penalty it keeps a part. */
    private static Promise promise(Allocation split, Report.Settlement end, boolean byPenalty) {
        return new Promise(
                List.of(
                        new Due(Owner.CONSUMER, split.consumer().getValue(), end.consumer()),
                        new Due(Owner.PRODUCER, split.producer().getValue(), end.producer()),
                        new Due(Owner.UTILITY, split.utility().getValue(), end.utility())),
                byPenalty);
    }

    private List<Hour> hours() {
        return IntStream.range(0, ProfileDay.HOURS)
                .mapToObj(Slot::new)
                .map(this::hour)
                .toList();
    }

    private Hour hour(Slot slot) {
        var demand = plan.trading().day().demand(slot);
        Optional<String> price = plan.rule().quote(demand).map(Price::toDecimalString);
        return new Hour(
                slot.number(),
                demand.value(),
                price,
                plan.trading().energy(slot).value());
    }

    private List<Wiring> wirings() {
        return channel.transactions().stream()
                .map(Mined::transaction)
                .map(this::wiring)
                .toList();
    }

    private Wiring wiring(Transaction transaction) {
        List<Piece> inputs = transaction.inputs().stream()
                .map(input -> piece(input.outpoint(), channel.spent(input.outpoint())))
                .toList();
        List<Piece> outputs = IntStream.range(0, transaction.outputs().size())
                .mapToObj(index ->
                        piece(transaction.outpoint(index), transaction.outputs().get(index)))
                .toList();
        return new Wiring(transaction.txid().toString(), inputs, outputs);
    }

    private Piece piece(Outpoint outpoint, TxOutput output) {
        return new Piece(outpoint.toString(), output.value().getValue(), owner(outpoint, output));
    }

    private Owner owner(Outpoint outpoint, TxOutput output) {
        if (outpoint.equals(channel.wallet().outpoint())) {
            return Owner.WALLET;
        }
        if (output.script().equals(AnchorScript.ANCHOR.scriptPubKey())) {
            return Owner.ANCHOR;
        }
        if (OpReturnScript.parse(output.script()).isPresent()) {
            return Owner.NOTE;
        }
        return channel.ownerOf(output.script())
                .map(party -> Owner.valueOf(party.name()))
                .orElse(Owner.SCRIPT);
    }

    private Stakes stakes() {
        Limits limits = channel.terms().limits();
        return new Stakes(
                stake(Party.CONSUMER),
                stake(Party.PRODUCER),
                channel.terms().contributions().utility().getValue(),
                limits.producerBond().getValue(),
                limits.pendingCoinsMax().getValue(),
                limits.utilityCoinsMax().getValue(),
                channel.terms().windows().csv().value());
    }

    private Background.Stake stake(Party party) {
        Stake stake = channel.stake(party);
        return new Background.Stake(
                stake.newest().getValue(), stake.bestRevoked().getValue());
    }
}
