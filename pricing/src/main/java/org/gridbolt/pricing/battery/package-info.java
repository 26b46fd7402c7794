/**
 * What a home's battery takes up, gives back and loses, exactly. Knows energy and efficiencies; must not know prices, homes or why it is
 * charged.
 */
@CheckReturnValue
package org.gridbolt.pricing.battery;

import com.google.errorprone.annotations.CheckReturnValue;
