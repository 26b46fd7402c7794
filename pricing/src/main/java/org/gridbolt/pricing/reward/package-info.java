/**
 * Reward tokens for renewable energy. Knows verified energy and kinds of sources; must not know coins: a token is never money in a
 * channel, and nothing here turns one into the other.
 */
@CheckReturnValue
package org.gridbolt.pricing.reward;

import com.google.errorprone.annotations.CheckReturnValue;
