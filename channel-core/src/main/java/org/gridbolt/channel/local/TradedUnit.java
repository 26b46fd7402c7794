package org.gridbolt.channel.local;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.pricing.PlannedUnit;

/**
 * What became of a unit that was planned.
 *
 * @param plan what was planned
 * @param coins its ticket's coins, or those of its cost rounded down when it never had a ticket
 * @param outcome how it ended
 */
public record TradedUnit(PlannedUnit plan, Coin coins, UnitOutcome outcome) {}
