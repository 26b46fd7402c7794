/**
 * Whose coins are whose in one state: balances and pending units, and how they change. Knows no key, no transaction and no
 * state machine.
 */
@CheckReturnValue
package org.gridbolt.channel.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
