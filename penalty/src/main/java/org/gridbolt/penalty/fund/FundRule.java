package org.gridbolt.penalty.fund;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;

/**
 * How a fund is run. Tharun and Parvez (2021) print no figure for x, so there is no default.
 *
 * @param turnoverShare x: what the utility pays of a slot's turnover when nothing was forfeited in it
 * @param leastPayment a miner is paid once it is owed so much, at least what any output may hold
 * @param slotZero the height at which slot 0 starts
 * @param slotLength the blocks of a slot, at least 1
 */
public record FundRule(PerMille turnoverShare, Coin leastPayment, BlockHeight slotZero, BlockCount slotLength) {

    public FundRule {
        if (leastPayment.isLessThan(Limits.DUST_LIMIT_MAX) || slotLength.value() < 1) {
            throw new IllegalArgumentException("payments of " + leastPayment.value + " coins, slots of " + slotLength);
        }
    }

    /** Paying as soon as an output of any kind may hold it. */
    public static FundRule of(PerMille turnoverShare, BlockHeight slotZero, BlockCount slotLength) {
        return new FundRule(turnoverShare, Limits.DUST_LIMIT_MAX, slotZero, slotLength);
    }

    /** What the fund receives of a slot: what was forfeited, or else x of the turnover. */
    Coin incomeOf(SlotIncome slot) {
        Coin forfeited = slot.forfeited();
        return forfeited.isPositive() ? forfeited : turnoverShare.floorOf(slot.turnover());
    }

    /** The height at which {@code slot} starts. */
    public BlockHeight start(Slot slot) {
        return slotZero.plus(slotLength.times(slot.number()));
    }

    /** The slot of the block at {@code height}; nothing before slot 0. */
    public Optional<Slot> slotAt(BlockHeight height) {
        return height.isBefore(slotZero)
                ? Optional.empty()
                : Optional.of(new Slot((height.value() - slotZero.value()) / slotLength.value()));
    }

    /** Whether the block at {@code height} belongs to {@code slot}. */
    boolean isIn(Slot slot, BlockHeight height) {
        return slotAt(height).filter(slot::equals).isPresent();
    }

    void writeTo(CanonicalWriter writer) {
        writer.number(turnoverShare.value())
                .coins(leastPayment)
                .height(slotZero)
                .blocks(slotLength);
    }

    static FundRule readFrom(CanonicalReader reader) {
        return new FundRule(new PerMille(reader.number()), reader.coins(), reader.height(), reader.blocks());
    }
}
