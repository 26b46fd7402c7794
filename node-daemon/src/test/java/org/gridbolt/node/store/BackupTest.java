package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.node.store.StoreAssert.flawOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridbolt.channel.state.ChannelState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, and stores that somebody put back. */
class BackupTest {

    private static final Traded DAY = Traded.units();

    @TempDir(factory = QuickDirectory.class)
    private Path scratch;

    private Path directory;
    private Path backup;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createDirectory(scratch.resolve("node"));
        backup = scratch.resolve("backup.db");
    }

    private NodeStore open() throws IOException {
        return NodeStore.open(directory, Traded.NODE);
    }

    private static DurableHousehold channel(NodeStore store, int number) throws IOException {
        return store.household(Traded.keyId(number), DAY.profile());
    }

    /** A store with two channels, a backup of it, and one state more. */
    private void trade() throws IOException {
        try (NodeStore store = open()) {
            channel(store, 1).save(DAY.first());
            channel(store, 2).save(DAY.first());
            store.marks().save(Traded.keyId(1), Traded.mark(1));
            store.backup(backup);
            channel(store, 1).save(DAY.last());
            store.marks().save(Traded.keyId(1), Traded.mark(2));
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private void move(String name) throws IOException {
        Files.move(file(name), scratch.resolve(name + ".moved"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_restored_store_has_the_channels_of_the_backup_and_marks_all_of_them_for_good() throws IOException {
        trade();
        move("channels.db");
        NodeStore.restore(backup, directory, Traded.NODE);

        try (NodeStore store = open()) {
            assertThat(store.staleness().orElseThrow().cause()).isEqualTo(Staleness.Cause.BACKUP);
            assertThat(channel(store, 1).load()).contains(DAY.first());
            assertThat(channel(store, 1).isRestored()).isTrue();
            assertThat(channel(store, 2).isRestored()).isTrue();
            assertThat(channel(store, 2).load()).contains(DAY.first());
            channel(store, 2).save(DAY.last());
            channel(store, 3).save(DAY.first());
        }
        try (NodeStore store = open()) {
            assertThat(store.staleness()).isEmpty();
            assertThat(channel(store, 1).isRestored()).isTrue();
            assertThat(channel(store, 2).isRestored()).isTrue();
            assertThat(channel(store, 2).load()).contains(DAY.last());
            assertThat(channel(store, 3).isRestored()).isFalse();
        }
    }

    @Test
    void the_signers_records_are_in_no_backup_and_a_restore_leaves_them_as_they_are() throws IOException {
        trade();
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1))
                .doesNotContain("CREATE TABLE mark");
        move("channels.db");
        NodeStore.restore(backup, directory, Traded.NODE);

        try (NodeStore store = open()) {
            assertThat(store.marks().load(Traded.keyId(1))).contains(Traded.mark(2));
        }
    }

    @Test
    void on_a_new_machine_the_channels_come_back_marked_and_the_signer_has_no_record() throws IOException {
        trade();
        Path other = Files.createDirectory(scratch.resolve("other"));
        NodeStore.restore(backup, other, Traded.NODE);

        try (NodeStore store = NodeStore.open(other, Traded.NODE)) {
            assertThat(channel(store, 1).load()).contains(DAY.first());
            assertThat(channel(store, 1).isRestored()).isTrue();
            assertThat(store.marks().load(Traded.keyId(1))).isEmpty();
        }
    }

    @Test
    void a_backup_is_of_one_moment_while_the_channels_go_on() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<ChannelState> states = DAY.states();
        try (NodeStore store = open()) {
            List<Future<?>> traders = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                DurableHousehold channel = channel(store, number);
                channel.save(states.get(0));
                traders.add(threads.submit(() -> {
                    for (int i = 0; !over.get(); i++) {
                        channel.save(states.get(states.size() - 2 + i % 2));
                    }
                    return null;
                }));
            }
            for (int copy = 0; copy < 5; copy++) {
                store.backup(scratch.resolve("copy" + copy));
            }
            over.set(true);
            for (Future<?> trader : traders) {
                assertThat(trader.get()).isNull();
            }
        } finally {
            threads.shutdownNow();
        }
        for (int copy = 0; copy < 5; copy++) {
            Path other = Files.createDirectory(scratch.resolve("other" + copy));
            NodeStore.restore(scratch.resolve("copy" + copy), other, Traded.NODE);
            try (NodeStore store = NodeStore.open(other, Traded.NODE)) {
                for (int number = 1; number <= 4; number++) {
                    assertThat(states).contains(channel(store, number).load().orElseThrow());
                }
            }
        }
    }

    // What restore and backup refuse.

    @Test
    void nothing_is_overwritten_by_a_backup_or_by_a_restore() throws IOException {
        trade();
        byte[] before = Files.readAllBytes(backup);

        flawOf(StoreFlaw.Exists.class, () -> NodeStore.restore(backup, directory, Traded.NODE));
        try (NodeStore store = open()) {
            flawOf(StoreFlaw.Exists.class, () -> store.backup(backup));
            assertThat(channel(store, 1).load()).contains(DAY.last());
            assertThat(store.staleness()).isEmpty();
        }
        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
    }

    @Test
    void a_log_that_was_left_behind_is_not_mixed_with_a_backup() throws IOException {
        trade();
        move("channels.db");
        Files.write(file("channels.db-wal"), new byte[] {1});

        flawOf(StoreFlaw.Exists.class, () -> NodeStore.restore(backup, directory, Traded.NODE));
        assertThat(file("channels.db")).doesNotExist();
    }

    @Test
    void a_backup_of_another_node_is_refused() throws IOException {
        trade();
        Path other = Files.createDirectory(scratch.resolve("other"));

        StoreFlaw.OtherNode flaw =
                flawOf(StoreFlaw.OtherNode.class, () -> NodeStore.restore(backup, other, Traded.OTHER));

        assertThat(flaw.found()).isEqualTo(Traded.NODE);
        assertThat(other.resolve("channels.db")).doesNotExist();
    }

    @Test
    void a_store_of_another_node_is_not_opened() throws IOException {
        trade();

        flawOf(StoreFlaw.OtherNode.class, () -> NodeStore.open(directory, Traded.OTHER));
    }

    @Test
    void what_is_no_backup_is_not_restored() throws IOException {
        trade();
        move("channels.db");
        Path store = scratch.resolve("channels.db.moved");

        flawOf(StoreFlaw.Missing.class, () -> NodeStore.restore(scratch.resolve("none"), directory, Traded.NODE));
        flawOf(StoreFlaw.NoBackup.class, () -> NodeStore.restore(store, directory, Traded.NODE));
        flawOf(StoreFlaw.Foreign.class, () -> NodeStore.restore(file("signer.db"), directory, Traded.NODE));
        assertThat(file("channels.db")).doesNotExist();
    }

    // Put back by hand.

    @Test
    void a_backup_that_was_copied_by_hand_is_noticed() throws IOException {
        trade();
        Files.copy(backup, file("channels.db"), StandardCopyOption.REPLACE_EXISTING);

        assertAllRestored(Staleness.Cause.BACKUP);
    }

    @Test
    void a_store_that_was_copied_back_by_hand_is_noticed() throws IOException {
        trade();
        Files.copy(file("channels.db"), scratch.resolve("old"));
        try (NodeStore store = open()) {
            store.marks().save(Traded.keyId(1), Traded.mark(3));
        }
        Files.copy(scratch.resolve("old"), file("channels.db"), StandardCopyOption.REPLACE_EXISTING);

        assertAllRestored(Staleness.Cause.COMMITS_MISSING);
    }

    /** By the signer's file alone, which is forced to the disk with each record. */
    @Test
    void a_store_that_was_copied_back_with_its_watermark_is_noticed_by_what_the_signer_saw() throws IOException {
        trade();
        Files.copy(file("channels.db"), scratch.resolve("old"));
        Files.copy(file("channels.watermark"), scratch.resolve("old.watermark"));
        try (NodeStore store = open()) {
            assertThat(channel(store, 1).load()).isPresent();
            channel(store, 1).save(DAY.last());
            store.marks().save(Traded.keyId(1), Traded.mark(3));
        }
        Files.copy(scratch.resolve("old"), file("channels.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(scratch.resolve("old.watermark"), file("channels.watermark"), StandardCopyOption.REPLACE_EXISTING);

        assertAllRestored(Staleness.Cause.COMMITS_MISSING);
    }

    @Test
    void channels_without_the_signers_records_are_taken_for_old() throws IOException {
        trade();
        move("signer.db");

        assertAllRestored(Staleness.Cause.SIGNER_NEW);
    }

    private void assertAllRestored(Staleness.Cause cause) throws IOException {
        try (NodeStore store = open()) {
            assertThat(store.staleness().orElseThrow().cause()).isEqualTo(cause);
            assertThat(store.staleness().orElseThrow().message()).doesNotContain("\n");
            assertThat(channel(store, 1).isRestored()).isTrue();
            assertThat(channel(store, 2).isRestored()).isTrue();
        }
        try (NodeStore store = open()) {
            assertThat(store.staleness()).isEmpty();
            assertThat(channel(store, 1).isRestored()).isTrue();
        }
    }

    @Test
    void signers_records_that_were_put_back_to_older_ones_are_refused() throws IOException {
        trade();
        Files.copy(file("signer.db"), scratch.resolve("old"));
        try (NodeStore store = open()) {
            store.marks().save(Traded.keyId(1), Traded.mark(3));
            channel(store, 3).save(DAY.first());
        }
        Files.copy(scratch.resolve("old"), file("signer.db"), StandardCopyOption.REPLACE_EXISTING);
        flawOf(StoreFlaw.SignerBehind.class, this::open);

        Files.delete(file("signer.watermark"));
        flawOf(StoreFlaw.SignerBehind.class, this::open);

        move("signer.db");
        assertAllRestored(Staleness.Cause.SIGNER_NEW);
    }

    @Test
    void channels_that_are_gone_are_missed() throws IOException {
        trade();
        move("channels.db");

        flawOf(StoreFlaw.Missing.class, this::open);
        assertThat(file("channels.db")).doesNotExist();
    }
}
