package org.gridbolt.channel.action;

import org.gridbolt.pricing.Flaw;

/** That something was refused, by what follows from it. The reason says what was wrong. */
public sealed interface Refusal {

    /** What was wrong. */
    Flaw reason();

    /**
     * Nothing follows: the sender need not know.
     *
     * @param reason what was wrong
     */
    record Ignored(Flaw reason) implements Refusal {}

    /**
     * The sender is told; the channel goes on.
     *
     * @param reason what was wrong
     */
    record Warned(Flaw reason) implements Refusal {}

    /**
     * The sender is told and its connection ended: what follows on it cannot be relied on. The channel goes on when it
     * comes back and says where it stands.
     *
     * @param reason what was wrong
     */
    record Disconnected(Flaw reason) implements Refusal {}

    /**
     * The sender broke a rule that protects money: the channel is never updated again, and the own newest version is
     * published.
     *
     * @param reason what was wrong
     */
    record ChannelFailed(Flaw reason) implements Refusal {}
}
