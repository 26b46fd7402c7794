/**
 * How values become bytes and bytes values, for messages and for stored state. Knows the values of the lower modules and
 * nothing of what a channel does with them.
 */
@CheckReturnValue
package org.gridbolt.channel.codec;

import com.google.errorprone.annotations.CheckReturnValue;
