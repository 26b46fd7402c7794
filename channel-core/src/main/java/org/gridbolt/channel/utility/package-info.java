/**
 * The utility's side of one channel: its own pure machine, one file for each state. It offers terms, prices and tickets, keeps
 * receipts and acceptances, reveals what the meters saw, rules on what they did not, and guards both households. It never
 * holds a household's key or a signature of a commitment, and knows no store, no connection, no clock and no randomness.
 */
@CheckReturnValue
package org.gridbolt.channel.utility;

import com.google.errorprone.annotations.CheckReturnValue;
