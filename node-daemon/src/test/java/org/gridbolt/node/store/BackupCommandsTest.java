package org.gridbolt.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.node.Gridbolt;
import org.gridbolt.node.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands by which an operator makes and restores a backup. */
class BackupCommandsTest {

    private static final Traded DAY = Traded.units();

    /** Into how many pieces a backup is cut, and how far apart the bytes are that are changed. */
    private static final int CUTS = 12;

    private static final int STRIDE = 331;
    private static final int HEADER = 100;

    @TempDir(factory = QuickDirectory.class)
    private Path scratch;

    private Path directory;
    private Path backup;
    private Path empty;

    @BeforeEach
    void trade() throws IOException {
        directory = Files.createDirectory(scratch.resolve("node"));
        empty = Files.createDirectory(scratch.resolve("empty"));
        backup = scratch.resolve("backup.db");
        try (NodeStore store = open(directory)) {
            channel(store, 1).save(DAY.last());
            channel(store, 2).save(DAY.first());
            store.marks().save(Traded.keyId(1), Traded.mark(1));
        }
    }

    private static NodeStore open(Path directory) throws IOException {
        return NodeStore.open(directory, Traded.NODE);
    }

    private static DurableHousehold channel(NodeStore store, int number) throws IOException {
        return store.household(Traded.keyId(number), DAY.profile());
    }

    private Run backUp() {
        return Run.of("backup", "--store", directory.toString(), "--to", backup.toString());
    }

    private Run restore(Path file, Path into) {
        return Run.of("restore", "--from", file.toString(), "--store", into.toString());
    }

    private static void assertDone(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("2 channels of the node " + Traded.NODE);
    }

