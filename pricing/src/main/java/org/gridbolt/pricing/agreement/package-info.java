/**
 * Who gets what of a unit's coins when a plant stands on somebody else's premises: leases, rents and shared revenue. Knows
 * coins, shares and days; must not know how a unit is paid, signed or delivered.
 */
@CheckReturnValue
package org.gridbolt.pricing.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
