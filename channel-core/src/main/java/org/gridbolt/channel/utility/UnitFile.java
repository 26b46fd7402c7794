package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * All that the utility has about one unit, from its ticket until it has ended.
 *
 * @param ticket what was issued
 * @param book the number of the book that it was issued in
 * @param consumer where it stands in the consumer's newest version
 * @param producer where it stands in the producer's newest version
 * @param acceptance the producer's promise, once it is given, with its place in the history
 * @param reading what the producer's meter measured, once it is told, with its place in the history
 * @param silence the consumer's word that the producer did not answer
 * @param revealed whether the preimage was given out: the unit was delivered
 */
public record UnitFile(
        Ticket ticket,
        int book,
        Standing consumer,
        Standing producer,
        Optional<Kept<Signed<UnitAccept>>> acceptance,
        Optional<Kept<Signed<MeterReading>>> reading,
        Optional<Signed<ProducerSilence>> silence,
        boolean revealed) {

    /** The file of a unit that was just issued. */
    static UnitFile issued(Ticket ticket, int book) {
        return new UnitFile(
                ticket,
                book,
                Standing.NOT_YET,
                Standing.NOT_YET,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Its number. */
    public UnitNumber number() {
        return ticket.unit();
    }

    /** Where it stands in that household's newest version. */
    Standing standing(Party side) {
        return side == Party.CONSUMER ? consumer : producer;
    }

    UnitFile with(Party side, Standing next) {
        if (next.equals(standing(side))) {
            return this;
        }
        boolean consumers = side == Party.CONSUMER;
        return new UnitFile(
                ticket,
                book,
                consumers ? next : consumer,
                consumers ? producer : next,
                acceptance,
                reading,
                silence,
                revealed);
    }

    UnitFile accepted(Kept<Signed<UnitAccept>> promise) {
        return new UnitFile(ticket, book, consumer, producer, Optional.of(promise), reading, silence, revealed);
    }

    UnitFile read(Kept<Signed<MeterReading>> measured) {
        return new UnitFile(ticket, book, consumer, producer, acceptance, Optional.of(measured), silence, revealed);
    }

    UnitFile silent(Signed<ProducerSilence> statement) {
        return new UnitFile(ticket, book, consumer, producer, acceptance, reading, Optional.of(statement), revealed);
    }

    UnitFile revealedNow() {
        return new UnitFile(ticket, book, consumer, producer, acceptance, reading, silence, true);
    }

    /** Whether a newest version of either household holds it. */
    boolean isPending() {
        return consumer.isHeld() || producer.isHeld();
    }

    /** Whether no version of either household has held it. */
    boolean isUntouched() {
        return consumer.isNotYet() && producer.isNotYet();
    }

    /** What the meter measured, if it told. */
    Optional<MeterReading> measured() {
        return reading.map(kept -> kept.value().content());
    }

    /** What the reading lacks of the promise, if there is a reading. */
    Optional<WattHours> shortfall() {
        return measured().map(measured -> measured.shortfallOf(ticket.energy()));
    }
}
