package org.gridbolt.channel.state;

import static org.gridbolt.channel.codec.Records.part;

import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.ruling.FraudProof;

/** The bytes of what a channel remembers for ever. */
final class JournalCodec {

    private static final int PROOF_BYTES_MAX = 1 << 23;

    /** Three parties with as many inputs as a message may name. */
    private static final int INPUTS_MAX = 96;

    private static final Codec<Agreement> AGREEMENT = Records.of(
            part(Agreement::keyId, Codecs.KEY_ID),
            part(Agreement::terms, ContractCodecs.TERMS),
            part(Agreement::peerKeys, ChainCodecs.PARTY_KEYS),
            part(Agreement::wallet, Codecs.OUTPOINT),
            part(Agreement::inputs, Codecs.list(Codecs.OUTPOINT, INPUTS_MAX)),
            Agreement::new);

    private static final Codec<FraudProof> PROOF =
            Codecs.map(Codecs.bytes(PROOF_BYTES_MAX), JournalCodec::proof, FraudProof::encode);

    static final Codec<JournalEntry> ENTRY = new Union<JournalEntry>("journal entry")
            .with(
                    1,
                    JournalEntry.Agreed.class,
                    Codecs.map(AGREEMENT, JournalEntry.Agreed::new, JournalEntry.Agreed::agreement))
            .with(
                    2,
                    JournalEntry.Announced.class,
                    Codecs.map(ContractCodecs.PRICE, JournalEntry.Announced::new, JournalEntry.Announced::announcement))
            .with(
                    3,
                    JournalEntry.Issued.class,
                    Codecs.map(ContractCodecs.BOOK, JournalEntry.Issued::new, JournalEntry.Issued::book))
            .with(
                    4,
                    JournalEntry.Ruled.class,
                    Codecs.map(ContractCodecs.RULING_FILE, JournalEntry.Ruled::new, JournalEntry.Ruled::file))
            .with(5, JournalEntry.Proved.class, Codecs.map(PROOF, JournalEntry.Proved::new, JournalEntry.Proved::proof))
            .with(
                    6,
                    JournalEntry.Waived.class,
                    Records.of(
                            part(JournalEntry.Waived::waiver, ContractCodecs.WAIVER),
                            part(JournalEntry.Waived::since, Codecs.HEIGHT),
                            JournalEntry.Waived::new));

    private JournalCodec() {}

    private static FraudProof proof(Bytes bytes) {
        return FraudProof.decode(bytes).orElseThrow();
    }
}
