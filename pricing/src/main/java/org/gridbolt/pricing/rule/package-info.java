/**
 * Rules that make a slot's price from the demand in it. Knows energy and prices; must not know who trades, who publishes
 * the price, or how it is signed.
 */
@CheckReturnValue
package org.gridbolt.pricing.rule;

import com.google.errorprone.annotations.CheckReturnValue;
