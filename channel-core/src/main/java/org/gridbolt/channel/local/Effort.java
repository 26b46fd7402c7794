package org.gridbolt.channel.local;

import java.time.Duration;

/**
 * What the protocol cost.
 *
 * @param rounds commitment rounds in which both households revoked a state
 * @param time spent in the machines of all three, without what the chain took
 */
public record Effort(int rounds, Duration time) {}
