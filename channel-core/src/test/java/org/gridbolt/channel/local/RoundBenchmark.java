package org.gridbolt.channel.local;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Whole two-sided rounds beside the curve arithmetic that no implementation of them can do without, in one run. What counts
 * is the ratio: bare cryptography over whole rounds.
 *
 * <p>A round is all that one unit of energy takes: its offer with the fulfil of the unit before, both commitments, both
 * revocations, the receipts and their acknowledgements, the acceptance, the meter's reading and the preimage; of all three
 * parties, each with its state encoded into an in-memory store at every step.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("missing-explicit-ctor") // JMH makes them
public class RoundBenchmark {

    /** Half of what may be pending, so that a slot's units are offered while those of the slot before flow. */
    private static final int UNITS = 16;

    /** A channel in the middle of a slot: its units are accepted, those of the next one have their tickets. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // set up by JMH
    public static class Noon {

        private static final Allocation COINS =
                new Allocation(Coin.valueOf(10_000_000), Coin.valueOf(1_000_000), Coin.ZERO);
        private static final Price PRICE = new Price(5_000_000_000_000L);
        private static final WattHours ENERGY = new WattHours(250L * UNITS);
        private static final BlockCount LEAD = new BlockCount(3);
        private static final int SLOTS = 24;

        private LocalChannel channel;
        private List<PlannedUnit> flowing;
        private List<PlannedUnit> next;
        private int slot = SLOTS;

        /** Goes on to the next slot, or opens another channel at the end of the day; neither is measured. */
        @Setup(Level.Invocation)
        public void turn() {
            slot++;
            if (slot >= SLOTS) {
                open();
            }
            flowing = next;
            next = issue();
        }

        private void open() {
            channel = LocalChannel.open(new EmbeddedNode(1), new LocalSetup(COINS, 1));
            slot = 0;
            next = issue();
            next.forEach(unit -> offer(channel, unit));
            slot = 1;
        }

        private List<PlannedUnit> issue() {
            Slot start = new Slot(slot);
            BlockHeight offered = channel.terms().schedule().start(start).minus(LEAD);
            while (channel.tip().isBefore(offered)) {
                channel.mineBlock();
            }
            SlotTrade trade = UnitCutting.DEFAULT.cut(
                    start, new WattHours(30_000), PRICE, ENERGY, new UnitNumber(UNITS * slot + 1));
            Optional<Flaw> unused = channel.issue(trade);
            return trade.units();
        }
    }

    private static void offer(LocalChannel channel, PlannedUnit unit) {
        channel.offer(unit.number()).ifPresent(reason -> {
            throw new IllegalStateException(reason.message());
        });
    }

    /** The signatures, verifications and multiplications of as many rounds, and nothing else. */
    @State(Scope.Thread)
    public static class Bare {
        private final BareRound round = new BareRound();
    }

    /** Rounds of all three parties. */
    @Benchmark
    @OperationsPerInvocation(UNITS)
    public Object wholeRounds(Noon noon) {
        for (int i = 0; i < UNITS; i++) {
            PlannedUnit delivered = noon.flowing.get(i);
            noon.channel.read(delivered, delivered.energy());
            offer(noon.channel, noon.next.get(i));
        }
        return noon.channel;
    }

    /** Their curve arithmetic. */
    @Benchmark
    @OperationsPerInvocation(UNITS)
    public Object bareCryptography(Bare bare) {
        Object last = bare;
        for (int i = 0; i < UNITS; i++) {
            last = bare.round.run();
        }
        return last;
    }
}
