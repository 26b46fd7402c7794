package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of this test's class path. */
final class StoreProcess {

    private StoreProcess() {}

    static Process start(Class<?> main, Object... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** What starts it. */
    static List<String> command(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** Surefire's own class path may be a jar that names the others. */
    private static String classPath() {
        String surefires = System.getProperty("surefire.test.class.path");
        return surefires == null ? System.getProperty("java.class.path", "") : surefires;
    }

    /** Another process opens the store and ends. */
    static void takeOver(Path directory) throws IOException {
        Process other = start(StoreHolder.class, directory);
        try {
            String line = other.inputReader().readLine();
            if (!"open 0".equals(line)) {
                throw new AssertionError(line);
            }
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }
}
