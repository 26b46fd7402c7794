package org.gridbolt.channel.state;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;

/** One thing that a channel remembers for ever. */
public sealed interface JournalEntry {

    /** Its bytes, for the {@link Journal}. */
    default Bytes encode() {
        return JournalCodec.ENTRY.encode(this);
    }

    /** The entry that {@code bytes} spell; an {@link IllegalArgumentException} when they are none. */
    static JournalEntry decode(Bytes bytes) {
        return JournalCodec.ENTRY.decode(bytes).orElseThrow();
    }

    /**
     * What the opening came to: always the first entry.
     *
     * @param agreement what was agreed
     */
    record Agreed(Agreement agreement) implements JournalEntry {}

    /**
     * The utility announced a price.
     *
     * @param announcement the price
     */
    record Announced(Signed<PriceAnnouncement> announcement) implements JournalEntry {}

    /**
     * The utility issued tickets.
     *
     * @param book the tickets
     */
    record Issued(Signed<TicketBook> book) implements JournalEntry {}

    /**
     * The utility ruled.
     *
     * @param file the ruling and its evidence
     */
    record Ruled(RulingFile file) implements JournalEntry {}

    /**
     * The consumer waived the penalty of a ruling, which stands before this.
     *
     * @param waiver its promise
     * @param since the height at which this household gave it or had it
     */
    record Waived(Signed<PenaltyWaived> waiver, BlockHeight since) implements JournalEntry {}

    /**
     * Somebody was caught.
     *
     * @param proof what convicts it
     */
    record Proved(FraudProof proof) implements JournalEntry {}
}
