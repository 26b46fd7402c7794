package org.gridbolt.channel.state;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.WalletSpend;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.justice.CommitmentReader;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * The transaction that spent the wallet, as it stands in the chain.
 *
 * @param kind what it is to this household
 * @param transaction the transaction
 * @param height the block that holds it
 */
public record WalletSpender(SpendKind kind, Transaction transaction, BlockHeight height) {

    /** What {@code transaction} is, in the state that it ended. */
    static WalletSpender recognise(Funded before, Transaction transaction, BlockHeight height) {
        return new WalletSpender(kindOf(before, transaction), transaction, height);
    }

    private static SpendKind kindOf(Funded before, Transaction transaction) {
        ChannelContext context = before.channel().context();
        return WalletSpend.recognise(context.wallet(), transaction)
                .map(spend -> kindOf(before, transaction, spend))
                .orElse(SpendKind.ROGUE);
    }

    /**
     * On a PLAIN wallet the utility can complete what a household signed for the other: then it is the version that it is, whoever
     * published it, and a revoked one is punished all the same.
     */
    private static SpendKind kindOf(Funded before, Transaction transaction, WalletSpend spend) {
        if (spend.pair() == Branch.CONSUMER_AND_PRODUCER) {
            return spend.commitment()
                    .map(state -> kindOf(before.channel(), state))
                    .orElse(SpendKind.COOPERATIVE);
        }
        Optional<CommitmentTx> completed = rebuilt(before.channel(), transaction, spend, Optional.empty());
        if (completed.isPresent()) {
            return spend.commitment()
                    .map(state -> kindOf(before.channel(), state))
                    .orElse(SpendKind.ROGUE);
        }
        return ruling(before, transaction, spend).map(WalletSpender::kindOf).orElse(SpendKind.ROGUE);
    }

    /** Nothing is forfeited where a household is merely missing. */
    private static SpendKind kindOf(VerifiedRuling ruling) {
        return ruling.ruling().units(Verdict.DEFAULT).isEmpty() ? SpendKind.ARBITRATED : SpendKind.PENALTY;
    }

    /** The ruling that it carries out: the one this household helps with, or one that it was told and would have stood by. */
    private static Optional<VerifiedRuling> ruling(Funded before, Transaction transaction, WalletSpend spend) {
        Stream<VerifiedRuling> own =
                before instanceof Ruled ruled ? Stream.of(ruled.verified()) : Stream.<VerifiedRuling>empty();
        return Stream.concat(own, told(before, spend))
                .filter(ruling -> ruling.checkPenalty(transaction).isEmpty())
                .findFirst();
    }

    /** A penalty that was waived explains nothing. */
    private static Stream<VerifiedRuling> told(Funded before, WalletSpend spend) {
        Set<Sha256Hash> waived = GivenWaiver.all(before.journal()).stream()
                .map(waiver -> waiver.content().ruling())
                .collect(Collectors.toSet());
        return before.channel().journal().since(0).stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Ruled.class::isInstance)
                .map(entry -> ((JournalEntry.Ruled) entry).file())
                .filter(file -> spend.ruling().equals(Optional.of(file.ruling().hash())))
                .filter(file -> !waived.contains(file.ruling().hash()))
                .flatMap(file -> standing(before, file).stream());
    }

    /** One that has lost states cannot tell which is its newest: what both node keys signed is the best it has. */
    private static Optional<VerifiedRuling> standing(Funded before, RulingFile file) {
        Channel channel = before.channel();
        return before instanceof DataLoss
                ? RulingVerifier.verify(
                                file, channel.context().terms().identity().utilityNodeKey())
                        .value()
                : new Judgement(channel, file).standing().value();
    }

    /** Whether a version is revoked is decided by the record of revealed secrets, and by nothing else. */
    private static SpendKind kindOf(Channel channel, WalletSpend.State state) {
        if (state.owner() == channel.context().self()) {
            return SpendKind.OWN_VERSION;
        }
        return channel.commitments().revoked().isRevoked(state.number())
                ? SpendKind.REVOKED_VERSION
                : SpendKind.PEER_VERSION;
    }

    /** The commitment that it is, if it is one and can be rebuilt: then every output of it is known. */
    Optional<CommitmentTx> commitment(Channel channel, Optional<StatedVersion> stated) {
        return WalletSpend.recognise(channel.context().wallet(), transaction)
                .flatMap(spend -> rebuilt(channel, transaction, spend, stated));
    }

    private static Optional<CommitmentTx> rebuilt(
            Channel channel, Transaction transaction, WalletSpend spend, Optional<StatedVersion> stated) {
        return spend.commitment()
                .flatMap(state -> Stream.concat(
                                point(channel, state).stream(), stated.map(StatedVersion::point).stream())
                        .map(point -> new CommitmentVersion(state.owner(), state.number(), point))
                        .flatMap(version -> read(channel, transaction, version, stated).stream())
                        .findFirst());
    }

    private static Optional<CommitmentTx> read(
            Channel channel, Transaction transaction, CommitmentVersion version, Optional<StatedVersion> stated) {
        Set<PendingUnit> units = known(channel);
        stated.ifPresent(told -> units.addAll(told.units()));
        return new CommitmentReader(channel.context().wallet(), version, transaction).read(units);
    }

    /** The point of that version as the record has it; what a peer states is tried where that does not fit. */
    private static Optional<PublicKey> point(Channel channel, WalletSpend.State state) {
        return state.owner() == channel.context().self()
                ? Optional.of(channel.context().keys().pointAt(state.number()))
                : channel.commitments().peerPoint(state.number());
    }

    /** The secret of a revoked version of the peer. */
    static Optional<PrivateKey> secret(Channel channel, CommitmentNumber number) {
        return channel.commitments().revoked().secretAt(number);
    }

    /**
     * Every unit that there ever was a ticket for, and every one that is under way: a consumer may offer what is no ticket, which
     * the producer's version then holds until it is removed. Which of them a version held, its scripts say.
     */
    private static Set<PendingUnit> known(Channel channel) {
        Set<PendingUnit> units = new LinkedHashSet<>();
        channel.units().list().forEach(unit -> units.add(unit.ticket().pendingUnit()));
        units.addAll(channel.commitments().own().ledger().outputs());
        channel.journal().since(0).stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Issued.class::isInstance)
                .map(JournalEntry.Issued.class::cast)
                .flatMap(issued -> issued.book().content().tickets().stream())
                .map(Ticket::pendingUnit)
                .forEach(units::add);
        return units;
    }
}
