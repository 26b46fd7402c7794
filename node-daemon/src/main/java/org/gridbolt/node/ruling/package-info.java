/** The {@code verify-ruling} command: judges a ruling by its file and the utility's key alone. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.ruling;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
