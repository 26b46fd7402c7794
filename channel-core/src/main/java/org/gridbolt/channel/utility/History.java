package org.gridbolt.channel.utility;

import static org.gridbolt.channel.codec.Records.part;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Party;

/**
 * Everything that the utility ever announced, issued and revealed on a channel, and how each unit ended, in order. A store
 * appends what is new.
 *
 * @param journal the entries as bytes
 */
public record History(Journal journal) {

    /** Nothing yet. */
    public static final History EMPTY = new History(Journal.EMPTY);

    private static final Codec<HistoryEntry> ENTRY = new Union<HistoryEntry>("history entry")
            .with(
                    0,
                    HistoryEntry.Opened.class,
                    Records.of(
                            part(HistoryEntry.Opened::terms, ContractCodecs.TERMS),
                            part(HistoryEntry.Opened::consumer, ChainCodecs.PARTY_KEYS),
                            part(HistoryEntry.Opened::producer, ChainCodecs.PARTY_KEYS),
                            part(HistoryEntry.Opened::wallet, Codecs.OUTPOINT),
                            HistoryEntry.Opened::new))
            .with(
                    1,
                    HistoryEntry.Priced.class,
                    Records.of(part(HistoryEntry.Priced::price, ContractCodecs.PRICE), HistoryEntry.Priced::new))
            .with(
                    2,
                    HistoryEntry.Booked.class,
                    Records.of(part(HistoryEntry.Booked::book, ContractCodecs.BOOK), HistoryEntry.Booked::new))
            .with(
                    3,
                    HistoryEntry.Revealed.class,
                    Records.of(
                            part(HistoryEntry.Revealed::unit, Codecs.UNIT),
                            part(HistoryEntry.Revealed::book, Codecs.NUMBER),
                            HistoryEntry.Revealed::new))
            .with(
                    4,
                    HistoryEntry.Ended.class,
                    Records.of(
                            part(HistoryEntry.Ended::unit, Codecs.UNIT),
                            part(HistoryEntry.Ended::outcome, Codecs.constant(UnitOutcome.class)),
                            HistoryEntry.Ended::new))
            .with(
                    5,
                    HistoryEntry.Accepted.class,
                    Records.of(
                            part(HistoryEntry.Accepted::acceptance, ContractCodecs.ACCEPTANCE),
                            HistoryEntry.Accepted::new))
            .with(
                    6,
                    HistoryEntry.Measured.class,
                    Records.of(
                            part(HistoryEntry.Measured::reading, ContractCodecs.READING), HistoryEntry.Measured::new))
            .with(
                    7,
                    HistoryEntry.Waived.class,
                    Records.of(
                            part(HistoryEntry.Waived::file, ContractCodecs.RULING_FILE),
                            part(HistoryEntry.Waived::waiver, ContractCodecs.WAIVER),
                            HistoryEntry.Waived::new))
            .with(
                    8,
                    HistoryEntry.Contradicted.class,
                    Records.of(
                            part(HistoryEntry.Contradicted::one, ContractCodecs.RECEIPT),
                            part(HistoryEntry.Contradicted::other, ContractCodecs.RECEIPT),
                            HistoryEntry.Contradicted::new));

    /** How many entries there are: the place of the next one. */
    int size() {
        return journal.size();
    }

    History plus(HistoryEntry entry) {
        return new History(journal.plus(ENTRY.encode(entry)));
    }

    /** The entries after the first {@code count}, in their order. */
    List<HistoryEntry> since(int count) {
        return journal.since(count).stream()
                .map(bytes -> ENTRY.decode(bytes).orElseThrow())
                .toList();
    }

    /** The proof that a household contradicted itself, if it did. */
    Optional<HistoryEntry.Contradicted> contradicted(Party side) {
        return entries().stream()
                .filter(HistoryEntry.Contradicted.class::isInstance)
                .map(HistoryEntry.Contradicted.class::cast)
                .filter(entry -> entry.one().content().side() == side)
                .findFirst();
    }

    /** The rulings whose penalties were waived, in the order in which they were issued. */
    List<HistoryEntry.Waived> waived() {
        return entries().stream()
                .filter(HistoryEntry.Waived.class::isInstance)
                .map(HistoryEntry.Waived.class::cast)
                .toList();
    }

    /** All of it. */
    public List<HistoryEntry> entries() {
        return since(0);
    }
}
