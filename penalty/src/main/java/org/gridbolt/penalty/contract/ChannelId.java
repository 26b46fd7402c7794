package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Tag;

/**
 * The name of a channel, which binds its terms to its wallet: who knows both can recompute it.
 *
 * @param value the tagged hash {@code gridbolt/channel/1} of the terms hash and the wallet's outpoint
 */
public record ChannelId(Sha256Hash value) {

    private static final Tag TAG = Tag.of("gridbolt/channel/1");

    /** The channel under the terms of that hash whose wallet is at {@code wallet}. */
    public static ChannelId of(Sha256Hash termsHash, Outpoint wallet) {
        CanonicalWriter fields = new CanonicalWriter().hash(termsHash).outpoint(wallet);
        return new ChannelId(TAG.hash(fields.toBytes()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
