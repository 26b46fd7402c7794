package org.gridbolt.channel.signer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;

/**
 * What a household's signer remembers of the penalty that was waived last.
 *
 * @param ruling the hash of its ruling
 * @param sequence the number of that ruling among the channel's
 * @param units the hashes of its defaulted units
 * @param coins what these hold
 * @param consumer what of it the consumer gets
 * @param utility what the utility gets; the rest is the producer's, and its balance pays what is missing
 * @param inConsumers whether the consumer's version has carried it out
 * @param inProducers whether the producer's version has
 */
record WaiverMark(
        Sha256Hash ruling,
        int sequence,
        List<Sha256Hash> units,
        Coin coins,
        Coin consumer,
        Coin utility,
        boolean inConsumers,
        boolean inProducers) {

    WaiverMark {
        units = List.copyOf(units);
    }

    /** Of a ruling that was just proved. */
    static WaiverMark of(RulingProof proof) {
        List<Ticket> defaulted = proof.verified().ruling().units(Verdict.DEFAULT).stream()
                .flatMap(unit -> proof.file().evidence().ticket(unit).stream())
                .toList();
        Split split = proof.verified().consumerSplit();
        return new WaiverMark(
                proof.verified().hash(),
                proof.verified().ruling().sequence(),
                defaulted.stream().map(Ticket::hash).toList(),
                defaulted.stream().map(Ticket::amount).reduce(Coin.ZERO, Coin::add),
                split.consumerShare(),
                split.utilityShare(),
                false,
                false);
    }

    /** What the producer gets of the units, less than nothing where its balance pays. */
    Coin producer() {
        return coins.subtract(consumer).subtract(utility);
    }

    /** Whether both versions have carried it out. */
    boolean isCarriedOut() {
        return inConsumers && inProducers;
    }

    /** Whether the version of {@code owner} has carried it out. */
    boolean isIn(Party owner) {
        return owner == Party.CONSUMER ? inConsumers : inProducers;
    }

    /** How many of its units {@code version} holds. */
    int heldBy(CommitmentTx version) {
        Set<Sha256Hash> held = version.units().stream().map(PendingUnit::hash).collect(Collectors.toSet());
        return (int) units.stream().filter(held::contains).count();
    }

    /** Whether {@code version} is the one of its owner that carries it out. */
    boolean isCarriedOutBy(CommitmentTx version) {
        return !isIn(version.version().owner()) && heldBy(version) == 0;
    }

    /** After {@code version} was signed or made the newest. */
    WaiverMark after(CommitmentTx version) {
        Party owner = version.version().owner();
        boolean done = heldBy(version) == 0;
        return new WaiverMark(
                ruling,
                sequence,
                units,
                coins,
                consumer,
                utility,
                inConsumers || (done && owner == Party.CONSUMER),
                inProducers || (done && owner == Party.PRODUCER));
    }

    void writeTo(CanonicalWriter writer) {
        writer.hash(ruling)
                .number(sequence)
                .list(units, CanonicalWriter::hash)
                .coins(coins)
                .coins(consumer)
                .coins(utility)
                .flag(inConsumers)
                .flag(inProducers);
    }

    static WaiverMark readFrom(CanonicalReader reader) {
        return new WaiverMark(
                reader.hash(),
                reader.number(),
                reader.list(Limits.PENDING_UNITS_BOUND, CanonicalReader::hash),
                reader.coins(),
                reader.coins(),
                reader.coins(),
                reader.flag(),
                reader.flag());
    }
}
