package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.node.store.StoreAssert.flawOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time, and a paused one that wakes too late. */
class StoreLockTest {

    @TempDir
    private Path directory;

    private NodeStore open() throws IOException {
        return NodeStore.open(directory, Traded.NODE);
    }

    private static ChannelRecord record(NodeStore store) throws IOException {
        return store.record(Traded.keyId(1), Party.PRODUCER);
    }

    @Test
    void a_second_one_in_this_process_is_refused_until_the_first_is_closed() throws IOException {
        NodeStore store = open();
        long self = ProcessHandle.current().pid();

        assertThat(flawOf(StoreFlaw.InUse.class, this::open).holder()).contains(self);
        assertThat(flawOf(StoreFlaw.InUse.class, () -> NodeStore.open(directory.resolve("."), Traded.NODE)))
                .isNotNull();

        store.close();
        open().close();
    }

    @Test
    void another_process_is_refused_while_this_one_has_the_store() throws IOException {
        try (NodeStore store = open()) {
            Process other = StoreProcess.start(StoreHolder.class, directory);
            try {
                assertThat(other.inputReader().readLine()).isEqualTo("InUse");
            } finally {
                other.destroyForcibly();
            }
            assertThat(store.damaged()).isEmpty();
        }
    }

    @Test
    void a_process_that_is_killed_leaves_the_store_to_the_next_one() throws IOException, InterruptedException {
        Process holder = StoreProcess.start(StoreHolder.class, directory);
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("open 0");
            assertThat(flawOf(StoreFlaw.InUse.class, this::open).holder()).contains(holder.pid());
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();

        try (NodeStore store = open()) {
            assertThat(store.damaged()).isEmpty();
            assertThat(store.staleness()).isEmpty();
        }
    }

    /** As when a machine was copied while it was paused, or somebody deleted the lock. */
    @Test
    void a_paused_process_that_wakes_after_another_took_over_saves_and_signs_nothing() throws IOException {
        NodeStore paused = open();
        ChannelRecord channel = record(paused);
        channel.save(Bytes.ofHex("01"), Journal.EMPTY);
        paused.marks().save(Traded.keyId(1), Traded.mark(1));
        Files.delete(directory.resolve("lock"));
        StoreProcess.takeOver(directory);

        flawOf(StoreFlaw.Fenced.class, () -> channel.save(Bytes.ofHex("02"), Journal.EMPTY));
        flawOf(StoreFlaw.Fenced.class, () -> paused.marks().save(Traded.keyId(1), Traded.mark(2)));
        flawOf(StoreFlaw.Fenced.class, () -> channel.save(Bytes.ofHex("03"), Journal.EMPTY));
        paused.close();

        try (NodeStore next = open()) {
            assertThat(record(next).row().head()).isEqualTo(Bytes.ofHex("01"));
            assertThat(next.marks().load(Traded.keyId(1))).contains(Traded.mark(1));
            assertThat(next.staleness()).isEmpty();
        }
    }
}
