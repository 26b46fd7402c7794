/**
 * Bytes on the wire and digests, for this module only: knows the layout of Bitcoin's primitive fields, and neither keys nor
 * what a transaction means.
 */
@CheckReturnValue
package org.gridbolt.multisig.internal;

import com.google.errorprone.annotations.CheckReturnValue;
