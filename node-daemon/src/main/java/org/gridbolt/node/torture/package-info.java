/** The command that runs the simulation of a channel under rough weather, and what it saves of a failure to be run again. */
@CheckReturnValue
@NullMarked
package org.gridbolt.node.torture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
