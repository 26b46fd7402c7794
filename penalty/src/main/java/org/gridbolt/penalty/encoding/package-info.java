/**
 * The canonical encoding of everything that is signed: fixed order, fixed widths, one encoding for each value, and a
 * hash whose tag names type and version. Knows how values are written, and nothing of what they mean.
 */
@CheckReturnValue
package org.gridbolt.penalty.encoding;

import com.google.errorprone.annotations.CheckReturnValue;
