/** What a person sees: one-line errors, progress, tables of text. Knows nothing of channels. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
