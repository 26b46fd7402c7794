package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * The utility's price of one slot, the same for all its channels. Each names the hash of the one before, so that a household
 * that holds one of them can prove a second history.
 *
 * <p>Tag: {@code gridbolt/price-announcement/1}. Encoding: chain (32), slot (4), demand (8), price in nano-coins per kWh (8),
 * height (4), previous hash (32).
 *
 * @param chain the chain by whose heights slots are counted
 * @param slot the slot
 * @param demand the demand that made the price
 * @param price the price
 * @param announcedAt the height at which it was signed, before the slot starts
 * @param previous the hash of the announcement before, or {@link Sha256Hash#ZERO_HASH} for the first
 */
public record PriceAnnouncement(
        ChainId chain, Slot slot, WattHours demand, Price price, BlockHeight announcedAt, Sha256Hash previous)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/price-announcement/1");

    /** Whether this comes next after {@code earlier}: names its hash, and prices a later slot at no lower height. */
    public boolean follows(PriceAnnouncement earlier) {
        return chain.equals(earlier.chain)
                && previous.equals(earlier.hash())
                && earlier.slot.isBefore(slot)
                && !announcedAt.isBefore(earlier.announcedAt);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        writer.hash(chain.genesis())
                .number(slot.number())
                .energy(demand)
                .wide(price.nanoCoinsPerKwh())
                .height(announcedAt)
                .hash(previous);
    }

    /** Reads the fields. */
    public static PriceAnnouncement readFrom(CanonicalReader reader) {
        return new PriceAnnouncement(
                new ChainId(reader.hash()),
                new Slot(reader.number()),
                reader.energy(),
                new Price(reader.wide()),
                reader.height(),
                reader.hash());
    }

    /** The announcement that {@code encoding} spells. */
    public static Outcome<PriceAnnouncement, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, PriceAnnouncement::readFrom);
    }
}
