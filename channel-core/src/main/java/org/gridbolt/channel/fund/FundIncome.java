package org.gridbolt.channel.fund;

import org.gridbolt.penalty.fund.SlotIncome;
import org.gridbolt.pricing.Slot;

/** What the fund lives on, over all channels of a utility. */
@FunctionalInterface
public interface FundIncome {

    /**
     * What happened in {@code slot}: the rulings that were carried out in its blocks, and the coins of its units that were
     * delivered. Asked once the slot is over and buried, and then for good.
     */
    SlotIncome of(Slot slot);
}
