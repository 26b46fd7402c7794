package org.gridbolt.pricing.agreement;

import org.gridbolt.pricing.Outcome;

/**
 * An agreement about a plant that one party paid for and another has on its premises, after Awais et al., "Blockchain based
 * Secure Energy Marketplace Scheme", section 4.2, which names the three types but prints no formula.
 */
public sealed interface Agreement permits LeaseToOwn, PremisesRent, RevenueShare {

    /** What it has in common with the other types. */
    Terms terms();

    /**
     * Who gets what of a unit's coins, or the flaw that the agreement does not hold on that day. A share of the prosumer in
     * its own use is what it need not pay.
     */
    Outcome<Shares, AgreementFlaw> shares(Use use, Standing standing);

    /** Whose the plant is. */
    Role owner(Standing standing);
}
