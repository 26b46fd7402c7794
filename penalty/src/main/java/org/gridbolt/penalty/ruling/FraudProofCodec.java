package org.gridbolt.penalty.ruling;

import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.UnitNumber;

/** The encoding of a {@link FraudProof}. */
final class FraudProofCodec {

    private static final int DEFAULT_OF_REVEALED_UNIT = 0;
    private static final int CONTRADICTORY_RULINGS = 1;
    private static final int CLAIM_OF_REVEALED_UNIT = 2;
    private static final int SPEND_WITHOUT_RULING = 3;
    private static final int PENALTY_AFTER_WAIVER = 4;
    private static final int UNPAID_CLAIM = 5;
    private static final int CONTRADICTORY_RECEIPTS = 6;

    /** The largest transaction that a block can hold: who mines need not ask what others relay. */
    static final int TRANSACTION_BYTES_MAX = 4_000_000;

    /** As large as a message that brings one. */
    private static final int RULING_BYTES_MAX = 1 << 20;

    private FraudProofCodec() {}

    static Bytes encode(FraudProof.DefaultOfRevealedUnit proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(DEFAULT_OF_REVEALED_UNIT);
        proof.ruling().writeTo(writer);
        proof.book().writeTo(writer);
        return writer.number(proof.unit().value()).fixed(proof.preimage()).toBytes();
    }

    static Bytes encode(FraudProof.ContradictoryRulings proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(CONTRADICTORY_RULINGS);
        proof.one().writeTo(writer);
        proof.other().writeTo(writer);
        return writer.toBytes();
    }

    static Bytes encode(FraudProof.ClaimOfRevealedUnit proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(CLAIM_OF_REVEALED_UNIT);
        proof.terms().writeTo(writer);
        proof.book().writeTo(writer);
        return writer.number(proof.unit().value())
                .fixed(proof.preimage())
                .bytes(proof.claim())
                .toBytes();
    }

    static Bytes encode(FraudProof.SpendWithoutRuling proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(SPEND_WITHOUT_RULING);
        proof.terms().writeTo(writer);
        writer.bytes(proof.spend()).flag(proof.shown().isPresent());
        proof.shown().ifPresent(file -> writer.bytes(file.encode()));
        return writer.toBytes();
    }

    static Bytes encode(FraudProof.PenaltyAfterWaiver proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(PENALTY_AFTER_WAIVER);
        proof.terms().writeTo(writer);
        proof.waived().writeTo(writer);
        return writer.bytes(proof.penalty()).toBytes();
    }

    static Bytes encode(FraudProof.UnpaidClaim proof) {
        CanonicalWriter writer =
                new CanonicalWriter().octet(UNPAID_CLAIM).bytes(proof.file().encode());
        proof.version().writeTo(writer);
        return writer.list(proof.claims(), CanonicalWriter::bytes).toBytes();
    }

    static Bytes encode(FraudProof.ContradictoryReceipts proof) {
        CanonicalWriter writer = new CanonicalWriter().octet(CONTRADICTORY_RECEIPTS);
        proof.one().writeTo(writer);
        proof.other().writeTo(writer);
        return writer.toBytes();
    }

    static FraudProof readFrom(CanonicalReader reader) {
        return switch (reader.octet(CONTRADICTORY_RECEIPTS)) {
            case DEFAULT_OF_REVEALED_UNIT ->
                new FraudProof.DefaultOfRevealedUnit(
                        ruling(reader), book(reader), unit(reader), reader.fixed(Preimages.SIZE));
            case CONTRADICTORY_RULINGS -> new FraudProof.ContradictoryRulings(ruling(reader), ruling(reader));
            case CLAIM_OF_REVEALED_UNIT ->
                new FraudProof.ClaimOfRevealedUnit(
                        Signed.readFrom(reader, Terms::readFrom),
                        book(reader),
                        unit(reader),
                        reader.fixed(Preimages.SIZE),
                        reader.bytes(TRANSACTION_BYTES_MAX));
            case SPEND_WITHOUT_RULING ->
                new FraudProof.SpendWithoutRuling(
                        Signed.readFrom(reader, Terms::readFrom), reader.bytes(TRANSACTION_BYTES_MAX), shown(reader));
            case PENALTY_AFTER_WAIVER ->
                new FraudProof.PenaltyAfterWaiver(
                        Signed.readFrom(reader, Terms::readFrom),
                        Signed.readFrom(reader, PenaltyWaived::readFrom),
                        reader.bytes(TRANSACTION_BYTES_MAX));
            case CONTRADICTORY_RECEIPTS ->
                new FraudProof.ContradictoryReceipts(
                        Signed.readFrom(reader, StateReceipt::readFrom),
                        Signed.readFrom(reader, StateReceipt::readFrom));
            default ->
                new FraudProof.UnpaidClaim(
                        file(reader),
                        ConfirmedVersion.readFrom(reader),
                        reader.list(Limits.PENDING_UNITS_BOUND, in -> in.bytes(TRANSACTION_BYTES_MAX)));
        };
    }

    private static Optional<RulingFile> shown(CanonicalReader reader) {
        return reader.flag() ? Optional.of(file(reader)) : Optional.empty();
    }

    private static RulingFile file(CanonicalReader reader) {
        return RulingFile.decode(reader.bytes(RULING_BYTES_MAX)).orElseThrow();
    }

    private static Signed<Ruling> ruling(CanonicalReader reader) {
        return Signed.readFrom(reader, Ruling::readFrom);
    }

    private static Signed<TicketBook> book(CanonicalReader reader) {
        return Signed.readFrom(reader, TicketBook::readFrom);
    }

    private static UnitNumber unit(CanonicalReader reader) {
        return new UnitNumber(reader.number());
    }
}
