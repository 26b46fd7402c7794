/**
 * The utility's rulings: what they say, what they rest on, the file that proves one to anybody, and what a co-signer checks
 * before it signs. Knows contracts and splits; nothing of messages or of who is connected.
 */
@CheckReturnValue
package org.gridbolt.penalty.ruling;

import com.google.errorprone.annotations.CheckReturnValue;
