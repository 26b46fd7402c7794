package org.gridbolt.channel.state;

import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.ruling.CosignRefusal;

/**
 * A state in which the channel is never updated again, whatever anybody offers: a signature over the wallet may be with others,
 * or soon will be. That holds after a crash, too, since the state is durable before such a signature leaves.
 */
public sealed interface Terminal extends Funded permits Coop, Ruled, ClosingLocal, DataLoss {

    /** The funding is older than any reorganisation that this channel is made to survive. */
    @Override
    default Transition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    /** What this household has bound itself by, so that it signs no ruling beside it. */
    String bound();

    /** A ruling is judged and remembered all the same: it may be fraud, or explain a spend of the wallet. */
    @Override
    default Transition onRulingIssued(RulingIssued message) {
        Judgement judgement = new Judgement(channel(), message.file());
        CosignRefusal refusal =
                judgement.ruled().fold(ruled -> new CosignRefusal.Bound(bound()), (CosignRefusal flaw) -> flaw);
        return Transition.to(with(judgement.remembering(refusal))).and(judgement.answers(refusal));
    }

    /** The utility may not have heard of it yet. */
    @Override
    default Transition unexpected(UtilityMessage message) {
        return refuse(Party.UTILITY, new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
    }
}
