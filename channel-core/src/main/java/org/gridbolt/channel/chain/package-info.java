/**
 * The chain as a channel needs it: its tip, watched outpoints, outputs, a way in for transactions, an estimate of fees.
 * Knows blocks and transactions, and must not know what a channel is.
 */
@CheckReturnValue
package org.gridbolt.channel.chain;

import com.google.errorprone.annotations.CheckReturnValue;
