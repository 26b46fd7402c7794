package org.gridbolt.channel.utility;

import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.UnitNumber;

/** One thing that the utility remembers of a channel for ever, in the order in which it happened. */
public sealed interface HistoryEntry {

    /**
     * Both households reported the same wallet: always the first entry.
     *
     * @param terms what was agreed
     * @param consumer the static keys of A
     * @param producer the static keys of B
     * @param wallet where the wallet is
     */
    record Opened(Signed<Terms> terms, PartyKeys consumer, PartyKeys producer, Outpoint wallet)
            implements HistoryEntry {}

    /**
     * A price was announced.
     *
     * @param price the announcement
     */
    record Priced(Signed<PriceAnnouncement> price) implements HistoryEntry {}

    /**
     * Tickets were issued.
     *
     * @param book the book
     */
    record Booked(Signed<TicketBook> book) implements HistoryEntry {}

    /**
     * The producer promised to deliver.
     *
     * @param acceptance its promise
     */
    record Accepted(Signed<UnitAccept> acceptance) implements HistoryEntry {}

    /**
     * The producer's meter measured.
     *
     * @param reading what it measured
     */
    record Measured(Signed<MeterReading> reading) implements HistoryEntry {}

    /**
     * A unit was delivered and its preimage given out.
     *
     * @param unit which
     * @param book the number of its book
     */
    record Revealed(UnitNumber unit, int book) implements HistoryEntry {}

    /**
     * The consumer waived the penalty of a ruling: states carry the ruling out instead.
     *
     * @param file the ruling and its evidence
     * @param waiver the consumer's promise
     */
    record Waived(RulingFile file, Signed<PenaltyWaived> waiver) implements HistoryEntry {}

    /**
     * A household signed two receipts of one version: kept once for each household, as proof against it.
     *
     * @param one the one that was known
     * @param other the one that came
     */
    record Contradicted(Signed<StateReceipt> one, Signed<StateReceipt> other) implements HistoryEntry {

        FraudProof proof() {
            return new FraudProof.ContradictoryReceipts(one, other);
        }
    }

    /**
     * A unit ended.
     *
     * @param unit which
     * @param outcome how
     */
    record Ended(UnitNumber unit, UnitOutcome outcome) implements HistoryEntry {}
}
