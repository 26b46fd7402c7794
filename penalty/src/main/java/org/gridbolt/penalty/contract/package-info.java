/**
 * What was signed: terms, prices, ticket books, receipts, acceptances, readings, and the pure checks of each. Knows keys and
 * heights; nothing of messages, of storage or of who is connected.
 */
@CheckReturnValue
package org.gridbolt.penalty.contract;

import com.google.errorprone.annotations.CheckReturnValue;
