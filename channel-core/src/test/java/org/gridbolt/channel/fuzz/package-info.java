/** Fuzzing of what a channel reads from outside, and of what its state machines make of messages that nobody honest sends. */
@NullMarked
package org.gridbolt.channel.fuzz;

import org.jspecify.annotations.NullMarked;
