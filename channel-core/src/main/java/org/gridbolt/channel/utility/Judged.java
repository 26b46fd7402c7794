package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.ruling.RulingFile;

/**
 * A ruling is issued, and the consumer is asked for its signature. The utility has signed nothing over the wallet yet. When
 * the state moves on before the consumer signs, the ruling is made again on the newer state.
 *
 * @param channel the channel
 * @param ruling the ruling and its evidence
 */
public record Judged(UtilityChannel channel, RulingFile ruling) implements OpenState {

    @Override
    public Judged with(UtilityChannel next) {
        return new Judged(next, ruling);
    }

    /**
     * Once a spend of a version's output is signed for this ruling the books are closed: a reorganisation that undoes the version
     * leads back here, and another ruling would have the utility sign for both.
     */
    @Override
    public UtilityTransition change(UtilityChannel changed) {
        return channel.bench().signed().spends().isEmpty()
                ? OpenState.super.change(changed)
                : UtilityTransition.to(with(channel.with(changed.tower()).at(changed.tip())));
    }

    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        if (isOnNewest(ruling, next)) {
            return UtilityTransition.to(with(next));
        }
        if (Verdicts.anyDefault(next)) {
            return RulingMaker.due(next)
                    .map(again -> Trading.ruled(next, again))
                    .orElseGet(() -> UtilityTransition.to(with(next)));
        }
        return UtilityTransition.to(new Trading(next));
    }

    /** Who signs has the state that counts. */
    static boolean isOnNewest(RulingFile ruling, UtilityChannel channel) {
        return channel.sides()
                .of(ruling.evidence().signer())
                .opened()
                .map(Signed::hash)
                .filter(ruling.ruling().content().receipt()::equals)
                .isPresent();
    }

    @Override
    public List<ChannelAction> again(Party party) {
        List<ChannelAction> actions = new ArrayList<>(Replay.to(party, channel));
        actions.add(new Send(party, new RulingIssued(ruling)));
        return actions;
    }

    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        return Executing.signed(this, ruling, from, message);
    }

    /** Nothing was signed over the wallet yet, so the states may carry the ruling out instead. */
    @Override
    public UtilityTransition waived(Party from, WaiverGiven message) {
        boolean bound = !channel.bench().signed().spends().isEmpty();
        return bound ? unexpected(from, message.kind()) : Waived.of(this, ruling, from, message);
    }

    @Override
    public UtilityTransition declined(Party from, PenaltyRefused message) {
        return UtilityTransition.to(this, new Report(new Notice.Complaint(message.reason())));
    }

    @Override
    public Optional<RulingFile> ruled() {
        return Optional.of(ruling);
    }
}
