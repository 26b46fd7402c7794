/**
 * Experiments with a community of homes: knows measured homes, markets and batteries, and writes tables, CSV and JSON. It must not
 * know a channel, and moves no coin.
 */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.simulate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
