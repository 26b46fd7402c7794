package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.node.store.StoreAssert.flawOf;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeStoreTest {

    private static final Traded DAY = Traded.units();

    @TempDir
    private Path directory;

    private NodeStore open() throws IOException {
        return NodeStore.open(directory, Traded.NODE);
    }

    private static DurableHousehold channel(NodeStore store, int number) throws IOException {
        return store.household(Traded.keyId(number), DAY.profile());
    }

    // Saved, and there again.

    @Test
    void a_new_store_has_no_channels_and_nothing_to_complain_of() throws IOException {
        try (NodeStore store = open()) {
            assertThat(store.channels()).isEmpty();
            assertThat(store.damaged()).isEmpty();
            assertThat(store.staleness()).isEmpty();
            assertThat(channel(store, 1).load()).isEmpty();
            assertThat(store.marks().load(Traded.keyId(1))).isEmpty();
        }
    }

    @Test
    void the_state_that_was_saved_last_is_found_by_the_next_process() throws IOException {
        try (NodeStore store = open()) {
            for (ChannelState state : DAY.states()) {
                channel(store, 1).save(state);
            }
            channel(store, 2).save(DAY.first());
        }
        try (NodeStore store = open()) {
            assertThat(store.channels())
                    .isEqualTo(Map.of(Traded.keyId(1), Party.PRODUCER, Traded.keyId(2), Party.PRODUCER));
            assertThat(channel(store, 1).load()).contains(DAY.last());
            assertThat(channel(store, 2).load()).contains(DAY.first());
            assertThat(channel(store, 1).isRestored()).isFalse();
            assertThat(store.staleness()).isEmpty();
        }
    }

    @Test
    void every_state_on_the_way_reads_back_as_itself() throws IOException {
        try (NodeStore store = open()) {
            for (ChannelState state : DAY.states()) {
                channel(store, 1).save(state);
                assertThat(channel(store, 1).load()).contains(state);
            }
        }
    }

    @Test
    void a_resumed_channel_goes_on_where_the_process_before_ended() throws IOException {
        int half = DAY.states().size() / 2;
        try (NodeStore store = open()) {
            channel(store, 1).save(DAY.states().get(half));
        }
        try (NodeStore store = open()) {
            assertThat(channel(store, 1).load()).contains(DAY.states().get(half));
            for (ChannelState state :
                    DAY.states().subList(half + 1, DAY.states().size())) {
                channel(store, 1).save(state);
            }
        }
        try (NodeStore store = open()) {
            assertThat(channel(store, 1).load()).contains(DAY.last());
        }
    }

    @Test
    void the_signers_records_are_found_again_and_each_replaces_the_one_before() throws IOException {
        try (NodeStore store = open()) {
            store.marks().save(Traded.keyId(1), Traded.mark(1));
            store.marks().save(Traded.keyId(2), Traded.mark(2));
            store.marks().save(Traded.keyId(1), Traded.mark(3));
        }
        try (NodeStore store = open()) {
            assertThat(store.marks().load(Traded.keyId(1))).contains(Traded.mark(3));
            assertThat(store.marks().load(Traded.keyId(2))).contains(Traded.mark(2));
        }
    }

    @Test
    void what_never_changes_is_appended_and_the_head_takes_the_place_of_the_one_before() throws Exception {
        try (NodeStore store = open();
                Connection other = connect()) {
            List<Long> entries = new ArrayList<>();
            for (ChannelState state : DAY.states()) {
                channel(store, 1).save(state);
                entries.add(number(other, "SELECT count(*) FROM journal"));
                assertThat(number(other, "SELECT count(*) FROM channel")).isEqualTo(1);
            }
            assertThat(entries).isSorted();
            assertThat(entries.get(entries.size() - 1))
                    .isEqualTo(DAY.last().journal().size());
            execute(other, "CREATE TRIGGER never BEFORE UPDATE ON journal BEGIN SELECT raise(ABORT, 'rewritten'); END");
            channel(store, 1).save(DAY.last());
            execute(other, "DROP TRIGGER never");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("channels.db"));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(sql);
        }
    }

    // Durable: what is forced, and when.

    @Test
    void each_commit_forces_the_log_to_the_disk() throws Exception {
        try (NodeStore store = open()) {
            channel(store, 1).save(DAY.first());
            for (StoreFile file : StoreFile.values()) {
                try (Connection writer = SqliteFile.connect(file, file.in(directory))) {
                    assertThat(number(writer, "PRAGMA synchronous")).isEqualTo(2);
                    assertThat(number(writer, "PRAGMA fullfsync")).isEqualTo(1);
                    try (Statement statement = writer.createStatement();
                            ResultSet rows = statement.executeQuery("PRAGMA journal_mode")) {
                        assertThat(rows.getString(1)).isEqualTo("wal");
                    }
                }
            }
        }
    }

    // Many channels, one commit.

    @Test
    void saves_that_come_while_the_disk_is_busy_share_one_commit() throws Exception {
        int count = 40;
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try (NodeStore store = open();
                Connection busy = connect()) {
            List<DurableHousehold> channels = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                channels.add(channel(store, i));
            }
            execute(busy, "BEGIN IMMEDIATE");
            long before = number(busy, "SELECT commits FROM node");
            List<Future<?>> saves = new ArrayList<>();
            for (DurableHousehold channel : channels) {
                saves.add(threads.submit(() -> {
                    channel.save(DAY.last());
                    return null;
                }));
            }
            StoreAssert.awaitUnfinished(store, count);
            assertThat(saves).noneMatch(Future::isDone);
            execute(busy, "COMMIT");
            for (Future<?> save : saves) {
                assertThat(save.get()).isNull();
            }
            assertThat(number(busy, "SELECT count(*) FROM channel")).isEqualTo(count);
            assertThat(number(busy, "SELECT commits FROM node") - before).isBetween(1L, 3L);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_write_that_cannot_be_done_keeps_no_other_from_the_disk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try (NodeStore store = open();
                Connection busy = connect()) {
            execute(busy, "BEGIN IMMEDIATE");
            GroupCommit writer = store.writer();
            Future<?> first = threads.submit(() -> {
                channel(store, 1).save(DAY.first());
                return null;
            });
            Future<?> bug = threads.submit(() -> {
                writer.commit(connection -> {
                    throw new IllegalArgumentException("a bug");
                });
                return null;
            });
            Future<?> last = threads.submit(() -> {
                channel(store, 2).save(DAY.last());
                return null;
            });
            StoreAssert.awaitUnfinished(store, 3);
            execute(busy, "COMMIT");

            assertThat(first.get()).isNull();
            assertThat(last.get()).isNull();
            assertThatThrownBy(bug::get).hasRootCauseInstanceOf(IllegalArgumentException.class);
            assertThat(channel(store, 1).load()).contains(DAY.first());
            assertThat(channel(store, 2).load()).contains(DAY.last());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Else whoever waits for the next saves goes on before they are handed in. */
    @Test
    void a_write_that_is_durable_is_no_longer_counted() throws Exception {
        try (NodeStore store = open()) {
            store.writer().commit(connection -> {});

            StoreAssert.awaitUnfinished(store, 0);
        }
    }

    // Nothing is overwritten by mistake.

    @Test
    void a_new_channel_never_takes_the_place_of_a_stored_one() throws IOException {
        try (NodeStore store = open()) {
            channel(store, 1).save(DAY.last());
        }
        try (NodeStore store = open()) {
            flawOf(StoreFlaw.ChannelExists.class, () -> channel(store, 1).save(DAY.first()));
            assertThat(channel(store, 1).load()).contains(DAY.last());
        }
    }

    @Test
    void a_channel_is_not_read_in_another_role() throws IOException {
        try (NodeStore store = open()) {
            channel(store, 1).save(DAY.first());
            flawOf(StoreFlaw.OtherRole.class, () -> store.record(Traded.keyId(1), Party.CONSUMER));
        }
    }

    @Test
    void a_journal_that_got_shorter_is_a_bug_and_is_not_saved() throws IOException {
        try (NodeStore store = open()) {
            ChannelRecord record = store.record(Traded.keyId(1), Party.PRODUCER);
            record.save(Bytes.ofHex("01"), DAY.last().journal());
            assertThatThrownBy(() -> record.save(Bytes.ofHex("01"), DAY.first().journal()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void what_waits_when_the_store_is_closed_is_saved_and_what_comes_later_is_refused() throws IOException {
        NodeStore store = open();
        DurableHousehold channel = channel(store, 1);
        channel.save(DAY.first());
        store.close();

        flawOf(StoreFlaw.Closed.class, () -> channel.save(DAY.last()));
        flawOf(StoreFlaw.Closed.class, () -> store.marks().save(Traded.keyId(1), Traded.mark(1)));
        try (NodeStore again = open()) {
            assertThat(channel(again, 1).load()).contains(DAY.first());
        }
    }
}
