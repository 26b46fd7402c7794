package org.gridbolt.node.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.Mined;
import org.gridbolt.channel.local.Stake;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Background.Hour;
import org.gridbolt.node.report.Background.Owner;
import org.gridbolt.node.report.Background.Piece;
import org.gridbolt.node.report.Background.Stakes;
import org.gridbolt.node.report.Background.Wiring;
import org.gridbolt.node.report.Day;
import org.gridbolt.penalty.contract.Limits;
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

    Background make(Day day) {
        return new Background(day, hours(), wirings(), stakes());
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
