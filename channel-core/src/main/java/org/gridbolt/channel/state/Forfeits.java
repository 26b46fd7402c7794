package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.policy.Split;

/** The penalty where a commitment confirmed before it: consumer and utility spend the producer's balance there. */
final class Forfeits {

    private Forfeits() {}

    /** The consumer's signature on that spend, if there is a ruling and a balance. */
    static List<ChannelAction> signature(Resolving resolving) {
        if (resolving.self() != Party.CONSUMER) {
            return List.of();
        }
        ChannelContext context = resolving.channel().context();
        return Carried.of(resolving)
                .flatMap(carried -> resolving
                        .commitment()
                        .flatMap(commitment -> claim(carried, commitment, context)
                                .map(claim -> sign(carried, commitment, claim, context))))
                .stream()
                .toList();
    }

    /** That spend, when the ruling takes anything of the balance on the version that confirmed. */
    static Optional<ClaimTx> claim(Carried carried, CommitmentTx commitment, ChannelContext context) {
        Optional<CommitmentOutput> balance = commitment.balanceOf(Party.PRODUCER);
        Optional<Split> split = Optional.of(carried.on(commitment)).filter(Split::spendsProducerBalance);
        return balance.flatMap(output -> split.map(found -> ClaimTx.ruled(
                List.of(commitment.spend(output, Branch.ARBITRATION)),
                context.wallet().scripts(),
                found.ofProducerBalance(context.terms().limits().dustLimit()),
                carried.ruling().hash())));
    }

    private static ChannelAction sign(Carried carried, CommitmentTx commitment, ClaimTx claim, ChannelContext context) {
        SigningOrder.RuledBalance order =
                new SigningOrder.RuledBalance(context.deed(), claim, commitment, carried.file());
        return new SendSigned<>(Party.UTILITY, new MessageDraft.Forfeit(order));
    }
}
