/**
 * Pages for a browser, and the tables and pictures on them: knows HTML and SVG, and must not know what they show. A page is one
 * file that asks nobody for anything.
 */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
