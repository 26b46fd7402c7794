package org.gridbolt.pricing.market;

import org.gridbolt.pricing.Flaw;

/** Why a slot's market is not cleared, or a rule not set up. */
public sealed interface MarketFlaw extends Flaw permits OrderFlaw, TariffFlaw, SumFlaw, RuleFlaw {}
