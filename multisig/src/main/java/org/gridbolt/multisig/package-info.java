/**
 * The values every other package speaks in: bytes, block heights and counts, the three parties, outpoints. Knows no key,
 * no script and nothing of energy.
 */
@CheckReturnValue
package org.gridbolt.multisig;

import com.google.errorprone.annotations.CheckReturnValue;
