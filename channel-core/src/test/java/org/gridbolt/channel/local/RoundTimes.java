package org.gridbolt.channel.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** How long each round of one channel takes by itself: the reading of a unit of the slot before, and the offer of the next one. */
public final class RoundTimes {

    private static final Allocation COINS =
            new Allocation(Coin.valueOf(10_000_000), Coin.valueOf(1_000_000), Coin.ZERO);
    private static final Price PRICE = new Price(5_000_000_000_000L);
    private static final int UNITS = 16;
    private static final WattHours ENERGY = new WattHours(250L * UNITS);
    private static final BlockCount LEAD = new BlockCount(3);

    private RoundTimes() {}

    /** In nanoseconds, of {@code slots} slots of 16 rounds, of a channel of which each step is saved in {@code stores}. */
    public static long[] of(int slots, LocalStores stores) throws IOException {
        LocalChannel channel = LocalChannel.open(new EmbeddedNode(1), new LocalSetup(COINS, 1), stores);
        List<Long> times = new ArrayList<>();
        List<PlannedUnit> flowing = List.of();
        for (int slot = 0; slot <= slots; slot++) {
            SlotTrade trade = UnitCutting.DEFAULT.cut(
                    new Slot(slot), new WattHours(30_000), PRICE, ENERGY, new UnitNumber(UNITS * slot + 1));
            BlockHeight offered = channel.terms().schedule().start(trade.slot()).minus(LEAD);
            while (channel.tip().isBefore(offered)) {
                channel.mineBlock();
            }
            require(channel.issue(trade));
            for (int i = 0; i < UNITS; i++) {
                long start = System.nanoTime();
                if (!flowing.isEmpty()) {
                    channel.read(flowing.get(i), flowing.get(i).energy());
                }
                require(channel.offer(trade.units().get(i).number()));
                if (!flowing.isEmpty()) {
                    times.add(System.nanoTime() - start);
                }
            }
            flowing = trade.units();
        }
        return times.stream().mapToLong(time -> time).toArray();
    }

    private static void require(Optional<Flaw> refusal) {
        refusal.ifPresent(reason -> {
            throw new IllegalStateException(reason.message());
        });
    }
}
