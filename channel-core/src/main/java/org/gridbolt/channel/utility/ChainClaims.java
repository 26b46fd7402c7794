package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.Satisfaction;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.justice.Finding;
import org.gridbolt.penalty.justice.Sighting;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * What the utility does about a standing version that confirmed: it carries a ruling out on its outputs, and takes a delivered
 * unit that the producer sleeps through, for the producer and to the producer's script.
 */
final class ChainClaims {

    private final UtilityChannel channel;
    private final CommitmentTx version;
    private final Sighting seen;
    private final Optional<VerifiedRuling> ruling;

    private ChainClaims(UtilityChannel channel, CommitmentTx version, Sighting seen, Optional<VerifiedRuling> ruling) {
        this.channel = channel;
        this.version = version;
        this.seen = seen;
        this.ruling = ruling;
    }

    /** The claims on what spent the wallet, if that is a standing version of a household. */
    static Optional<ChainClaims> of(OpenState before) {
        UtilityChannel channel = before.channel();
        return channel.tower()
                .finding()
                .flatMap(found -> found instanceof Finding.Standing standing
                        ? Optional.of(standing.commitment())
                        : Optional.empty())
                .map(version -> new ChainClaims(
                        channel, version, channel.tower().sighting().orElseThrow(), ruling(before, version)));
    }

    /** The ruling, when it was made on this very version: coins of another state would not add up. */
    private static Optional<VerifiedRuling> ruling(OpenState before, CommitmentTx version) {
        Party owner = version.version().owner();
        return before.ruled()
                .filter(file -> file.evidence()
                        .of(owner)
                        .receipt()
                        .content()
                        .own()
                        .number()
                        .equals(version.version().number()))
                .flatMap(file -> RulingMaker.verified(before.channel(), file));
    }

    /** Consumer and utility spend the producer's balance by the ruling, if it takes anything from it. */
    Optional<ClaimTx> forfeit() {
        return ruling.filter(ruled -> split(ruled).spendsProducerBalance())
                .flatMap(ruled -> version.balanceOf(Party.PRODUCER).map(balance -> forfeit(ruled, balance)));
    }

    private ClaimTx forfeit(VerifiedRuling ruled, CommitmentOutput balance) {
        return ClaimTx.ruled(
                List.of(version.spend(balance, Branch.ARBITRATION)),
                channel.context().wallet().scripts(),
                split(ruled)
                        .ofProducerBalance(channel.context().terms().limits().dustLimit()),
                ruled.hash());
    }

    private Split split(VerifiedRuling ruled) {
        return ruled.onVersionOf(version.version().owner());
    }

    /** Whether {@code signature} is the consumer's on {@code claim}. */
    boolean isConsumers(ClaimTx claim, Signature signature) {
        return claim.verify(0, signature, arbitration(Party.CONSUMER));
    }

    /** The forfeit, signed by both. */
    Transaction signed(ClaimTx claim, Signature consumers) {
        Signature own = claim.sign(0, channel.context().secrets().arbitrationKey());
        return claim.signed(List.of(
                Satisfaction.of(Map.of(arbitration(Party.CONSUMER), consumers, arbitration(Party.UTILITY), own))));
    }

    private PublicKey arbitration(Party party) {
        return channel.context().wallet().scripts().keys().of(party).arbitration();
    }

    /** The claims of units that the next block can hold, signed: the defaulted ones by the ruling, in its shape. */
    List<ChannelAction> due() {
        List<ChannelAction> due = new ArrayList<>();
        open(replaced().stream()).map(Executing::publication).forEach(due::add);
        open(delivered().stream())
                .map(claim -> new Publish(Purpose.CLAIM, claim, Optional.empty()))
                .forEach(due::add);
        return due;
    }

    private Stream<Transaction> open(Stream<ClaimTx> claims) {
        return claims.filter(claim -> claim.spends().stream().allMatch(this::isOpen))
                .map(this::signed);
    }

    private Transaction signed(ClaimTx claim) {
        List<PrivateKey> keys = List.of(channel.context().secrets().unitKey());
        return claim.signed(keys, Map.of());
    }

    /** All defaulted units in one transaction, divided by the ruling; nothing once somebody took one of them. */
    private Optional<ClaimTx> replaced() {
        return ruling.flatMap(ruled -> {
            List<Spend> spends = spends(ruled);
            boolean whole = !spends.isEmpty()
                    && spends.size() == ruled.ruling().units(Verdict.DEFAULT).size();
            return whole ? Optional.of(replaced(ruled, spends)) : Optional.empty();
        });
    }

    private List<Spend> spends(VerifiedRuling ruled) {
        return units().filter(file -> ruled.ruling().units(Verdict.DEFAULT).contains(file.number()))
                .flatMap(file -> left(file).stream())
                .toList();
    }

    private ClaimTx replaced(VerifiedRuling ruled, List<Spend> spends) {
        return ClaimTx.ruled(
                spends,
                channel.context().wallet().scripts(),
                split(ruled).ofDefaultedUnits(channel.context().terms().limits().dustLimit()),
                ruled.hash());
    }

    /** Each delivered unit by itself, to the producer, as far as it is worth the fee. */
    private List<ClaimTx> delivered() {
        Bytes payout = channel.context().wallet().scripts().payouts().producer();
        return units().filter(UnitFile::revealed)
                .flatMap(file -> left(file).stream())
                .flatMap(spend -> ClaimTx.paying(
                        List.of(spend),
                        payout,
                        channel.context().profile().feeRate(),
                        channel.context().terms().limits().dustLimit())
                        .stream())
                .toList();
    }

    private Stream<UnitFile> units() {
        return channel.files().list().stream();
    }

    /** The unit as an output of this version that nobody has spent, by the utility's branch. */
    private Optional<Spend> left(UnitFile file) {
        return version.outputOf(file.ticket().pendingUnit())
                .filter(output -> !seen.spent().containsKey(output.index()))
                .map(output -> version.spend(output, Branch.REPLACED));
    }

    /** A relative lock counts from the version's block, an absolute one asks for a block above its height. */
    private boolean isOpen(Spend spend) {
        int next = channel.tip().value() + 1;
        boolean old = next >= seen.height().value() + spend.path().age().value();
        return old && spend.path().height().map(lock -> next > lock.value()).orElse(true);
    }

    /** The outputs whose spends the utility waits for. */
    List<Outpoint> awaited() {
        List<Outpoint> awaited = new ArrayList<>();
        replaced().ifPresent(claim -> claim.spends().forEach(spend -> awaited.add(spend.outpoint())));
        delivered().forEach(claim -> claim.spends().forEach(spend -> awaited.add(spend.outpoint())));
        forfeit()
                .ifPresent(claim -> claim.spends().stream()
                        .map(Spend::outpoint)
                        .filter(outpoint -> !seen.spent().containsKey(outpoint.index()))
                        .forEach(awaited::add));
        return awaited;
    }
}
