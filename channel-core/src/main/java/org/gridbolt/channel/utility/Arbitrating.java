package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.ruling.RulingFile;

/**
 * A household is missing, the notice is over, and the one that is left is asked to sign the division of its newest receipt. The
 * utility has signed nothing over the wallet yet: as soon as it hears of the missing one, the channel goes on.
 *
 * @param channel the channel
 * @param ruling the ruling of non-cooperation and its evidence
 */
public record Arbitrating(UtilityChannel channel, RulingFile ruling) implements OpenState {

    /** The step into this state: the ruling is counted before it is sent. */
    static UtilityTransition of(UtilityChannel channel, RulingFile ruling) {
        UtilityChannel counted =
                channel.with(channel.bench().ruled(ruling.ruling().content()));
        return new UtilityTransition(new Arbitrating(counted, ruling), Routine.toBoth(new RulingIssued(ruling)));
    }

    private PeerAbsence absence() {
        return ruling.evidence().absence().orElseThrow().content();
    }

    @Override
    public Arbitrating with(UtilityChannel next) {
        return new Arbitrating(next, ruling);
    }

    @Override
    public OpenState heard(Party party) {
        OpenState next = OpenState.super.heard(party);
        return party == absence().missing() ? new Trading(next.channel()) : next;
    }

    /** A newer receipt of the one that is left needs another ruling. */
    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        return Judged.isOnNewest(ruling, next) ? UtilityTransition.to(with(next)) : new Trading(channel).proceed(next);
    }

    @Override
    public List<ChannelAction> again(Party party) {
        List<ChannelAction> actions = new ArrayList<>(Replay.to(party, channel));
        actions.add(new Send(party, new RulingIssued(ruling)));
        return actions;
    }

    /** The same word again, by a household that does not know that it was taken. */
    @Override
    public UtilityTransition missed(Party from, AbsenceReported message) {
        return from == absence().side()
                ? UtilityTransition.to(this, new Send(from, new RulingIssued(ruling)))
                : unexpected(from, message.kind());
    }

    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        return Executing.signed(this, ruling, from, message);
    }

    @Override
    public Optional<RulingFile> ruled() {
        return Optional.of(ruling);
    }
}
