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
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.local.BareRound;
import org.gridbolt.channel.local.EmbeddedNode;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.LocalStores;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.RoundTimes;
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
    private static final int BARE_MILLIS = 4_000;
    private static final Map<Integer, Integer> SLOTS = new TreeMap<>(Map.of(1, 24, 16, 6, 256, 1));

    private final Path directory;
    private final boolean tiny;
    private final AtomicInteger runs = new AtomicInteger();

    private StoreBenchmark(Path directory, boolean tiny) {
        this.directory = directory;
        this.tiny = tiny;
    }

    /** A directory on the disk that is to be measured; {@code tiny} after it shortens all, and says nothing then. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "gridbolt-benchmark");
        try {
            new StoreBenchmark(directory, List.of(arguments).contains("tiny")).run();
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
            return StoreBenchmark.millis(saves.stream().flatMapToLong(Arrays::stream), share);
        }

        int count() {
            return saves.stream().mapToInt(times -> times.length).sum();
        }
    }

    private static double millis(LongStream times, double share) {
        long[] all = times.sorted().toArray();
        return all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, share * all.length)] / 1e6;
    }

    private int slots(int most) {
        return tiny ? 1 : most;
    }

    private long nanos(int millis) {
        return millis * 1_000_000L / (tiny ? 20 : 1);
    }

    private void run() throws Exception {
        Result warm = trade(2, slots(12), LocalStores.IN_MEMORY, List.of());
        System.out.printf("warm-up: %d rounds in memory%n%n", warm.rounds());
        bare();
        sync("before");
        single();
        System.out.println(
                "| channels | in memory, rounds/s | SQLite, rounds/s | ratio | saves/s | commits/s | saves per commit"
                        + " | a save, p50 | p99 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Map.Entry<Integer, Integer> row : SLOTS.entrySet()) {
            int channels = row.getKey();
            Result memory = trade(channels, slots(row.getValue()), LocalStores.IN_MEMORY, List.of());
            Result disk = onDisk((stores, open) -> trade(channels, slots(row.getValue()), stores, open));
            System.out.printf(
                    "| %d | %.0f | %.0f | %.2f | %.0f | %.0f | %.1f | %.2f ms | %.2f ms |%n",
                    channels,
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

    /** How many rounds the curve arithmetic alone would allow, by one thread and by all cores. */
    private void bare() throws InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                "the bare cryptography of a round: %.0f rounds/s by one thread, %.0f by %d%n",
                bare(1), bare(cores), cores);
    }

    private double bare(int threads) throws InterruptedException, ExecutionException {
        ExecutorService cores = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(cores.submit(() -> bareRounds(start + nanos(BARE_MILLIS))));
            }
            int rounds = 0;
            for (Future<Integer> count : counts) {
                rounds += count.get();
            }
            return rounds / ((System.nanoTime() - start) / 1e9);
        } finally {
            cores.shutdownNow();
        }
    }

    private static int bareRounds(long end) {
        BareRound round = new BareRound();
        int rounds = 0;
        while (System.nanoTime() < end) {
            Objects.requireNonNull(round.run());
            rounds++;
        }
        return rounds;
    }

    /** How long each round of one channel takes on the disk: a unit is read and the next one offered. */
    private void single() throws Exception {
        long[] rounds = onDisk((stores, open) -> RoundTimes.of(slots(24), stores));
        System.out.printf(
                "a durable round of a single channel: p50 %.1f ms, p99 %.1f ms, of %d%n%n",
                millis(Arrays.stream(rounds), 0.50), millis(Arrays.stream(rounds), 0.99), rounds.length);
    }

    /** How often the disk takes 4 KiB for good, by one thread. */
    private void sync(String when) throws IOException {
        Path file = directory.resolve("sync");
        List<Long> times = new ArrayList<>();
        long begin = System.nanoTime();
        long end = begin + nanos(SYNC_MILLIS);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (System.nanoTime() < end) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(SYNC_BYTES));
                channel.force(false);
                times.add(System.nanoTime() - start);
            }
        }
        System.out.printf(
                "%nthe disk alone, %s: %.0f writes of 4 KiB with fdatasync a second, p50 %.2f ms, p99 %.2f ms%n%n",
                when,
                times.size() / ((System.nanoTime() - begin) / 1e9),
                millis(times.stream().mapToLong(time -> time), 0.50),
                millis(times.stream().mapToLong(time -> time), 0.99));
    }

    /** What is measured on stores on the disk. */
    @FunctionalInterface
    private interface Measured<R> {
        R with(LocalStores stores, List<NodeStore> open) throws Exception;
    }

    private <R> R onDisk(Measured<R> measured) throws Exception {
        Map<Party, NodeStore> stores = new EnumMap<>(Party.class);
        Path place = Files.createDirectory(directory.resolve("run" + runs.incrementAndGet()));
        for (Party party : Party.values()) {
            stores.put(party, NodeStore.open(Files.createDirectory(place.resolve(party.name())), Traded.NODE));
        }
        try {
            return measured.with(new OnDisk(stores), List.copyOf(stores.values()));
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
