/**
 * What a producer's past deliveries say about the next, and what bond it is asked for. Knows counts of outcomes and exact
 * fractions; must not know who the producer is, or how an outcome was proved.
 */
@CheckReturnValue
package org.gridbolt.pricing.reputation;

import com.google.errorprone.annotations.CheckReturnValue;
