/**
 * A bitcoind, asked by JSON-RPC or started for a demo. Knows bitcoind's interface, and must not know what a channel is.
 */
@CheckReturnValue
package org.gridbolt.channel.chain.bitcoind;

import com.google.errorprone.annotations.CheckReturnValue;
