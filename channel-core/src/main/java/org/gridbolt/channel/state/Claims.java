package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;

/**
 * What this household takes of a commitment that confirmed.
 *
 * @param channel the channel
 * @param commitment the commitment
 * @param height the block that holds it
 */
record Claims(Channel channel, CommitmentTx commitment, BlockHeight height) {

    /** What this household has a branch for: its balance, and units by preimage or after their time. */
    List<Spend> own() {
        Party self = channel.context().self();
        Map<Sha256Hash, Bytes> preimages = Reveals.of(channel);
        List<Spend> spends = new ArrayList<>();
        for (CommitmentOutput output : commitment.outputs()) {
            branch(output, self, preimages).ifPresent(branch -> spends.add(commitment.spend(output, branch)));
        }
        return spends;
    }

    private static Optional<Branch> branch(CommitmentOutput output, Party self, Map<Sha256Hash, Bytes> preimages) {
        if (output.role() instanceof CommitmentOutput.Balance balance) {
            return balance.holder() == self ? Optional.of(Branch.OWNER) : Optional.empty();
        }
        if (!(output.role() instanceof CommitmentOutput.Unit unit)) {
            return Optional.empty();
        }
        if (self == Party.CONSUMER) {
            return Optional.of(Branch.REFUNDED);
        }
        return preimages.containsKey(unit.unit().hash()) ? Optional.of(Branch.DELIVERED) : Optional.empty();
    }

    /** What the publisher of a revoked version has in it. */
    List<CommitmentOutput> punishable() {
        return commitment.punishable();
    }

    /** Where an output of the commitment is. */
    Outpoint outpoint(CommitmentOutput output) {
        return commitment.unsigned().outpoint(output.index());
    }

    /** The claims that the next block can hold, of outputs that are not {@code taken}. */
    List<Transaction> due(Set<Outpoint> taken) {
        return own().stream()
                .filter(spend -> !taken.contains(spend.outpoint()) && isOpen(spend))
                .map(this::signed)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A relative lock counts from the commitment's block, an absolute one asks for a block above its height. */
    private boolean isOpen(Spend spend) {
        int next = channel.tip().value() + 1;
        boolean old = next >= height.value() + spend.path().age().value();
        return old && spend.path().height().map(lock -> next > lock.value()).orElse(true);
    }

    private Optional<Transaction> signed(Spend spend) {
        ChannelContext context = channel.context();
        List<PrivateKey> keys =
                List.of(context.secrets().balanceKey(), context.secrets().unitKey());
        return claim(spend).map(claim -> claim.signed(keys, Reveals.of(channel)));
    }

    private Optional<ClaimTx> claim(Spend spend) {
        ChannelContext context = channel.context();
        return ClaimTx.paying(
                List.of(spend),
                context.payout(),
                context.feeRate(),
                context.terms().limits().dustLimit());
    }

    /** Justice against a revoked version, for what of it is not {@code taken}. */
    Optional<Transaction> justice(PrivateKey secret, Set<Outpoint> taken) {
        List<CommitmentOutput> left = punishable().stream()
                .filter(output -> !taken.contains(outpoint(output)))
                .toList();
        ChannelContext context = channel.context();
        return left.isEmpty()
                ? Optional.empty()
                : JusticeTx.build(commitment, left, context.payout(), context.feeRate())
                        .map(justice -> justice.signed(secret, context.secrets().justiceKey()));
    }

    /** The outputs whose spend this household waits for: those that it can take at a profit. */
    List<Outpoint> awaited(SpendKind kind) {
        List<Outpoint> awaited = new ArrayList<>();
        own().stream()
                .filter(spend -> claim(spend).isPresent())
                .map(Spend::outpoint)
                .forEach(awaited::add);
        if (kind == SpendKind.REVOKED_VERSION) {
            punishable().stream()
                    .map(this::outpoint)
                    .filter(outpoint -> !awaited.contains(outpoint))
                    .forEach(awaited::add);
        }
        return awaited;
    }
}
