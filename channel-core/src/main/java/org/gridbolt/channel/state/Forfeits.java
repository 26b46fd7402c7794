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
        if (!(resolving.before() instanceof Ruled ruled) || ruled.self() != Party.CONSUMER) {
            return List.of();
        }
        return resolving
                .commitment()
                .flatMap(commitment -> claim(ruled, commitment).map(claim -> sign(ruled, commitment, claim)))
                .stream()
                .toList();
    }

    /** That spend, when the ruling takes anything of the balance on the version that confirmed. */
    static Optional<ClaimTx> claim(Ruled ruled, CommitmentTx commitment) {
        Optional<CommitmentOutput> balance = commitment.balanceOf(Party.PRODUCER);
        Optional<Split> split = Optional.of(split(ruled, commitment)).filter(Split::spendsProducerBalance);
        return balance.flatMap(output -> split.map(found -> claim(ruled, commitment, output, found)));
    }

    /** The split of the version that confirmed, which may be another one than was ruled on. */
    private static Split split(Ruled ruled, CommitmentTx commitment) {
        return ruled.verified()
                .onConfirmed(
                        commitment.balances(),
                        commitment.units(),
                        ruled.ruling().value().evidence().ticketsByHash());
    }

    private static ClaimTx claim(Ruled ruled, CommitmentTx commitment, CommitmentOutput balance, Split split) {
        ChannelContext context = ruled.channel().context();
        return ClaimTx.ruled(
                List.of(commitment.spend(balance, Branch.ARBITRATION)),
                context.wallet().scripts(),
                split.ofProducerBalance(context.terms().limits().dustLimit()),
                ruled.verified().hash());
    }

    private static ChannelAction sign(Ruled ruled, CommitmentTx commitment, ClaimTx claim) {
        SigningOrder.RuledBalance order = new SigningOrder.RuledBalance(
                ruled.channel().context().deed(),
                claim,
                commitment,
                ruled.ruling().value());
        return new SendSigned<>(Party.UTILITY, new MessageDraft.Forfeit(order));
    }
}
