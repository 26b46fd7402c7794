package org.gridbolt.node.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of test classes in a JVM of their own, on a plain class path.
 *
 * @param exitCode as {@link TestRun} says
 * @param output everything that it wrote
 */
record ChildRun(int exitCode, String output) {

    private static final int TOO_LONG = -1;

    /** Runs {@code classes}, what {@code first} holds before what was built. */
    static ChildRun of(List<Path> first, List<String> classes, Duration limit) throws IOException {
        Path folder = Files.createTempDirectory("faults");
        Path said = folder.resolve("output");
        Path database = folder.resolve("jqwik-database");
        try {
            Process process = new ProcessBuilder(command(first, classes, database))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int exitCode = exitCode(process, limit);
            return new ChildRun(exitCode, Files.readString(said));
        } finally {
            for (Path left : List.of(said, database, folder)) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static int exitCode(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : TOO_LONG;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(List<Path> first, List<String> classes, Path database) {
        String classPath = Stream.of(
                        first.stream().map(Path::toString),
                        Fault.testFolders().stream().map(Path::toString),
                        Stream.of(System.getProperty("java.class.path")))
                .flatMap(part -> part)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dgridbolt.root=" + System.getProperty("gridbolt.root", ".."),
                "-cp",
                classPath,
                TestRun.class.getName(),
                database.toString()));
        command.addAll(classes);
        return command;
    }

    /** The test that failed, if one did. */
    Optional<String> failed() {
        return exitCode == TestRun.CAUGHT
                ? output.lines()
                        .filter(line -> line.startsWith(TestRun.FAILED))
                        .map(line -> line.substring(TestRun.FAILED.length()))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether every class had tests, and all passed. */
    boolean passed() {
        return exitCode == TestRun.PASSED;
    }
}
