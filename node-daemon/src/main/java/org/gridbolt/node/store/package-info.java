/**
 * What a node keeps on its disk: the states of its channels and, apart from them, the records of its signer. Knows files, locks
 * and commits; of a channel it knows the stored form, and no rule of the protocol.
 */
@NullMarked
@CheckReturnValue
package org.gridbolt.node.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
