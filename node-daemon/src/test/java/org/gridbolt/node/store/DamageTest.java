package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.node.store.StoreAssert.flawOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what was written, and disks that take no more. */
class DamageTest {

    private static final Bytes HEAD =
            Bytes.of("\1the head of a channel, of which each byte counts".getBytes(StandardCharsets.US_ASCII));
    private static final Bytes ENTRY = Bytes.of("an entry of its journal".getBytes(StandardCharsets.US_ASCII));
    private static final Bytes MARK = Bytes.of("what its signer signed".getBytes(StandardCharsets.US_ASCII));
    private static final Set<String> FILES =
            Set.of("channels.db", "signer.db", "channels.watermark", "signer.watermark");

    @TempDir(factory = QuickDirectory.class)
    private Path scratch;

    private Path directory;
    private Path whole;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createDirectory(scratch.resolve("node"));
        whole = Files.createDirectory(scratch.resolve("whole"));
    }

    private NodeStore open() throws IOException {
        return NodeStore.open(directory, Traded.NODE);
    }

    private static ChannelRecord record(NodeStore store, int number) throws IOException {
        return store.record(Traded.keyId(number), Party.PRODUCER);
    }

    private void write() throws IOException {
        try (NodeStore store = open()) {
            for (int number = 1; number <= 2; number++) {
                record(store, number).save(HEAD, Journal.EMPTY.plus(ENTRY).plus(ENTRY));
                store.marks().save(Traded.keyId(number), MARK);
            }
        }
        for (String file : FILES) {
            Files.copy(directory.resolve(file), whole.resolve(file));
        }
    }

    private void putBack() throws IOException {
        for (String file : FILES) {
            Files.copy(whole.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(directory.resolve(file + "-wal"));
            Files.deleteIfExists(directory.resolve(file + "-shm"));
        }
    }

    // Any byte.

    /** Refused, or as it was written, or marked as old: never read as something else. */
    private void assertNeverReadAsSomethingElse(String what) {
        try (NodeStore store = open()) {
            boolean marked = store.staleness().isPresent();
            boolean told = !store.damaged().isEmpty();
            for (int number = 1; number <= 2; number++) {
                Optional<ChannelRecord.Stored> stored = loaded(store, number);
                boolean same = stored.filter(found -> found.head().equals(HEAD)
                                && found.journal().since(0).equals(List.of(ENTRY, ENTRY)))
                        .isPresent();
                assertThat(same || (stored.isEmpty() && told)).as(what).isTrue();
                assertThat(record(store, number).row().restored()).as(what).isEqualTo(same && marked);
            }
        } catch (StoreUnusable refused) {
            assertThat(refused.flaw()).as(what).isNotInstanceOf(StoreFlaw.DiskFailed.class);
        } catch (IOException other) {
            throw new AssertionError(what, other);
        }
    }

    private static Optional<ChannelRecord.Stored> loaded(NodeStore store, int number) throws IOException {
        try {
            Optional<Bytes> mark = store.marks().load(Traded.keyId(number));
            assertThat(mark.isEmpty() || mark.get().equals(MARK)).isTrue();
            assertThat(mark.isPresent() || !store.damaged().isEmpty()).isTrue();
        } catch (StoreUnusable refused) {
            assertThat(refused.flaw()).isInstanceOf(StoreFlaw.SignerDamaged.class);
        }
        return record(store, number).load(1);
    }

    private static int find(byte[] file, Bytes part) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(new String(part.toArray(), StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        return at;
    }

    private void damage(String name, int at, int change) throws IOException {
        byte[] content = Files.readAllBytes(whole.resolve(name));
        content[at] ^= (byte) change;
        Files.write(directory.resolve(name), content);
        try {
            assertNeverReadAsSomethingElse(name + " byte " + at + " changed by " + change);
        } finally {
            putBack();
        }
    }

    @Test
    void every_byte_of_a_channels_record_is_held_to_its_checksum() throws IOException {
        write();
        byte[] content = Files.readAllBytes(whole.resolve("channels.db"));
        int head = find(content, HEAD);
        for (int at = head - 40; at < head + HEAD.size() + 80; at++) {
            damage("channels.db", at, 1 + at % 255);
        }
        int entry = find(content, ENTRY);
        for (int at = entry - 8; at < entry + ENTRY.size(); at++) {
            damage("channels.db", at, 1 + at % 255);
        }
    }

    @Test
    void every_byte_of_a_signers_record_is_held_to_its_checksum() throws IOException {
        write();
        int mark = find(Files.readAllBytes(whole.resolve("signer.db")), MARK);
        for (int at = mark - 24; at < mark + MARK.size() + 34; at++) {
            damage("signer.db", at, 1 + at % 255);
        }
    }

    @Test
    void a_byte_changed_anywhere_is_refused_or_changes_nothing() throws IOException {
        write();
        Random random = new Random(7);
        for (String name : FILES) {
            int size = (int) Files.size(whole.resolve(name));
            for (int i = 0; i < 120; i++) {
                damage(name, random.nextInt(size), 1 + random.nextInt(255));
            }
            for (int at = 0; at < Math.min(size, 100); at++) {
                damage(name, at, 1 + random.nextInt(255));
            }
        }
    }

    /** The log of a process that was killed: what SQLite cannot read of it, it leaves out without a word. */
    @Test
    void a_byte_changed_in_the_log_of_a_killed_process_loses_no_save_unnoticed() throws IOException {
        Path killed = Files.createDirectory(scratch.resolve("killed"));
        try (NodeStore store = open()) {
            for (int number = 1; number <= 2; number++) {
                record(store, number).save(Bytes.ofHex("0101"), Journal.EMPTY);
                record(store, number).save(HEAD, Journal.EMPTY.plus(ENTRY).plus(ENTRY));
            }
            for (String file : FILES) {
                Files.copy(directory.resolve(file), killed.resolve(file));
            }
            Files.copy(directory.resolve("channels.db-wal"), killed.resolve("channels.db-wal"));
            Files.copy(directory.resolve("signer.db-wal"), killed.resolve("signer.db-wal"));
        }
        int size = (int) Files.size(killed.resolve("channels.db-wal"));
        Random random = new Random(8);
        for (int i = 0; i < 150; i++) {
            int at = random.nextInt(size);
            putBackKilled(killed);
            byte[] log = Files.readAllBytes(killed.resolve("channels.db-wal"));
            log[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(directory.resolve("channels.db-wal"), log);
            assertWholeOrMarked("byte " + at + " of the log");
        }
        for (int length : new int[] {0, 31, 32, 5000, size / 2, size - 1}) {
            putBackKilled(killed);
            byte[] log = Files.readAllBytes(killed.resolve("channels.db-wal"));
            Files.write(directory.resolve("channels.db-wal"), Arrays.copyOf(log, length));
            assertWholeOrMarked("log of " + length + " bytes");
        }
        putBackKilled(killed);
        Files.delete(directory.resolve("channels.db-wal"));
        assertWholeOrMarked("no log");
    }

    private void putBackKilled(Path killed) throws IOException {
        for (String file : FILES) {
            Files.copy(killed.resolve(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(directory.resolve(file + "-shm"));
        }
        for (String log : Set.of("channels.db-wal", "signer.db-wal")) {
            Files.copy(killed.resolve(log), directory.resolve(log), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void assertWholeOrMarked(String what) throws IOException {
        try (NodeStore store = open()) {
            for (int number = 1; number <= 2; number++) {
                ChannelRow row = record(store, number).row();
                boolean newest = row.head().equals(HEAD);
                assertThat(newest || row.restored() || store.staleness().isPresent())
                        .as(what)
                        .isTrue();
            }
        } catch (StoreUnusable refused) {
            assertThat(refused.flaw().message()).as(what).contains(directory.toString());
        }
    }

    // Cut short, and foreign.

    @Test
    void a_file_that_is_cut_short_is_refused_and_left_as_it_is() throws IOException {
        write();
        for (String name : Set.of("channels.db", "signer.db")) {
            byte[] content = Files.readAllBytes(whole.resolve(name));
            for (int length : new int[] {0, 1, 99, 100, 4095, 4096, content.length / 2, content.length - 1}) {
                byte[] cut = Arrays.copyOf(content, length);
                Files.write(directory.resolve(name), cut);

                if (length == content.length - 1) {
                    // It may be one that no page uses.
                    assertNeverReadAsSomethingElse(name + " without its last byte");
                } else {
                    flawOf(StoreFlaw.class, this::open);
                    assertThat(Files.readAllBytes(directory.resolve(name))).isEqualTo(cut);
                }
                putBack();
            }
        }
        open().close();
    }

    @Test
    void a_file_of_something_else_is_refused() throws IOException, SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("channels.db"));
                Statement statement = other.createStatement()) {
            boolean unused = statement.execute("CREATE TABLE recipe (name TEXT)");
        }
        flawOf(StoreFlaw.Foreign.class, this::open);
    }

    // Newer.

    private void execute(String name, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(name));
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    @Test
    void a_store_of_a_newer_format_is_refused_as_that() throws IOException, SQLException {
        write();
        execute("channels.db", "PRAGMA user_version = 2");

        StoreFlaw.Newer flaw = flawOf(StoreFlaw.Newer.class, this::open);

        assertThat(flaw.found()).isEqualTo(2);
        assertThat(flaw.known()).isEqualTo(1);
    }

    @Test
    void a_channel_of_a_newer_format_is_refused_as_that_and_keeps_no_other_from_running() throws IOException {
        write();
        try (NodeStore store = open()) {
            assertThat(record(store, 1).load(1)).isPresent();
            record(store, 1).save(Bytes.ofHex("0203"), Journal.EMPTY.plus(ENTRY).plus(ENTRY));
        }
        try (NodeStore store = open()) {
            StoreFlaw.Newer flaw =
                    flawOf(StoreFlaw.Newer.class, () -> record(store, 1).load(1));
            assertThat(flaw.found()).isEqualTo(2);
            flawOf(StoreFlaw.ChannelExists.class, () -> record(store, 1).save(HEAD, Journal.EMPTY));
            assertThat(record(store, 2).load(1)).isPresent();
        }
    }

    @Test
    void a_head_that_is_no_state_of_this_household_is_refused_and_not_overwritten() throws IOException {
        Traded day = Traded.units();
        try (NodeStore store = open()) {
            record(store, 1).save(Bytes.ofHex("01ff"), Journal.EMPTY);
        }
        try (NodeStore store = open()) {
            DurableHousehold channel = store.household(Traded.keyId(1), day.profile());
            flawOf(StoreFlaw.ChannelDamaged.class, channel::load);
        }
    }

    @Test
    void a_channel_that_is_damaged_keeps_no_other_from_running() throws IOException, SQLException {
        write();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("channels.db"));
                PreparedStatement update =
                        connection.prepareStatement("UPDATE journal SET entry = ? WHERE channel = 1")) {
            update.setBytes(1, new byte[] {1});
            assertThat(update.executeUpdate()).isEqualTo(2);
        }
        try (NodeStore store = open()) {
            flawOf(StoreFlaw.ChannelDamaged.class, () -> record(store, 1).load(1));
            flawOf(StoreFlaw.ChannelExists.class, () -> record(store, 1).save(HEAD, Journal.EMPTY));
            assertThat(record(store, 2).load(1)).isPresent();
            record(store, 2).save(HEAD, Journal.EMPTY.plus(ENTRY).plus(ENTRY).plus(ENTRY));
        }
    }

    // A disk that takes no more.

    @Test
    void a_full_disk_is_told_as_that_and_what_was_saved_is_kept() throws IOException {
        write();
        Bytes large = HEAD.concat(Bytes.of(new byte[200_000]));
        Journal journal = Journal.EMPTY.plus(ENTRY).plus(ENTRY);
        try (NodeStore store = open()) {
            assertThat(record(store, 1).load(1)).isPresent();
            store.writer().commit(connection -> SqliteFile.execute(connection, "PRAGMA max_page_count = 8"));

            flawOf(StoreFlaw.DiskFull.class, () -> record(store, 1).save(large, journal));
            assertThat(record(store, 1).row().head()).isEqualTo(HEAD);

            store.writer().commit(connection -> SqliteFile.execute(connection, "PRAGMA max_page_count = 100000"));
            record(store, 1).save(large, journal);
        }
        try (NodeStore store = open()) {
            assertThat(record(store, 1).load(1).orElseThrow().head()).isEqualTo(large);
        }
    }

    @Test
    void a_small_save_is_done_where_a_large_one_beside_it_has_no_room() throws Exception {
        write();
        Bytes large = HEAD.concat(Bytes.of(new byte[200_000]));
        Journal journal = Journal.EMPTY.plus(ENTRY).plus(ENTRY);
        try (NodeStore store = open();
                Connection busy = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("channels.db"))) {
            assertThat(record(store, 1).load(1)).isPresent();
            assertThat(record(store, 2).load(1)).isPresent();
            store.writer().commit(connection -> SqliteFile.execute(connection, "PRAGMA max_page_count = 12"));
            SqliteFile.execute(busy, "BEGIN IMMEDIATE");
            var first = CompletableFuture.runAsync(() -> save(store, 1, large, journal));
            var second = CompletableFuture.runAsync(() -> save(store, 2, Bytes.ofHex("0199"), journal));
            StoreAssert.awaitUnfinished(store, 2);
            SqliteFile.execute(busy, "COMMIT");

            second.get();
            assertThatThrownBy(first::get).hasStackTraceContaining("no room left on the disk");
            assertThat(record(store, 2).row().head()).isEqualTo(Bytes.ofHex("0199"));
        }
    }

    private static void save(NodeStore store, int number, Bytes head, Journal journal) {
        try {
            record(store, number).save(head, journal);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A system directory, since to an administrator every other one is writable. */
    @Test
    void a_directory_that_cannot_be_written_is_told_as_that() {
        Path system = Path.of("/proc/self/fdinfo");
        assumeTrue(Files.isDirectory(system));

        flawOf(StoreFlaw.NotWritable.class, () -> NodeStore.open(system, Traded.NODE));
    }

    @Test
    void a_directory_that_is_not_there_is_not_made() {
        flawOf(StoreFlaw.Missing.class, () -> NodeStore.open(scratch.resolve("none"), Traded.NODE));
        assertThat(scratch.resolve("none")).doesNotExist();
    }
}
