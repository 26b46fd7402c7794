/**
 * What a ruling does to coins: verdicts on units, and the arithmetic from a state to the split. Knows amounts and energy;
 * no key, no signature and nothing of evidence.
 */
@CheckReturnValue
package org.gridbolt.penalty.policy;

import com.google.errorprone.annotations.CheckReturnValue;
