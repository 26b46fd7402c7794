package org.gridbolt.channel.utility;

import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.pricing.UnitNumber;

/**
 * Both households' versions, as far as they were reported.
 *
 * @param consumer A's
 * @param producer B's
 * @param ack what the utility has acknowledged last
 */
public record Sides(SideBook consumer, SideBook producer, Optional<ReceiptAck> ack) {

    /** Before anything was reported. */
    static Sides opening(Allocation contributions) {
        SideBook empty = SideBook.opening(contributions);
        return new Sides(empty, empty, Optional.empty());
    }

    /** That household's. */
    public SideBook of(Party side) {
        return side == Party.CONSUMER ? consumer : producer;
    }

    /** Whether the books of a household may fall back to a version that holds that unit. */
    boolean mayHold(UnitNumber unit) {
        return consumer.mayHold(unit) || producer.mayHold(unit);
    }

    /** Whether both households hold that unit, in their newest version or in the newest that the other one was given. */
    boolean isCommitted(UnitNumber unit) {
        return Stream.of(consumer, producer)
                .allMatch(book -> book.newest().holds(unit) || book.shown().holds(unit));
    }

    /** Whether that unit is ruled on when {@code signer} signs: its own word counts for itself, and nobody else's. */
    boolean isRuledOn(Party signer, UnitNumber unit) {
        return of(signer).newest().holds(unit) || of(signer.peer()).shown().holds(unit);
    }

    /** The hash of the newest receipt of that side that was acknowledged. */
    Optional<Sha256Hash> acknowledged(Party side) {
        return ack.map(held -> side == Party.CONSUMER ? held.consumerReceipt() : held.producerReceipt());
    }

    Sides with(Party side, SideBook book) {
        return side == Party.CONSUMER ? new Sides(book, producer, ack) : new Sides(consumer, book, ack);
    }

    Sides acknowledging(ReceiptAck next) {
        return new Sides(consumer, producer, Optional.of(next));
    }
}
