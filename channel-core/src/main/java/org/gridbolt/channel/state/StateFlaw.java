package org.gridbolt.channel.state;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;

/** Why something has no place in the state that a channel is in. */
public sealed interface StateFlaw extends Flaw {

    /**
     * A message that is not expected now.
     *
     * @param kind the message
     * @param state the state
     */
    record Unexpected(String kind, String state) implements StateFlaw {
        @Override
        public String message() {
            return kind + " is not expected in state " + state;
        }
    }

    /**
     * A message that this party never sends to a household.
     *
     * @param kind the message
     * @param from the party
     */
    record Misrouted(String kind, Party from) implements StateFlaw {
        @Override
        public String message() {
            return kind + " is no message of " + from + " to a household";
        }
    }

    /**
     * A command that cannot be followed now.
     *
     * @param command the command
     * @param state the state
     */
    record NotNow(String command, String state) implements StateFlaw {
        @Override
        public String message() {
            return command + " is not possible in state " + state;
        }
    }

    /**
     * A command whose time has not come.
     *
     * @param from the first height for it
     * @param tip the height now
     */
    record TooEarly(BlockHeight from, BlockHeight tip) implements StateFlaw {
        @Override
        public String message() {
            return "the other household has until " + from + " to answer, and it is " + tip;
        }
    }

    /** A command that needs the peer, which cannot be reached. */
    record PeerAway() implements StateFlaw {
        @Override
        public String message() {
            return "the other household cannot be reached";
        }
    }

    /** A command that only the consumer or only the producer can give. */
    record OtherRole() implements StateFlaw {
        @Override
        public String message() {
            return "this is for the other household to do";
        }
    }

    /**
     * A statement of the utility that is not signed by it, or about another channel.
     *
     * @param kind what was stated
     */
    record NotGenuine(String kind) implements StateFlaw {
        @Override
        public String message() {
            return kind + " is not signed by who must sign it, or not about this channel";
        }
    }

    /**
     * The next state cannot carry a ruling out.
     *
     * @param why in words
     */
    record NoWaiver(String why) implements StateFlaw {
        @Override
        public String message() {
            return "the penalty cannot be waived: " + why;
        }
    }
}
