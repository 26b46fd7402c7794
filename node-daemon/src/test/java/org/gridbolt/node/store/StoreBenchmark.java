package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.local.EmbeddedNode;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.LocalStores;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.TradeObserver;
import org.gridbolt.channel.signer.SignerMarks;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * Rounds of all three parties, each of which saves every step to its own store on a disk, beside the same rounds in memory and
 * beside what the disk can do: 1, 16 and 256 channels at the same time, each on a thread of its own.
 */
final class StoreBenchmark {

    private static final Allocation COINS =
            new Allocation(Coin.valueOf(10_000_000), Coin.valueOf(1_000_000), Coin.ZERO);
    private static final Price PRICE = new Price(5_000_000_000_000L);
    private static final int UNITS = 16;
    private static final WattHours ENERGY = new WattHours(250L * UNITS);
    private static final int SYNC_MILLIS = 4_000;
    private static final int SYNC_BYTES = 4_096;
    private static final int[] CHANNELS = {1, 16, 256};
    private static final int[] SLOTS = {24, 6, 1};

    private final Path directory;
    private final AtomicInteger runs = new AtomicInteger();

    private StoreBenchmark(Path directory) {
        this.directory = directory;
    }

    /** A directory on the disk that is to be measured. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "gridbolt-benchmark");
        try {
            new StoreBenchmark(directory).run();
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What a run took. */
    private record Result(int rounds, double seconds, List<long[]> saves, long commits) {

        double perSecond() {
            return rounds / seconds;
        }

