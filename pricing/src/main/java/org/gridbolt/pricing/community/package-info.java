/**
 * Homes that use their own sun, keep some of it, trade with each other and take the rest from the grid. Knows profiles, batteries and market
 * rules; must not know channels, or who the homes are.
 */
@CheckReturnValue
package org.gridbolt.pricing.community;

import com.google.errorprone.annotations.CheckReturnValue;
