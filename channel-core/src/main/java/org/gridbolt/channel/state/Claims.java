package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.SpendPath;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.Spend;

/**
 * What this household takes of a commitment that confirmed. A claim offers more for its place in a block the longer it has been
 * waiting; one that is worth less than its own fee is gathered with its like.
 *
 * @param channel the channel
 * @param commitment the commitment
 * @param height the block that holds it
 * @param revoked the secret of a version that the peer had revoked
 */
record Claims(Channel channel, CommitmentTx commitment, BlockHeight height, Optional<PrivateKey> revoked) {

    /** By these nobody else comes later: a balance is its owner's, and the consumer is the last to whom a unit opens. */
    private static final Set<Branch> UNCONTESTED = Set.of(Branch.OWNER, Branch.JUSTICE, Branch.REFUNDED);

    /** What this household has a branch for: its balance, and units by preimage or after their time. */
    List<Spend> own() {
        Map<Sha256Hash, Bytes> preimages = Reveals.of(channel);
        List<Spend> spends = new ArrayList<>();
        for (CommitmentOutput output : commitment.outputs()) {
            branch(output, preimages).ifPresent(branch -> spends.add(commitment.spend(output, branch)));
        }
        return spends;
    }

    private Optional<Branch> branch(CommitmentOutput output, Map<Sha256Hash, Bytes> preimages) {
        Party self = channel.context().self();
        if (output.role() instanceof CommitmentOutput.Balance balance) {
            return balance.holder() == self ? Optional.of(branchOfBalance(self)) : Optional.empty();
        }
        // Of a revoked version justice takes the units.
        if (!(output.role() instanceof CommitmentOutput.Unit unit) || revoked.isPresent()) {
            return Optional.empty();
        }
        if (self == Party.CONSUMER) {
            return Optional.of(Branch.REFUNDED);
        }
        return preimages.containsKey(unit.unit().hash()) ? Optional.of(Branch.DELIVERED) : Optional.empty();
    }

    /** Who publishes a revoked version gains no time by it: the producer has its own balance there at once. */
    private Branch branchOfBalance(Party self) {
        return revoked.isPresent() && self == Party.PRODUCER ? Branch.JUSTICE : Branch.OWNER;
    }

    /** What the publisher of a revoked version has in it. */
    List<CommitmentOutput> punishable() {
        return revoked.isPresent() ? commitment.punishable() : List.of();
    }

    /** Where an output of the commitment is. */
    Outpoint outpoint(CommitmentOutput output) {
        return commitment.unsigned().outpoint(output.index());
    }

    /** The claims that the next block can hold, of outputs that are not {@code taken}. */
    List<SigningOrder.Claim> due(Set<Outpoint> taken) {
        List<Spend> open = own().stream()
                .filter(spend -> !taken.contains(spend.outpoint()) && waited(spend) >= 0)
                .toList();
        Stream<ClaimTx> single = open.stream().flatMap(spend -> claim(List.of(spend)).stream());
        Stream<ClaimTx> gathered = claim(small(open)).stream();
        return Stream.concat(single, gathered).map(this::order).toList();
    }

    /** For how many blocks it could have been claimed already; less than 0 when the next block cannot hold the claim. */
    private int waited(Spend spend) {
        return channel.tip().value() + 1 - opening(spend.path());
    }

    /** A relative lock counts from the commitment's block, an absolute one asks for a block above its height. */
    private int opening(SpendPath path) {
        int aged = height.value() + Math.max(1, path.age().value());
        return path.height().map(lock -> Math.max(aged, lock.value() + 1)).orElse(aged);
    }

    /** Those that are not worth a transaction of their own. */
    private List<Spend> small(List<Spend> spends) {
        return spends.stream().filter(spend -> claim(List.of(spend)).isEmpty()).toList();
    }

    private SigningOrder.Claim order(ClaimTx claim) {
        return new SigningOrder.Claim(channel.context().deed(), claim, Reveals.of(channel), revoked);
    }

    /** At the highest rate of its bidding that leaves something; nothing when not even the first does. */
    private Optional<ClaimTx> claim(List<Spend> spends) {
        if (spends.isEmpty()) {
            return Optional.empty();
        }
        int waited = spends.stream().mapToInt(this::waited).max().orElse(0);
        ChannelContext context = channel.context();
        Coin least = least(spends);
        return bidding(spends).rates(waited).stream()
                .flatMap(rate -> ClaimTx.paying(spends, context.payout(), rate, least).stream())
                .findFirst();
    }

    private Bidding bidding(List<Spend> spends) {
        boolean safe = spends.stream().allMatch(spend -> UNCONTESTED.contains(spend.branch()));
        return safe ? Bidding.calm(channel.context()) : Bidding.urgent(channel.context());
    }

    /** However long it waits, half of what it takes is left: else a miner could wait for all of it. */
    private Coin least(List<Spend> spends) {
        Coin half =
                spends.stream().map(Spend::value).reduce(Coin.ZERO, Coin::add).div(2);
        Coin dust = channel.context().terms().limits().dustLimit();
        return half.isLessThan(dust) ? dust : half;
    }

    /** Justice against a revoked version, for what of it is not {@code taken}. */
    Optional<SigningOrder.Justice> justice(Set<Outpoint> taken) {
        List<CommitmentOutput> left = punishable().stream()
                .filter(output -> !taken.contains(outpoint(output)))
                .toList();
        int waited = channel.tip().value() - height.value();
        return revoked.filter(known -> !left.isEmpty())
                .flatMap(secret -> Bidding.urgent(channel.context()).rates(waited).stream()
                        .flatMap(rate -> justice(secret, left, rate).stream())
                        .findFirst());
    }

    private Optional<SigningOrder.Justice> justice(PrivateKey secret, List<CommitmentOutput> left, FeeRate rate) {
        ChannelContext context = channel.context();
        return JusticeTx.build(commitment, left, context.payout(), rate)
                .map(justice -> new SigningOrder.Justice(context.deed(), justice, commitment, secret));
    }

    /**
     * The outputs whose spend this household waits for: those that it can take at a profit, or may yet come to, and those that
     * somebody took, until that is buried.
     */
    List<Outpoint> awaited(Set<Outpoint> taken) {
        List<Spend> left = own().stream()
                .filter(spend -> !taken.contains(spend.outpoint()))
                .toList();
        List<Spend> small = small(left);
        boolean worthGathering = claim(small).isPresent();
        Set<Outpoint> awaited = new LinkedHashSet<>();
        own().stream()
                .filter(spend -> worthGathering || !small.contains(spend))
                .map(Spend::outpoint)
                .forEach(awaited::add);
        punishable().forEach(output -> awaited.add(outpoint(output)));
        units().filter(this::mayBeRevealed).forEach(output -> awaited.add(outpoint(output)));
        return List.copyOf(awaited);
    }

    private Stream<CommitmentOutput> units() {
        return commitment.outputs().stream().filter(output -> output.role() instanceof CommitmentOutput.Unit);
    }

    /** The utility may reveal late: until the consumer can take a unit, it may yet become the producer's. */
    private boolean mayBeRevealed(CommitmentOutput output) {
        SpendPath refund = commitment.spend(output, Branch.REFUNDED).path();
        return channel.context().self() == Party.PRODUCER && channel.tip().value() + 1 < opening(refund);
    }

    /** The outputs about which this household wants to hear, be it for its own claims or for those of others. */
    List<Outpoint> watched() {
        Set<Outpoint> watched = new LinkedHashSet<>(awaited(Set.of()));
        units().forEach(output -> watched.add(outpoint(output)));
        return List.copyOf(watched);
    }
}
