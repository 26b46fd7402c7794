/**
 * The output scripts of a channel as miniscript: descriptor, bytes, and what each branch asks of its spender. Knows public
 * keys, hashes and ages; must not know transactions or balances.
 */
@CheckReturnValue
package org.gridbolt.multisig.script;

import com.google.errorprone.annotations.CheckReturnValue;
