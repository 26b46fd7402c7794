/**
 * The curve and who holds which key: keys, signatures, commitment numbers, per-commitment secrets and the keys of a
 * channel by role. Knows neither scripts nor transactions, and no coin.
 */
@CheckReturnValue
package org.gridbolt.multisig.key;

import com.google.errorprone.annotations.CheckReturnValue;
