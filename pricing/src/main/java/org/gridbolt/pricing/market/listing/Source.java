package org.gridbolt.pricing.market.listing;

import org.gridbolt.pricing.market.Participant;

/**
 * A registered renewable energy source, the thesis's RES.
 *
 * @param resId what it is called
 * @param owner the member who may sell from it
 */
public record Source(String resId, Participant owner) {}
