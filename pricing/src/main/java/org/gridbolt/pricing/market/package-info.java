/**
 * A slot's market, before and after it is cleared: orders, the grid's tariff, trades and bills. Knows what any clearing
 * conserves; must not know by which rule a price is formed, nor who pays whom on a chain.
 */
@CheckReturnValue
package org.gridbolt.pricing.market;

import com.google.errorprone.annotations.CheckReturnValue;
