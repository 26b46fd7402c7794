/**
 * The fund that pays what producers forfeit to those who mine, slot by slot (Tharun and Parvez 2021, section 5.E), and its
 * public ledger. Knows coins, slots and blocks; nothing of how a forfeit came about or of who is connected.
 */
@CheckReturnValue
package org.gridbolt.penalty.fund;

import com.google.errorprone.annotations.CheckReturnValue;
