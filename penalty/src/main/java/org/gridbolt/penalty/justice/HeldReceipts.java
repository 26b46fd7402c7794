package org.gridbolt.penalty.justice;

import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The newest receipts of one household. What it tells of itself is kept apart from what its peer passed on: by the one it cannot
 * make the other look old.
 *
 * @param told the newest that it told itself
 * @param passedOn the newest that it gave to its peer, as that one passed it on
 */
public record HeldReceipts(Optional<Signed<StateReceipt>> told, Optional<Signed<StateReceipt>> passedOn) {

    /** None. */
    static final HeldReceipts NONE = new HeldReceipts(Optional.empty(), Optional.empty());

    /** The newest of both; of one version, what was passed on. */
    public Optional<Signed<StateReceipt>> newest() {
        return told.filter(own -> passedOn.filter(given -> !number(given).isBefore(number(own)))
                        .isEmpty())
                .or(() -> passedOn);
    }

    /** Whether that receipt is one of them. */
    boolean holds(Signed<StateReceipt> receipt) {
        return all().anyMatch(receipt::equals);
    }

    /** Whether one of them names {@code number} of the peer's versions, or a newer one. */
    boolean reaches(CommitmentNumber number) {
        return seen().filter(peers -> !peers.isBefore(number)).isPresent();
    }

    /** The newest version of the peer that one of them names. */
    Optional<CommitmentNumber> seen() {
        return all().map(receipt -> receipt.content().peer().number()).max(CommitmentNumber::compareTo);
    }

    private Stream<Signed<StateReceipt>> all() {
        return Stream.concat(told.stream(), passedOn.stream());
    }

    static CommitmentNumber number(Signed<StateReceipt> receipt) {
        return receipt.content().own().number();
    }

    HeldReceipts withTold(Signed<StateReceipt> receipt) {
        return new HeldReceipts(Optional.of(receipt), passedOn);
    }

    HeldReceipts withPassedOn(Signed<StateReceipt> receipt) {
        return new HeldReceipts(told, Optional.of(receipt));
    }

    void writeTo(CanonicalWriter writer) {
        write(writer, told);
        write(writer, passedOn);
    }

    private static void write(CanonicalWriter writer, Optional<Signed<StateReceipt>> receipt) {
        writer.flag(receipt.isPresent());
        receipt.ifPresent(held -> held.writeTo(writer));
    }

    static HeldReceipts readFrom(CanonicalReader reader) {
        return new HeldReceipts(read(reader), read(reader));
    }

    private static Optional<Signed<StateReceipt>> read(CanonicalReader reader) {
        return reader.flag() ? Optional.of(Signed.readFrom(reader, StateReceipt::readFrom)) : Optional.empty();
    }
}
