package org.gridbolt.channel.utility;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * The utility's prices, one chain for all its channels. To be stored before what it announces is passed on: two announcements
 * after the same one would prove a second history.
 *
 * @param chain the chain by whose heights slots are counted
 * @param newest the newest announcement, if there is one
 */
public record PriceBoard(ChainId chain, Optional<Signed<PriceAnnouncement>> newest) {

    /** A board on which nothing stands yet. */
    public static PriceBoard empty(ChainId chain) {
        return new PriceBoard(chain, Optional.empty());
    }

    /** The board with the price of {@code slot} as the {@linkplain #newest() newest}, signed. */
    public PriceBoard announce(Slot slot, WattHours demand, Price price, BlockHeight tip, PrivateKey nodeKey) {
        Sha256Hash previous = newest.map(Signed::hash).orElse(Sha256Hash.ZERO_HASH);
        PriceAnnouncement content = new PriceAnnouncement(chain, slot, demand, price, tip, previous);
        if (newest.filter(earlier -> !content.follows(earlier.content())).isPresent()) {
            throw new IllegalArgumentException(slot + " at " + tip + " comes before what was announced");
        }
        return new PriceBoard(chain, Optional.of(Signed.sign(content, nodeKey)));
    }
}
