/**
 * Measured load and sun of homes, hour by hour, and what two of them have to trade. Knows the file's format and the price
 * rule; must not open files, and knows no channel.
 */
@CheckReturnValue
package org.gridbolt.pricing.profile;

import com.google.errorprone.annotations.CheckReturnValue;
