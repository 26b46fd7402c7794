package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
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
        return resolving.commitment().flatMap(commitment -> sign(ruled, commitment)).stream()
                .toList();
    }

    private static Optional<ChannelAction> sign(Ruled ruled, CommitmentTx commitment) {
        Split split = ruled.verified().onVersionOf(commitment.version().owner());
        Optional<CommitmentOutput> balance = commitment.balanceOf(Party.PRODUCER);
        if (balance.isEmpty() || !split.spendsProducerBalance()) {
            return Optional.empty();
        }
        ChannelContext context = ruled.channel().context();
        ClaimTx claim = ClaimTx.ruled(
                List.of(commitment.spend(balance.get(), Branch.ARBITRATION)),
                context.wallet().scripts(),
                split.ofProducerBalance(context.terms().limits().dustLimit()),
                ruled.verified().hash());
        Signature signature = claim.sign(0, context.secrets().arbitrationKey());
        return Optional.of(
                new Send(Party.UTILITY, new ForfeitSigned(ruled.verified().hash(), claim.txid(), signature)));
    }
}
