package org.gridbolt.node.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.store.StoredChannel;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * A process that saves, in several channels at the same time, one state after the other, and their signers' records, until it is
 * killed. It says each save before it begins and after it returned, in one line each.
 */
final class SavingProcess {

    static final int THREADS = 4;

    private SavingProcess() {}

    /** A file of states for this process to save: one line each, the head and the entries of its journal. */
    static void writeStates(Path file, List<StoredChannel> states) throws IOException {
        List<String> lines = new ArrayList<>();
        for (StoredChannel state : states) {
            StringBuilder line = new StringBuilder(state.head().toHex());
            state.journal().since(0).forEach(entry -> line.append(' ').append(entry.toHex()));
            lines.add(line.toString());
        }
        Files.write(file, lines);
    }

    private static List<StoredChannel> readStates(Path file) throws IOException {
        List<StoredChannel> states = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            List<Bytes> parts =
                    List.of(line.split(" ")).stream().map(Bytes::ofHex).toList();
            states.add(new StoredChannel(parts.get(0), Journal.of(parts.subList(1, parts.size()))));
        }
        return states;
    }

    /** Directory, states, and the number of the first channel. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        List<StoredChannel> states = readStates(Path.of(arguments[1]));
        int first = Integer.parseInt(arguments[2]);
        NodeStore store = NodeStore.open(Path.of(arguments[0]), Traded.NODE);
        out.println("open");
        for (int thread = 0; thread < THREADS; thread++) {
            int start = first + thread;
            new Thread(() -> save(store, states, start, out)).start();
        }
    }

    private static void save(NodeStore store, List<StoredChannel> states, int first, PrintStream out) {
        try {
            for (int channel = first; ; channel += THREADS) {
                ChannelRecord record = store.record(Traded.keyId(channel), Party.PRODUCER);
                for (int i = 0; i < states.size(); i++) {
                    out.println("saving " + channel + " " + i);
                    record.save(states.get(i).head(), states.get(i).journal());
                    out.println("saved " + channel + " " + i);
                    store.marks().save(Traded.keyId(channel), Traded.mark(i));
                    out.println("signed " + channel + " " + i);
                }
            }
        } catch (IOException failed) {
            out.println("failed " + failed.getMessage());
        }
    }
}
