/**
 * The data and the experiments of the papers, with the readings that make them repeatable. Knows plans, schedules and the exact
 * levelling; must not know a channel, and draws no chance of its own: a generator is handed in.
 */
@CheckReturnValue
package org.gridbolt.pricing.demand.paper;

import com.google.errorprone.annotations.CheckReturnValue;
