/**
 * What is asked of a signer: orders, refusals, and the public side of the keys. Knows contracts and transactions; knows no
 * state machine and no record of what was signed.
 */
@CheckReturnValue
package org.gridbolt.channel.signing;

import com.google.errorprone.annotations.CheckReturnValue;
