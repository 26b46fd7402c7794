package org.gridbolt.channel.torture;

import java.util.List;
import org.gridbolt.channel.message.ChannelMessage;

/** What must never happen, whatever the weather: each kind looks where it can see it. */
interface Invariant {

    /** All of them. What a signer releases is counted by the {@link Account} of each honest party. */
    static List<Invariant> all() {
        return List.of(
                new Conservation(),
                new NothingSentBeforeSaved(),
                new NoSecretsAtTheUtility(),
                new HonestWealth(),
                new RevokedStatePunished(),
                new NothingStuck());
    }

    /** Somebody sends something. */
    default void onSent(Street street, Letter letter, ChannelMessage message) {}

    /** Something happened. */
    default void afterEvent(Street street) {}

    /** Nothing more will happen. */
    default void atEnd(Street street) {}
}
