package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The channel that a contract belongs to, so that no signature can be moved to another one.
 *
 * <p>Encoding: chain (32), channel (32), terms hash (32).
 *
 * @param chain the chain of the wallet
 * @param channel the channel's name
 * @param termsHash the hash of its terms
 */
public record ChannelRef(ChainId chain, ChannelId channel, Sha256Hash termsHash) {

    /** The channel under {@code terms} whose wallet is at {@code wallet}. */
    public static ChannelRef of(Terms terms, Outpoint wallet) {
        Sha256Hash termsHash = terms.hash();
        return new ChannelRef(terms.identity().chain(), ChannelId.of(termsHash, wallet), termsHash);
    }

    /** Writes the fields. */
    public void writeTo(CanonicalWriter writer) {
        writer.hash(chain.genesis()).hash(channel.value()).hash(termsHash);
    }

    /** Reads the fields. */
    public static ChannelRef readFrom(CanonicalReader reader) {
        return new ChannelRef(new ChainId(reader.hash()), new ChannelId(reader.hash()), reader.hash());
    }
}
