package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Slot;

/**
 * Where slots lie in the chain, and when the channel ends.
 *
 * <p>Encoding: each component, in order, as four bytes.
 *
 * @param slotZero the height at which slot 0 starts
 * @param slotLength the blocks of a slot
 * @param expiry T: no unit is due later, and the channel closes here
 * @param grace the blocks after T within which the last unit's last branch opens
 */
public record SlotSchedule(BlockHeight slotZero, BlockCount slotLength, BlockHeight expiry, BlockCount grace) {

    private static final BlockCount OFFER_LEAD = new BlockCount(2);
    private static final BlockCount ACCEPT_LEAD = new BlockCount(1);
    private static final BlockCount DELIVERY_GRACE = new BlockCount(1);

    /** A schedule whose grace lets a unit be due at the expiry itself under {@code windows}. */
    public static SlotSchedule of(BlockHeight slotZero, BlockCount slotLength, BlockHeight expiry, Windows windows) {
        BlockCount grace = windows.fromDeliveryToClaim().plus(windows.fromClaimToLastBranch());
        return new SlotSchedule(slotZero, slotLength, expiry, grace);
    }

    /** The height at which {@code slot} starts. */
    public BlockHeight start(Slot slot) {
        return slotZero.plus(slotLength.times(slot.number()));
    }

    /** The height at which {@code slot} ends and the next one starts. */
    public BlockHeight end(Slot slot) {
        return start(slot).plus(slotLength);
    }

    /** The default heights of a unit in {@code slot}: offered two blocks before its start, due one block after its end. */
    public Deadlines deadlines(Slot slot, Windows windows) {
        BlockHeight deliverBy = end(slot).plus(DELIVERY_GRACE);
        return new Deadlines(
                start(slot).minus(OFFER_LEAD),
                start(slot).minus(ACCEPT_LEAD),
                deliverBy,
                deliverBy.plus(windows.fromDeliveryToClaim()));
    }

    void writeTo(CanonicalWriter writer) {
        writer.height(slotZero).blocks(slotLength).height(expiry).blocks(grace);
    }

    static SlotSchedule readFrom(CanonicalReader reader) {
        return new SlotSchedule(reader.height(), reader.blocks(), reader.height(), reader.blocks());
    }
}