        double millis(double share) {
            long[] all = saves.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, share * all.length)] / 1e6;
        }

        int count() {
            return saves.stream().mapToInt(times -> times.length).sum();
        }
    }

    private void run() throws Exception {
        Result warm = trade(2, 12, LocalStores.IN_MEMORY, List.of());
        System.out.printf("warm-up: %d rounds in memory%n%n", warm.rounds());
        sync("before");
        System.out.println(
                "| channels | in memory, rounds/s | SQLite, rounds/s | ratio | saves/s | commits/s | saves per commit"
                        + " | a save, p50 | p99 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < CHANNELS.length; i++) {
            Result memory = trade(CHANNELS[i], SLOTS[i], LocalStores.IN_MEMORY, List.of());
            Result disk = onDisk(CHANNELS[i], SLOTS[i]);
            System.out.printf(
                    "| %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.1f | %.2f ms | %.2f ms |%n",
                    CHANNELS[i],
                    memory.perSecond(),
                    disk.perSecond(),
                    disk.perSecond() / memory.perSecond(),
                    disk.count() / disk.seconds(),
                    disk.commits() / disk.seconds(),
                    (double) disk.count() / disk.commits(),
                    disk.millis(0.50),
                    disk.millis(0.99));
        }
        sync("after");
    }

    /** How often the disk takes 4 KiB for good, by one thread. */
    private void sync(String when) throws IOException {
        Path file = directory.resolve("sync");
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + SYNC_MILLIS * 1_000_000L;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(SYNC_BYTES));
                channel.force(false);
                times.add(System.nanoTime() - start);
            }
        }
        List<Long> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%nthe disk alone, %s: %.0f writes of 4 KiB with fdatasync a second, p50 %.2f ms, p99 %.2f ms%n%n",
                when,
                times.size() * 1000.0 / SYNC_MILLIS,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    private Result onDisk(int channels, int slots) throws Exception {
        Map<Party, NodeStore> stores = new EnumMap<>(Party.class);
        Path place = Files.createDirectory(directory.resolve("run" + runs.incrementAndGet()));
        for (Party party : Party.values()) {
            stores.put(party, NodeStore.open(Files.createDirectory(place.resolve(party.name())), Traded.NODE));
        }
        try {
            return trade(channels, slots, new OnDisk(stores), List.copyOf(stores.values()));
        } finally {
            for (NodeStore store : stores.values()) {
                store.close();
            }
        }
    }

    private static TradePlan plan(int slots) {
        List<SlotTrade> trades = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            trades.add(UnitCutting.DEFAULT.cut(
                    new Slot(slot), new WattHours(30_000), PRICE, ENERGY, new UnitNumber(UNITS * slot + 1)));
        }
        return new TradePlan(trades);
    }

    /** Opens the channels first, which is not measured; then all trade at the same time. */
    private static Result trade(int channels, int slots, LocalStores stores, List<NodeStore> onDisk)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(channels);
        try {
            List<Timed> timed = new ArrayList<>();
            List<Future<LocalChannel>> opening = new ArrayList<>();
            for (int i = 0; i < channels; i++) {
                int seed = i + 1;
                Timed own = new Timed(stores);
                timed.add(own);
                opening.add(threads.submit(
                        () -> LocalChannel.open(new EmbeddedNode(seed), new LocalSetup(COINS, seed), own)));
            }
            List<LocalChannel> open = new ArrayList<>();
            for (Future<LocalChannel> channel : opening) {
                open.add(channel.get());
            }
            timed.forEach(Timed::forget);
            long commits = commits(onDisk);
            long start = System.nanoTime();
            List<Future<Integer>> trading = new ArrayList<>();
            for (LocalChannel channel : open) {
                trading.add(threads.submit(() -> rounds(channel, slots)));
            }
            int rounds = 0;
            for (Future<Integer> traded : trading) {
                rounds += traded.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(rounds, seconds, timed.stream().map(Timed::times).toList(), commits(onDisk) - commits);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int rounds(LocalChannel channel, int slots) {
        channel.trade(plan(slots), Plant.RELIABLE, TradeObserver.NONE).ifPresent(stop -> {
            throw new IllegalStateException(stop.toString());
        });
        return channel.effort().rounds();
    }

    private static long commits(List<NodeStore> stores) {
        return stores.stream().mapToLong(NodeStore::commits).sum();
    }

    /** A store of its own for each of the three, as on three machines, but on one disk. */
    private record OnDisk(Map<Party, NodeStore> stores) implements LocalStores {

        private NodeStore of(Party party) {
            return Objects.requireNonNull(stores.get(party));
        }

        @Override
        public ChannelStore household(KeyId keyId, HouseholdProfile profile) throws IOException {
            return of(profile.role()).household(keyId, profile);
        }

        @Override
        public UtilityStore utility(UtilityProfile profile, OpeningPlan plan) throws IOException {
            return of(Party.UTILITY).utility(profile, plan);
        }

        @Override
        public SignerMarks marks(Party party) {
            return of(party).marks();
        }
    }

    /** How long each save of one channel took, whoever of the three saved; used by one thread. */
    private static final class Timed implements LocalStores {

        private final LocalStores inner;
        private long[] times = new long[1024];
        private int count;

        Timed(LocalStores inner) {
            this.inner = inner;
        }

        void forget() {
            count = 0;
        }

        long[] times() {
            return Arrays.copyOf(times, count);
        }

        private interface Save {
            void run() throws IOException;
        }

        private void time(Save save) throws IOException {
            long start = System.nanoTime();
            save.run();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = System.nanoTime() - start;
        }

        @Override
        public ChannelStore household(KeyId keyId, HouseholdProfile profile) throws IOException {
            ChannelStore store = inner.household(keyId, profile);
            return next -> time(() -> store.save(next));
        }

        @Override
        public UtilityStore utility(UtilityProfile profile, OpeningPlan plan) throws IOException {
            UtilityStore store = inner.utility(profile, plan);
            return next -> time(() -> store.save(next));
        }

        @Override
        public SignerMarks marks(Party party) {
            SignerMarks marks = inner.marks(party);
            return new SignerMarks() {
                @Override
                public Optional<Bytes> load(KeyId keyId) throws IOException {
                    return marks.load(keyId);
                }

                @Override
                public void save(KeyId keyId, Bytes mark) throws IOException {
                    time(() -> marks.save(keyId, mark));
                }
            };
        }
    }
}
