/** The {@code demo} command: a day of energy between two homes, settled on a chain. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
