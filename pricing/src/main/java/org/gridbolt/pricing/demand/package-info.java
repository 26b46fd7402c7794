/**
 * What households want to run and when: appliances with windows and caps, the schedules that serve them, and what a schedule's
 * demand costs. Knows energy, slots and price rules; must not know how a schedule is found, who answers whom, or any channel.
 */
@CheckReturnValue
package org.gridbolt.pricing.demand;

import com.google.errorprone.annotations.CheckReturnValue;
