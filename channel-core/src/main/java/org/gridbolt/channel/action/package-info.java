/**
 * What a channel wants to happen in the world, as values, and why it refuses something. Knows messages and transactions, and
 * nothing of how any of it is done. Storing is no action: it comes before all of them.
 */
@CheckReturnValue
package org.gridbolt.channel.action;

import com.google.errorprone.annotations.CheckReturnValue;
