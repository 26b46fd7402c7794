/**
 * The signer: it alone has the keys of channels, keeps its own durable record of what it signed and revealed, and judges every
 * order by that record. Knows no state machine, no peer and no chain: what a confused node believes is nothing to it.
 */
@CheckReturnValue
package org.gridbolt.channel.signer;

import com.google.errorprone.annotations.CheckReturnValue;
