package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * The utility's offer of one unit, valid inside a signed {@link TicketBook}.
 *
 * <p>Encoding: the draft's fields, hash (32).
 *
 * @param draft everything but the hash
 * @param hash SHA-256 of the preimage that the utility reveals on delivery
 */
public record Ticket(TicketDraft draft, Sha256Hash hash) {

    /** The unit's number. */
    public UnitNumber unit() {
        return draft.unit();
    }

    /** When it is delivered. */
    public Slot slot() {
        return draft.slot();
    }

    /** How much energy. */
    public WattHours energy() {
        return draft.energy();
    }

    /** The slot's announced price. */
    public Price price() {
        return draft.price();
    }

    /** Its coins. */
    public Coin amount() {
        return draft.amount();
    }

    /** Its heights. */
    public Deadlines deadlines() {
        return draft.deadlines();
    }

    /** The unit as the scripts see it. */
    public PendingUnit pendingUnit() {
        return new PendingUnit(amount(), hash, deadlines().claimableFrom());
    }

    /** Whether {@code preimage} is what the utility reveals for this unit: 32 bytes with this hash. */
    public boolean isRevealedBy(Bytes preimage) {
        return preimage.size() == Preimages.SIZE
                && Sha256Hash.of(preimage.toArray()).equals(hash);
    }

    /** Writes the fields. */
    public void writeTo(CanonicalWriter writer) {
        draft.writeTo(writer);
        writer.hash(hash);
    }

    /** Reads the fields. */
    public static Ticket readFrom(CanonicalReader reader) {
        return new Ticket(TicketDraft.readFrom(reader), reader.hash());
    }
}
