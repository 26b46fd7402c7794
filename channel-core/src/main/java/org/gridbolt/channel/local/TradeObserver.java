package org.gridbolt.channel.local;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.UnitNumber;

/** Watches a day of trade go by. */
public interface TradeObserver {

    /** An observer that looks away. */
    TradeObserver NONE = new TradeObserver() {};

    /** The units of a slot are about to be offered. */
    default void onSlot(SlotTrade slot) {}

    /** A unit was not offered. */
    default void onRefused(UnitNumber unit, Flaw reason) {}

    /** The meter is about to be read for a unit. */
    default void onReading(PlannedUnit unit) {}

    /** A unit ended. */
    default void onUnit(UnitNumber unit, UnitOutcome outcome, Coin coins) {}

    /** A block was mined. */
    default void onBlock(BlockHeight tip) {}
}
