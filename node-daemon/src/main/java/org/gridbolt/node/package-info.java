/** The command line: reads options, starts what they name and turns every failure into one clear line. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
