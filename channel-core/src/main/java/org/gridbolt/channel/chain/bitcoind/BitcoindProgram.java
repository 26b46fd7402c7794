package org.gridbolt.channel.chain.bitcoind;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bitcoind on this machine that is of use to us: Core or Knots, 29 or newer.
 *
 * @param path the program
 * @param version as it names itself
 */
public record BitcoindProgram(Path path, String version) {

    private static final Pattern VERSION =
            Pattern.compile("^Bitcoin (?:Core|Knots).* v(\\d+)\\..*$", Pattern.MULTILINE);
    private static final int OLDEST = 29;
    private static final int ANSWER_SECONDS_MAX = 20;

    /** The first of use: what the variable {@code BITCOIND} names, one on the {@code PATH}, one of {@code others}. */
    public static Optional<BitcoindProgram> find(List<Path> others) {
        Stream<Path> own = Stream.ofNullable(System.getenv("BITCOIND")).map(Path::of);
        return Stream.of(own, onPath(), others.stream())
                .flatMap(paths -> paths)
                .map(BitcoindProgram::at)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The one at {@code path}, if there is one of use. */
    public static Optional<BitcoindProgram> at(Path path) {
        return Files.isExecutable(path)
                ? firstLineOfVersion(path).flatMap(line -> ofVersion(path, line))
                : Optional.empty();
    }

    private static Stream<Path> onPath() {
        return Stream.ofNullable(System.getenv("PATH"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "bitcoind"));
    }

    private static Optional<BitcoindProgram> ofVersion(Path path, String line) {
        Matcher matcher = VERSION.matcher(line);
        return matcher.find() && Integer.parseInt(matcher.group(1)) >= OLDEST
                ? Optional.of(new BitcoindProgram(path, line))
                : Optional.empty();
    }

    private static Optional<String> firstLineOfVersion(Path path) {
        try {
            Process process = new ProcessBuilder(path.toString(), "-version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
            return ended ? output.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What makes it relay our packages. */
    List<String> policyFlags() {
        return version.contains("Knots") ? List.of("-corepolicy=1") : List.of();
    }
}
