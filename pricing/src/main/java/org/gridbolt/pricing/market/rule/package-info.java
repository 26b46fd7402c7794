/**
 * The rules by which a slot's market is cleared, each chosen by its name. Knows orders, tariffs and how prices form; must
 * not know meters, channels, or who runs the market.
 */
@CheckReturnValue
package org.gridbolt.pricing.market.rule;

import com.google.errorprone.annotations.CheckReturnValue;
