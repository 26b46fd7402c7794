/** Short programs that embed the library. */
@NullMarked
@CheckReturnValue
package org.gridbolt.examples;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
