/** What a run came to, as {@code report.json} and as a table of text. Knows amounts and names, no protocol. */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
