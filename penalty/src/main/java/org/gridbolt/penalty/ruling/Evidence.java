package org.gridbolt.penalty.ruling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Encodable;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.UnitNumber;

/**
 * All that a ruling rests on, each piece signed by whom it binds.
 *
 * <p>Tag: {@code gridbolt/evidence/2}. Encoding: terms with signature, consumer's state, producer's state, then as lists with a
 * count (4): books, acceptances, readings, silences, each with its signature, preimages (32 each), and earlier rulings, each
 * with its signature; then whether there is a word of absence (1), and it with its signature.
 *
 * @param terms the terms, signed by the utility
 * @param consumer the consumer's newest version
 * @param producer the producer's newest version
 * @param books the books with the pending tickets, signed by the utility
 * @param acceptances the producer's promises
 * @param readings of the producer's meter
 * @param silences the consumer's word that the producer did not answer
 * @param preimages of the delivered units
 * @param earlier the channel's rulings before, as far as they show how many shortfalls were tolerated already
 * @param absence one household's word that the other one is missing: then this is non-cooperation, and nothing is forfeited
 */
public record Evidence(
        Signed<Terms> terms,
        SideState consumer,
        SideState producer,
        List<Signed<TicketBook>> books,
        List<Signed<UnitAccept>> acceptances,
        List<Signed<MeterReading>> readings,
        List<Signed<ProducerSilence>> silences,
        List<Bytes> preimages,
        List<Signed<Ruling>> earlier,
        Optional<Signed<PeerAbsence>> absence)
        implements Encodable {

    private static final Tag TAG = Tag.of("gridbolt/evidence/2");

    /** One piece of each kind for every unit that may have a verdict, and as many again. */
    private static final int PIECES_MAX = 2 * Ruling.VERDICTS_MAX;

    public Evidence {
        books = List.copyOf(books);
        acceptances = List.copyOf(acceptances);
        readings = List.copyOf(readings);
        silences = List.copyOf(silences);
        preimages = List.copyOf(preimages);
        earlier = List.copyOf(earlier);
        if (earlier.size() > Graded.TOLERATED_MAX) {
            throw new IllegalArgumentException(
                    "more earlier rulings than shortfalls can be tolerated: " + earlier.size());
        }
    }

    /** Of the channel's first ruling, or under terms that tolerate no shortfall. */
    public Evidence(
            Signed<Terms> terms,
            SideState consumer,
            SideState producer,
            List<Signed<TicketBook>> books,
            List<Signed<UnitAccept>> acceptances,
            List<Signed<MeterReading>> readings,
            List<Signed<ProducerSilence>> silences,
            List<Bytes> preimages) {
        this(terms, consumer, producer, books, acceptances, readings, silences, preimages, List.of(), Optional.empty());
    }

    /** The same, with the channel's rulings before. */
    public Evidence after(List<Signed<Ruling>> rulings) {
        return new Evidence(
                terms, consumer, producer, books, acceptances, readings, silences, preimages, rulings, absence);
    }

    /** The units on which the rulings before found a default. */
    Set<UnitNumber> earlierDefaults() {
        return earlier.stream()
                .flatMap(ruling -> ruling.content().units(Verdict.DEFAULT).stream())
                .collect(Collectors.toSet());
    }

    /** The same, of a ruling of non-cooperation: by that word one household is missing. */
    public Evidence without(Signed<PeerAbsence> word) {
        return new Evidence(
                terms,
                consumer,
                producer,
                books,
                acceptances,
                readings,
                silences,
                preimages,
                earlier,
                Optional.of(word));
    }

    /** The household that signs with the utility: the consumer, or the one that is not missing. Its newest receipt is split. */
    public Party signer() {
        return absence.map(word -> word.content().side()).orElse(Party.CONSUMER);
    }

    /** The newest version of that side. */
    public SideState of(Party side) {
        return side == Party.CONSUMER ? consumer : producer;
    }

    /** The ticket of {@code unit}, from the first book that has one. */
    public Optional<Ticket> ticket(UnitNumber unit) {
        return books.stream()
                .flatMap(book -> book.content().ticket(unit).stream())
                .findFirst();
    }

    /**
     * The tickets of the pending units, by the hash that a commitment's output shows: only these are in a household's receipt. Of
     * another one in the books nobody but the utility has said anything, be it of the same unit or of the same hash.
     */
    public Map<Sha256Hash, Ticket> ticketsByHash() {
        Map<Sha256Hash, Ticket> tickets = new HashMap<>();
        Stream.concat(consumer.pending().stream(), producer.pending().stream())
                .flatMap(unit -> ticket(unit).stream())
                .forEach(ticket -> tickets.put(ticket.hash(), ticket));
        return tickets;
    }

    /** Whether a promise for {@code unit} is here. */
    boolean isAccepted(UnitNumber unit) {
        return acceptances.stream().anyMatch(acceptance -> acceptance.content().covers(unit));
    }

    /** Whether the unit of {@code ticket} is revealed here. */
    boolean isRevealed(Ticket ticket) {
        return preimages.stream().anyMatch(ticket::isRevealedBy);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        terms.writeTo(writer);
        consumer.writeTo(writer);
        producer.writeTo(writer);
        writer.list(books, (out, book) -> book.writeTo(out))
                .list(acceptances, (out, acceptance) -> acceptance.writeTo(out))
                .list(readings, (out, reading) -> reading.writeTo(out))
                .list(silences, (out, silence) -> silence.writeTo(out))
                .list(preimages, CanonicalWriter::fixed)
                .list(earlier, (out, ruling) -> ruling.writeTo(out))
                .flag(absence.isPresent());
        absence.ifPresent(word -> word.writeTo(writer));
    }

    static Evidence readFrom(CanonicalReader reader) {
        return new Evidence(
                Signed.readFrom(reader, Terms::readFrom),
                SideState.readFrom(reader),
                SideState.readFrom(reader),
                reader.list(PIECES_MAX, in -> Signed.readFrom(in, TicketBook::readFrom)),
                reader.list(PIECES_MAX, in -> Signed.readFrom(in, UnitAccept::readFrom)),
                reader.list(PIECES_MAX, in -> Signed.readFrom(in, MeterReading::readFrom)),
                reader.list(PIECES_MAX, in -> Signed.readFrom(in, ProducerSilence::readFrom)),
                reader.list(PIECES_MAX, in -> in.fixed(Preimages.SIZE)),
                reader.list(Graded.TOLERATED_MAX, in -> Signed.readFrom(in, Ruling::readFrom)),
                reader.flag() ? Optional.of(Signed.readFrom(reader, PeerAbsence::readFrom)) : Optional.empty());
    }
}
