package org.gridbolt.penalty.ruling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the consumer knows when the utility asks it to sign a penalty. It signs only what it has checked itself: the evidence
 * proves the ruling, the state is its own newest, it knows no preimage of a unit that is said not to be delivered, and no
 * other ruling of the utility says otherwise.
 *
 * <p>MUST 6.1: the consumer checks the evidence itself.
 *
 * @param channel the channel
 * @param utility the utility's node key
 * @param newestReceipt the hash of the consumer's own newest receipt
 * @param books the ticket books that it received, each already verified
 * @param preimages all that were revealed, by their hash
 * @param rulings the utility's rulings on this channel that it has seen before
 * @param waived the hashes of those of them that it waived, which were carried out off chain
 */
public record Cosigner(
        ChannelRef channel,
        PublicKey utility,
        Sha256Hash newestReceipt,
        List<Signed<TicketBook>> books,
        Map<Sha256Hash, Bytes> preimages,
        List<Signed<Ruling>> rulings,
        Set<Sha256Hash> waived) {

    public Cosigner {
        books = List.copyOf(books);
        preimages = Map.copyOf(preimages);
        rulings = List.copyOf(rulings);
        waived = Set.copyOf(waived);
    }

    /** Where no ruling was ever waived. */
    public Cosigner(
            ChannelRef channel,
            PublicKey utility,
            Sha256Hash newestReceipt,
            List<Signed<TicketBook>> books,
            Map<Sha256Hash, Bytes> preimages,
            List<Signed<Ruling>> rulings) {
        this(channel, utility, newestReceipt, books, preimages, rulings, Set.of());
    }

    /** The ruling that the consumer may sign, or why it does not. Fraud is looked for first: its proof is worth keeping. */
    public Outcome<VerifiedRuling, CosignRefusal> examine(RulingFile file) {
        Signed<Ruling> ruling = file.ruling();
        if (!ruling.content().channel().equals(channel)) {
            return Outcome.flawed(new CosignRefusal.OtherChannel());
        }
        if (!ruling.isSignedBy(utility)) {
            return unproved(RulingVerifier.notSignedByUtility("the ruling"));
        }
        Optional<FraudProof> fraud = falseDenial(ruling).or(() -> contradiction(ruling));
        return fraud.<Outcome<VerifiedRuling, CosignRefusal>>map(
                        proof -> Outcome.flawed(new CosignRefusal.Fraudulent(proof)))
                .orElseGet(() -> proved(file));
    }

    private Outcome<VerifiedRuling, CosignRefusal> proved(RulingFile file) {
        if (!file.ruling().content().receipt().equals(newestReceipt)) {
            return Outcome.flawed(new CosignRefusal.NotNewestState());
        }
        Optional<CosignRefusal> miscounted = miscounted(file);
        if (miscounted.isPresent()) {
            return Outcome.flawed(miscounted.get());
        }
        return RulingVerifier.verify(file, utility).fold(Outcome::of, Cosigner::unproved);
    }

    private static Outcome<VerifiedRuling, CosignRefusal> unproved(RulingFlaw flaw) {
        return Outcome.flawed(new CosignRefusal.Unproved(flaw));
    }

    /** A preimage that is known here shows that the unit was delivered: whoever denies it takes the producer's coins. */
    private Optional<FraudProof> falseDenial(Signed<Ruling> ruling) {
        return books.stream().flatMap(book -> falseDenials(ruling, book)).findFirst();
    }

    private Stream<FraudProof> falseDenials(Signed<Ruling> ruling, Signed<TicketBook> book) {
        return ruling.content().verdicts().stream()
                .filter(UnitVerdict::denies)
                .flatMap(verdict -> book.content().ticket(verdict.unit()).stream())
                .flatMap(ticket -> revealed(ticket)
                        .map(preimage -> new FraudProof.DefaultOfRevealedUnit(ruling, book, ticket.unit(), preimage))
                        .stream());
    }

    /**
     * The rulings before cannot be proved by the file: it holds no evidence of theirs. So the consumer compares them with those
     * that it waived itself, and so had examined; one invented would take the producer's tolerance away, one left out the
     * consumer's share.
     */
    private Optional<CosignRefusal> miscounted(RulingFile file) {
        int tolerated = file.evidence().terms().content().clauses().policy().toleratedShortfalls();
        Set<UnitNumber> cited = others(file, file.evidence().earlierDefaults());
        Set<UnitNumber> waivedBefore = others(file, defaultsWaived());
        boolean enough = cited.size() >= tolerated || cited.equals(waivedBefore);
        return waivedBefore.containsAll(cited) && enough
                ? Optional.empty()
                : Optional.of(new CosignRefusal.OtherShortfallsBefore(cited.size(), waivedBefore.size()));
    }

    private static Set<UnitNumber> others(RulingFile file, Set<UnitNumber> units) {
        Set<UnitNumber> others = new HashSet<>(units);
        others.removeAll(file.ruling().content().units(Verdict.DEFAULT));
        return others;
    }

    private Set<UnitNumber> defaultsWaived() {
        return rulings.stream()
                .filter(earlier -> waived.contains(earlier.hash()))
                .flatMap(earlier -> earlier.content().units(Verdict.DEFAULT).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Bytes> revealed(Ticket ticket) {
        return Optional.ofNullable(preimages.get(ticket.hash())).filter(ticket::isRevealedBy);
    }

    private Optional<FraudProof> contradiction(Signed<Ruling> ruling) {
        return rulings.stream()
                .filter(earlier -> earlier.content().contradicts(ruling.content()))
                .filter(earlier -> earlier.isSignedBy(utility))
                .findFirst()
                .map(earlier -> new FraudProof.ContradictoryRulings(earlier, ruling));
    }
}
