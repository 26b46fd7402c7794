package org.gridbolt.pricing.demand;

import org.gridbolt.pricing.ExactCoins;

/**
 * What a household's appliances cost it in a day.
 *
 * @param household its name
 * @param cost the exact cost
 */
public record HouseholdBill(String household, ExactCoins cost) {}
