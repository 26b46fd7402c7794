package org.gridbolt.channel.message;

/** Everything that the three parties of a channel say to each other. Values only: no message knows how it travels. */
public sealed interface ChannelMessage permits PeerMessage, HouseholdMessage, UtilityMessage {

    /** The name of the kind, for logs and refusals. */
    default String kind() {
        return getClass().getSimpleName();
    }
}
