/**
 * Whether a schedule is sound and cannot be bettered, judged from the plan and the schedule alone. Knows plans and schedules; must
 * not know how a schedule was found.
 */
@CheckReturnValue
package org.gridbolt.pricing.demand.proof;

import com.google.errorprone.annotations.CheckReturnValue;
