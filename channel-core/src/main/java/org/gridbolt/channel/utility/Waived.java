package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.Waiver;
import org.gridbolt.penalty.ruling.WaiverFlaw;
import org.gridbolt.pricing.UnitNumber;

/**
 * The consumer waived the penalty of a ruling: the next states carry it out, and trade goes on once no newest version holds its
 * units any more. From here the utility never divides the wallet by it; on a version that confirms with these units it is carried
 * out as ever.
 *
 * @param channel the channel
 * @param ruling the ruling and its evidence
 * @param waiver the consumer's promise
 */
public record Waived(UtilityChannel channel, RulingFile ruling, Signed<PenaltyWaived> waiver) implements OpenState {

    /** The step into this state, or why the promise does not count. The signer is told before the producer is. */
    static UtilityTransition of(OpenState state, RulingFile ruling, Party from, WaiverGiven message) {
        UtilityChannel channel = state.channel();
        Optional<WaiverFlaw> flaw = RulingMaker.verified(channel, ruling)
                .flatMap(verified -> new Waiver(verified).flawOf(message.waiver()));
        if (flaw.isPresent()) {
            return state.refuse(from, new ReportFlaw.NoWaiver(flaw.get()));
        }
        UtilityChannel noted = channel.noting(new HistoryEntry.Waived(ruling, message.waiver()));
        Waived next = new Waived(noted, ruling, message.waiver());
        return UtilityTransition.to(
                next, new Report(new Notice.Waived(ruling.ruling().hash())), next.passedOn());
    }

    /** Not all of a producer's connections need to be up. */
    private ChannelAction passedOn() {
        SigningOrder.Waiving order = new SigningOrder.Waiving(channel.context().deed(), ruling, waiver);
        return new SendSigned<>(Party.PRODUCER, new MessageDraft.Waiver(order));
    }

    @Override
    public Waived with(UtilityChannel next) {
        return new Waived(next, ruling, waiver);
    }

    /** The units that the ruling found defaulted. */
    private List<UnitNumber> units() {
        return ruling.ruling().content().units(Verdict.DEFAULT);
    }

    /** Whether a version on which there would be another ruling still holds what this one takes. */
    private boolean isOpen(UtilityChannel changed) {
        return units().stream().anyMatch(unit -> changed.sides().isRuledOn(Party.CONSUMER, unit));
    }

    /** As long as the ruling is not carried out there is no other one: who waits in vain publishes its version. */
    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        return isOpen(next) ? UtilityTransition.to(with(next)) : new Trading(channel).proceed(next);
    }

    @Override
    public List<ChannelAction> again(Party party) {
        List<ChannelAction> actions = new ArrayList<>(Replay.to(party, channel));
        if (party == Party.PRODUCER) {
            actions.add(passedOn());
        }
        return actions;
    }

    /** Whoever has the promise passes it on. */
    @Override
    public UtilityTransition waived(Party from, WaiverGiven message) {
        return message.waiver().equals(waiver) ? stay() : unexpected(from, message.kind());
    }

    /** The signature of a penalty that is waived is worth nothing, whoever sends it. */
    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        return refuse(from, new ReportFlaw.PenaltyIsWaived(message.ruling()));
    }

    @Override
    public Optional<RulingFile> ruled() {
        return Optional.of(ruling);
    }
}
