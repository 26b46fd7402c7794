/** Measured homes: knows load and sun hour by hour, and must not know what anybody does with them. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.homes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
