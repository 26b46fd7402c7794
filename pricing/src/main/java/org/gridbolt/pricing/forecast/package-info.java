/**
 * How much energy homes will ask for in the next hours, and the prices that follow from it. Knows past demand and the price rule, and
 * is the one place where numbers float; must not know who publishes or signs a price, and what leaves it is whole watt-hours.
 */
@CheckReturnValue
package org.gridbolt.pricing.forecast;

import com.google.errorprone.annotations.CheckReturnValue;
