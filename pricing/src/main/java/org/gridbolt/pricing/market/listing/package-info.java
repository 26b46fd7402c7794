/**
 * The trading platform of Casquiço 2022, table 11: members, their sources, and hourly listings that take offers, close and
 * settle. Knows market rules and whole coins; must not know a clock, a chain, or how messages travel.
 */
@CheckReturnValue
package org.gridbolt.pricing.market.listing;

import com.google.errorprone.annotations.CheckReturnValue;
