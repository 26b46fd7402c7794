/**
 * Everything that a channel can learn: messages, the chain, commands of the household, with time, height and random bytes
 * inside. Knows no clock and no source of any of them.
 */
@CheckReturnValue
package org.gridbolt.channel.event;

import com.google.errorprone.annotations.CheckReturnValue;
