package org.gridbolt.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a bitcoind is: what BITCOIND names, one on the PATH, or what the repository's script fetches, in this order. */
final class BitcoindProgram {

    private BitcoindProgram() {}

    static Optional<Path> find() {
        return Stream.concat(fromEnvironment(), onPath())
                .filter(Files::isExecutable)
                .findFirst()
                .or(BitcoindProgram::fetched);
    }

    private static Stream<Path> fromEnvironment() {
        return Stream.ofNullable(System.getenv("BITCOIND")).map(Path::of);
    }

    private static Stream<Path> onPath() {
        return Stream.ofNullable(System.getenv("PATH"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "bitcoind"));
    }

    private static Optional<Path> fetched() {
        Optional<Path> script =
                repository().map(root -> root.resolve("scripts/get-bitcoind")).filter(Files::isExecutable);
        return script.flatMap(program -> outputOf(program.toString()))
                .map(output -> Path.of(output.strip()))
                .filter(Files::isExecutable);
    }

    private static Optional<Path> repository() {
        return Optional.ofNullable(System.getProperty("gridbolt.root")).map(Path::of);
    }

    /** What the command writes to its standard output, if it ends well. */
    static Optional<String> outputOf(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
