/**
 * How households that see only the demand of all find their schedules by themselves, round by round. Knows plans, schedules and
 * the exact levelling of one household's own; must not know a price, who publishes it, or when.
 */
@CheckReturnValue
package org.gridbolt.pricing.demand.response;

import com.google.errorprone.annotations.CheckReturnValue;
