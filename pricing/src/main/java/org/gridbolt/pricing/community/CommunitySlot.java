package org.gridbolt.pricing.community;

import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.market.Quotes;

/**
 * A slot of all homes. What peers buy is what peers sell, and what all pay and the grid pays sums to nothing.
 *
 * @param slot the slot
 * @param homes the homes in the order of their numbers, home 1 first
 * @param gridPays the whole coins that the grid pays; negative when it is paid
 * @param quotes the prices that held for everybody
 */
public record CommunitySlot(Slot slot, List<HomeSlot> homes, Coin gridPays, Quotes quotes) {

    /** An {@link IllegalArgumentException} when energy or coins appear or get lost. */
    public CommunitySlot {
        homes = List.copyOf(homes);
        Flows flows = flows(homes.stream());
        Coin sum = homes.stream().map(HomeSlot::pays).reduce(gridPays, Coin::add);
        if (!flows.fromPeers().equals(flows.toPeers()) || !sum.isZero()) {
            throw new IllegalArgumentException(
                    slot + ": " + flows + " among peers, and " + sum.getValue() + " coins too many");
        }
    }

    /** What all homes traded. */
    public Flows flows() {
        return flows(homes.stream());
    }

    static Flows flows(Stream<HomeSlot> homes) {
        return homes.map(HomeSlot::flows).reduce(Flows.NONE, Flows::plus);
    }
}
