/**
 * Brings transactions into the chain and pays for those that pay no fee themselves. Knows the chain's port, a reserve of coins and
 * what its owner is ready to pay; must not know states, messages or why a transaction is wanted. No failure here closes a
 * channel: it is told, and tried again at the next block.
 */
@CheckReturnValue
@NullMarked
package org.gridbolt.channel.broadcast;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
