/**
 * The stored form of a channel, and the store that forgets everything with the process. Knows every state and no key: the
 * household is handed in where a state is read back.
 */
@CheckReturnValue
package org.gridbolt.channel.store;

import com.google.errorprone.annotations.CheckReturnValue;
