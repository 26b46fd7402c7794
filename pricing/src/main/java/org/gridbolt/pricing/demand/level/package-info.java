/**
 * The schedule whose demand is as level as windows and caps allow, exactly, and its rounding to whole watt-hours. Knows plans and
 * schedules; must not know a price: the schedule is the same for every price that rises with demand.
 */
@CheckReturnValue
package org.gridbolt.pricing.demand.level;

import com.google.errorprone.annotations.CheckReturnValue;
