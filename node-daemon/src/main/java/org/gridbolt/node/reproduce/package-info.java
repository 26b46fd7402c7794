/**
 * The evaluations of the source papers, run again: knows their figures, and what the library makes of the same question. It must not
 * know how the library reaches its answer, and moves no coin.
 */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.reproduce;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
