/**
 * A regtest chain inside this process: blocks, a mempool with the rules of relay that a channel depends on, scripts judged
 * by an interpreter, reorgs on demand. Knows the rules of Bitcoin, and must not know what a channel is, nor a clock, nor
 * chance: from one seed comes one chain.
 */
@CheckReturnValue
package org.gridbolt.channel.chain.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
