/**
 * The watchtower: what it must know to punish a revoked version for a household that sleeps, and when it does. Knows scripts
 * and receipts; nothing of messages, so nobody it talks to can confuse the part that punishes.
 */
@CheckReturnValue
package org.gridbolt.penalty.justice;

import com.google.errorprone.annotations.CheckReturnValue;
