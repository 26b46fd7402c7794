package org.gridbolt.channel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;

/**
 * What was stored once, kept for ever under the test resources: a folder for each version of the format, in it a text file for
 * each example, in that one line of hexadecimal for the head and one for each entry of the journal. {@code -Dgolden=rewrite}
 * adds examples that are missing and never changes one that is there.
 */
public final class StoredExamples {

    /** One of them. */
    public record Example(Bytes head, List<Bytes> journal) {}

    private final Path folder;

    private StoredExamples(Path folder) {
        this.folder = folder;
    }

    /** Those of that kind and version of the format. */
    public static StoredExamples of(String kind, int version) {
        String root = System.getProperty("gridbolt.root", "..");
        return new StoredExamples(Path.of(root, "channel-core/src/test/resources/stored", kind, "v" + version));
    }

    /** Whether the run asks for missing examples to be added. */
    public static boolean isRewriting() {
        return "rewrite".equals(System.getProperty("golden"));
    }

    /** All of them, by name. */
    public Map<String, Example> all() {
        Map<String, Example> examples = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                examples.put(file.getFileName().toString().replace(".txt", ""), read(file));
            }
            return examples;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Example read(Path file) throws IOException {
        List<Bytes> lines = Files.readAllLines(file).stream().map(Bytes::ofHex).toList();
        return new Example(lines.get(0), lines.subList(1, lines.size()));
    }

    /** Adds one, if the run asks for that and there is none of that name. */
    public void add(String name, Bytes head, List<Bytes> journal) {
        Path file = folder.resolve(name + ".txt");
        if (!isRewriting() || Files.exists(file)) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(head.toHex()));
        journal.forEach(entry -> lines.add(entry.toHex()));
        try {
            Files.createDirectories(folder);
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
