package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * What a ruling took from a producer, beside the energy that the utility supplied.
 *
 * @param channel the channel
 * @param ruling the hash of the ruling, as it stands on chain
 * @param forfeited CP, at least 0
 * @param consumerShare K, from 0 to CP: what the consumer got of it
 */
public record Forfeit(ChannelId channel, Sha256Hash ruling, Coin forfeited, Coin consumerShare) {

    public Forfeit {
        if (consumerShare.isNegative() || consumerShare.isGreaterThan(forfeited)) {
            throw new IllegalArgumentException(consumerShare.value + " of " + forfeited.value + " coins forfeited");
        }
    }

    /** The forfeit of a ruling carried out on {@code split}: that of the wallet, or of the version that confirmed. */
    public static Forfeit of(VerifiedRuling ruling, Split split) {
        return new Forfeit(
                ruling.ruling().channel().channel(),
                ruling.hash(),
                split.forfeiture().forfeited(),
                split.consumerShare());
    }

    /** CP - K: what the fund receives. */
    public Coin pool() {
        return forfeited.subtract(consumerShare);
    }

    void writeTo(CanonicalWriter writer) {
        writer.hash(channel.value()).hash(ruling).coins(forfeited).coins(consumerShare);
    }

    static Forfeit readFrom(CanonicalReader reader) {
        return new Forfeit(new ChannelId(reader.hash()), reader.hash(), reader.coins(), reader.coins());
    }
}
