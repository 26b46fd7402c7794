/**
 * Keeps the slot fund as a utility's node does: a page for each slot, and a payout of what it says that miners are owed. Knows the
 * ledger and the chain's port; must not know how a forfeit or a turnover came about, whose coins pay, or who is connected.
 */
@CheckReturnValue
@NullMarked
package org.gridbolt.channel.fund;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
