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
 * <p>It is written at every step of a channel as long as its unit is pending, so its encoding is computed once, which is
 * why this is no record.
 */
public final class Ticket {

    private final TicketDraft draft;
    private final Sha256Hash hash;
    private final Bytes encoded;

    /**
     * A ticket.
     *
     * @param draft everything but the hash
     * @param hash SHA-256 of the preimage that the utility reveals on delivery
     */
    public Ticket(TicketDraft draft, Sha256Hash hash) {
        this.draft = draft;
        this.hash = hash;
        CanonicalWriter fields = new CanonicalWriter();
        draft.writeTo(fields);
        this.encoded = fields.hash(hash).toBytes();
    }

    /** Everything but the hash. */
    public TicketDraft draft() {
        return draft;
    }

    /** SHA-256 of the preimage that the utility reveals on delivery. */
    public Sha256Hash hash() {
        return hash;
    }

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
        writer.fixed(encoded);
    }

    /** Reads the fields. */
    public static Ticket readFrom(CanonicalReader reader) {
        return new Ticket(TicketDraft.readFrom(reader), reader.hash());
    }

    /** The encoding has all of it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Ticket ticket && encoded.equals(ticket.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return "Ticket[" + draft + ", " + hash + "]";
    }
}
