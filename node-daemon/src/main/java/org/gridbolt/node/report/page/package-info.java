/**
 * The report as a page for a browser: it knows amounts and names, and nothing of keys, chains or the network. The page is one
 * file that asks nobody for anything.
 */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.report.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