    private void assertRefused(Run run, String... words) throws IOException {
        run.assertUnusable(words);
        assertThat(names(empty)).doesNotContain("channels.db", "channels.db.part");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<ChannelState> channels(Path directory) throws IOException {
        try (NodeStore store = open(directory)) {
            assertThat(channel(store, 1).isRestored()).isTrue();
            assertThat(channel(store, 2).isRestored()).isTrue();
            return List.of(
                    channel(store, 1).load().orElseThrow(),
                    channel(store, 2).load().orElseThrow());
        }
    }

    @Test
    void a_backup_is_restored_and_its_channels_publish_nothing_of_their_own() throws IOException {
        assertDone(backUp());
        Files.delete(directory.resolve("channels.db"));

        Run restored = restore(backup, directory);
        assertDone(restored);
        assertThat(restored.out()).contains("ask each peer to close");

        assertThat(channels(directory)).containsExactly(DAY.last(), DAY.first());
        try (NodeStore store = open(directory)) {
            assertThat(store.marks().load(Traded.keyId(1))).contains(Traded.mark(1));
        }
    }

    @Test
    void a_backup_is_made_while_another_process_has_the_store_and_a_restore_is_not() throws IOException {
        Process node = StoreProcess.start(StoreHolder.class, directory);
        try {
            assertThat(node.inputReader().readLine()).isEqualTo("open 0");

            assertDone(backUp());
            assertDone(restore(backup, empty));
            restore(backup, directory).assertUnusable("is in use by process " + node.pid(), "stop that one");
        } finally {
            node.destroyForcibly().onExit().join();
        }
        assertThat(channels(empty)).containsExactly(DAY.last(), DAY.first());
        try (NodeStore store = open(directory)) {
            assertThat(store.staleness()).isEmpty();
        }
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        assertDone(backUp());
        byte[] before = Files.readAllBytes(backup);

        backUp().assertUnusable(backup.toString(), "is there already and is not overwritten");
        restore(backup, directory).assertUnusable("channels.db is there already and is not overwritten");

        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
        try (NodeStore store = open(directory)) {
            assertThat(store.staleness()).isEmpty();
            assertThat(channel(store, 1).load()).contains(DAY.last());
        }
    }

    @Test
    void a_backup_that_was_cut_short_is_refused() throws IOException {
        assertDone(backUp());
        byte[] whole = Files.readAllBytes(backup);
        Path cut = scratch.resolve("cut.db");
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, whole.length - 1));
        IntStream.range(1, CUTS).forEach(part -> lengths.add(whole.length * part / CUTS));
        for (int length : lengths) {
            Files.write(cut, Arrays.copyOf(whole, length));

            assertRefused(restore(cut, empty), cut.toString());
        }
    }

    @Test
    void a_backup_of_which_any_byte_was_changed_is_refused() throws IOException {
        assertDone(backUp());
        byte[] whole = Files.readAllBytes(backup);
        Path changed = scratch.resolve("changed.db");
        for (int place = 0; place < whole.length; place += place < HEADER ? 1 : STRIDE) {
            byte[] other = whole.clone();
            other[place] ^= 0x55;
            Files.write(changed, other);

            assertRefused(restore(changed, empty), changed.toString());
        }
    }

    @Test
    void a_store_that_is_damaged_is_not_backed_up() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("channels.db"))) {
            SqliteFile.execute(connection, "UPDATE channel SET head = x'01' WHERE id = 2");
        }

        backUp().assertUnusable("channels.db is damaged (a channel)");

        assertThat(names(scratch)).containsOnly("node", "empty");
    }

    @Test
    void a_backup_of_a_newer_program_is_refused_as_that() throws IOException, SQLException {
        assertDone(backUp());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup)) {
            SqliteFile.execute(connection, "PRAGMA user_version = 2");
        }

        assertRefused(restore(backup, empty), "is of format 2", "this program reads up to 1");
    }

    @Test
    void a_backup_of_another_node_is_refused_by_the_key_that_is_given_and_by_that_of_the_signers_records()
            throws IOException {
        assertDone(backUp());
        PublicKey other = Traded.OTHER;
        Run given =
                Run.of("restore", "--from", backup.toString(), "--store", empty.toString(), "--node", other.toString());
        assertRefused(given, "is of the node " + Traded.NODE, "this node is " + other);

        NodeStore.open(empty, other).close();
        Files.delete(empty.resolve("channels.db"));
        assertRefused(restore(backup, empty), "is of the node " + Traded.NODE, "this node is " + other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "empty"})
    void what_is_not_there_is_told(String name) throws IOException {
        Path missing = scratch.resolve(name);

        Run.of("backup", "--store", missing.toString(), "--to", backup.toString())
                .assertUnusable("is not there");
        assertRefused(restore(missing.resolve("channels.db"), empty), "is not there (the backup)");
        restore(backup, scratch.resolve("nowhere")).assertUnusable("is not there");
        assertThat(backup).doesNotExist();
    }

    @Test
    void what_is_no_backup_is_refused() throws IOException {
        assertRefused(restore(directory.resolve("channels.db"), empty), "is no backup");
        assertRefused(restore(directory.resolve("signer.db"), empty), "is no");
        Path text = Files.writeString(scratch.resolve("text"), "a".repeat(5000), UTF_8);
        assertRefused(restore(text, empty), "is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "backup --store x", "restore --from x"})
    void an_option_that_is_missing_is_named(String arguments) {
        Run.of(arguments).assertUnusable("Missing required option", "--help'");
    }

    @Test
    void a_key_that_is_none_is_refused() throws IOException {
        assertDone(backUp());
        Run run = Run.of("restore", "--from", backup.toString(), "--store", empty.toString(), "--node", "02ab");

        assertRefused(run, "--node: '02ab' is no public key");
    }

    /** On a disk that holds next to nothing, which only an administrator of some name space may make. */
    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore"})
    void a_full_disk_is_told_and_what_was_there_stays(String command) throws Exception {
        Path small = Files.createDirectory(scratch.resolve("small"));
        assertDone(backUp());
        byte[] before = Files.readAllBytes(backup);
        List<String> arguments = command.equals("backup")
                ? List.of(
                        "backup",
                        "--store",
                        directory.toString(),
                        "--to",
                        small.resolve("backup.db").toString())
                : List.of("restore", "--from", backup.toString(), "--store", small.toString());
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                "unshare",
                                "--map-root-user",
                                "--mount",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=16k tmpfs " + small + " && touch " + small
                                        + "/mounted && echo mounted && exec \"$@\"",
                                "sh"),
                        StoreProcess.command(Gridbolt.class, arguments.toArray()).stream())
                .toList());
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assumeTrue(said.startsWith("mounted"), "no name space to be had here: " + said);

        assertThat(process.exitValue()).as(said).isEqualTo(2);
        assertThat(said).contains("no room left on the disk").doesNotContain("Exception");
        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
        try (NodeStore store = open(directory)) {
            assertThat(store.staleness()).isEmpty();
        }
    }
}
