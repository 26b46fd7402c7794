package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.store.StoredChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it saves, again and again, at any moment. */
class KilledProcessTest {

    private static final int ROUNDS = 30;
    private static final int MILLIS_MAX = 400;

    private final Traded day = Traded.units();
    private final List<StoredChannel> states = day.stored();

    @TempDir
    private Path scratch;

    /** What a process said last of a channel: the numbers of states. */
    private static final class Said {
        private int saving = -1;
        private int saved = -1;
        private int signed = -1;

        void hear(String what, int state) {
            switch (what) {
                case "saving" -> saving = state;
                case "saved" -> saved = state;
                case "signed" -> signed = state;
                default -> throw new AssertionError(what);
            }
        }
    }

    @Test
    void what_save_returned_for_is_there_after_a_kill_at_any_moment_and_can_be_resumed() throws Exception {
        Path directory = Files.createDirectory(scratch.resolve("node"));
        Path file = scratch.resolve("states");
        SavingProcess.writeStates(file, states);
        Random random = new Random(20);
        int saves = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, Said> said = new HashMap<>();
            int first = 1_000 * round;
            Process process = StoreProcess.start(SavingProcess.class, directory, file, first);
            try (BufferedReader lines = process.inputReader()) {
                assertThat(lines.readLine()).isEqualTo("open");
                TimeUnit.MILLISECONDS.sleep(random.nextInt(MILLIS_MAX));
                // Not of the process itself, which would throw away what it said.
                assertThat(process.toHandle().destroyForcibly()).isTrue();
                saves += hear(lines, said);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            verify(directory, said);
        }
        assertThat(saves).isGreaterThan(ROUNDS);
    }

    /** Whole lines only: the last one may have been cut. */
    private static int hear(BufferedReader lines, Map<Integer, Said> said) throws IOException {
        int saves = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && line.matches("(saving|saved|signed) [0-9]+ [0-9]+")) {
                saves += words[0].equals("saved") ? 1 : 0;
                said.computeIfAbsent(Integer.valueOf(words[1]), channel -> new Said())
                        .hear(words[0], Integer.parseInt(words[2]));
            }
        }
        return saves;
    }

    private void verify(Path directory, Map<Integer, Said> said) throws IOException {
        try (NodeStore store = NodeStore.open(directory, Traded.NODE)) {
            assertThat(store.damaged()).isEmpty();
            assertThat(store.staleness()).isEmpty();
            for (Map.Entry<Integer, Said> entry : said.entrySet()) {
                verify(store, entry.getKey(), entry.getValue());
            }
        }
    }

    private void verify(NodeStore store, int number, Said said) throws IOException {
        DurableHousehold channel = store.household(Traded.keyId(number), day.profile());
        ChannelState stored = channel.load().orElse(null);
        int place = stored == null ? -1 : day.states().indexOf(stored);
        assertThat(place).as("channel " + number).isGreaterThanOrEqualTo(said.saved);
        assertThat(place).isLessThanOrEqualTo(Math.max(said.saving, said.saved) + 1);
        if (stored instanceof Active active) {
            assertThat(active.resume().next()).isNotNull();
        }
        if (said.signed >= 0) {
            var mark = store.marks().load(Traded.keyId(number)).orElseThrow();
            assertThat(mark).isIn(Traded.mark(said.signed), Traded.mark(said.signed + 1));
        }
    }
}
