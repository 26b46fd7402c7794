package org.gridbolt.node.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which main code was tried: the newest commit that changes any, which stays the same when a page about it is committed, and
 * whether the files differ from it.
 */
final class CodeCommit {

    private static final Path ROOT = Path.of(System.getProperty("gridbolt.root", ".."));
    private static final String MAIN = "*/src/main/*";

    private CodeCommit() {}

    static String newest() throws IOException {
        String commit = git("log", "-1", "--format=%h", "--abbrev=8");
        boolean changed = !git("status", "--porcelain").isEmpty();
        return changed ? commit + ", changed" : commit;
    }

    private static String git(String... arguments) throws IOException {
        List<String> command = Stream.of(Stream.of("git"), Stream.of(arguments), Stream.of("--", MAIN))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed: the page says which commit was tried");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return said;
    }
}
