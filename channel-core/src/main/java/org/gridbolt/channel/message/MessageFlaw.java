package org.gridbolt.channel.message;

import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Flaw;

/** Why bytes are no message. */
public sealed interface MessageFlaw extends Flaw {

    /**
     * More bytes than any message has: not even looked at.
     *
     * @param size how many
     * @param most the bound
     */
    record TooLong(int size, int most) implements MessageFlaw {
        @Override
        public String message() {
            return "a message of " + size + " bytes, where none has more than " + most;
        }
    }

    /**
     * The bytes spell no message.
     *
     * @param flaw where and why
     */
    record Malformed(DecodingFlaw flaw) implements MessageFlaw {
        @Override
        public String message() {
            return flaw.message();
        }
    }
}
