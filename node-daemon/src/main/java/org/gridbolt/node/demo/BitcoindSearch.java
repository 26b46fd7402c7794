package org.gridbolt.node.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridbolt.channel.chain.bitcoind.BitcoindProgram;

/**
 * Looks for a bitcoind on this machine: the one that BITCOIND names, one on the PATH, one that was downloaded before. It
 * asks the script that gets a bitcoind, so that there is one answer to the question, and never downloads.
 *
 * @param environment the environment variables; GRIDBOLT_HOME is where the script's folder is
 */
record BitcoindSearch(Map<String, String> environment) {

    private static final int SECONDS_MAX = 60;

    BitcoindSearch {
        environment = Map.copyOf(environment);
    }

    /** The program, if there is one that is new enough. */
    Optional<BitcoindProgram> find() {
        Optional<Path> script = Optional.ofNullable(environment.get("GRIDBOLT_HOME"))
                .map(home -> Path.of(home, "scripts", "get-bitcoind"))
                .filter(Files::isExecutable);
        return script.flatMap(this::ask).flatMap(BitcoindProgram::at);
    }

    private Optional<Path> ask(Path script) {
        ProcessBuilder command = new ProcessBuilder(script.toString(), "--here")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        command.environment().clear();
        command.environment().putAll(environment);
        try {
            return answer(command.start());
        } catch (IOException e) {
            return Optional.empty(); // no bash on this machine: then there is no bitcoind that the script knows of
        }
    }

    private static Optional<Path> answer(Process asked) throws IOException {
        String path = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return endedWell(asked) && !path.isEmpty() ? Optional.of(Path.of(path)) : Optional.empty();
    }

    private static boolean endedWell(Process asked) {
        try {
            return asked.waitFor(SECONDS_MAX, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
