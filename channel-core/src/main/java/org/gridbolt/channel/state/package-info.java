/**
 * The household's machine: one file for each state of a channel, and the values that states are made of. Pure: a step is a
 * function of state and event. Knows no store, no connection, no clock and no randomness.
 */
@CheckReturnValue
package org.gridbolt.channel.state;

import com.google.errorprone.annotations.CheckReturnValue;
