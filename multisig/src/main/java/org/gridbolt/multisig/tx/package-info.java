/**
 * The transactions of a channel as values: built, hashed, signed and recognised. Knows scripts, keys and coins; must not know
 * messages, states or energy, nor decide whether a spend is right.
 */
@CheckReturnValue
package org.gridbolt.multisig.tx;

import com.google.errorprone.annotations.CheckReturnValue;
