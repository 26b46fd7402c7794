package org.gridbolt.channel.local;

import org.bitcoinj.base.Coin;

/**
 * What a household had at stake in a channel.
 *
 * @param newest its balance in its newest state
 * @param bestRevoked the most that any state gave it that it revoked; zero when it never revoked one
 */
public record Stake(Coin newest, Coin bestRevoked) {}
