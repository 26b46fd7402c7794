/**
 * What the three parties say to each other, and its canonical bytes. Knows the contracts and transactions that messages
 * carry; knows no connection and nothing of what a channel does with a message.
 */
@CheckReturnValue
package org.gridbolt.channel.message;

import com.google.errorprone.annotations.CheckReturnValue;
