/**
 * Three parties in one process: a consumer, a producer and their utility over one chain, for demos, examples and tests. Knows
 * the drivers and the chain; holds everybody's secrets, so it is no place for real coins.
 */
@CheckReturnValue
package org.gridbolt.channel.local;

import com.google.errorprone.annotations.CheckReturnValue;
