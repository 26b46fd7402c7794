package org.gridbolt.node;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Starts one; where none can be had, the test is skipped and says so loudly. */
    public static Chromium start(String test) {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            System.err.println("SKIPPED, FOR WANT OF A CHROMIUM: " + test);
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium: set CHROMIUM or run scripts/get-chromium");
        return new Chromium(program.orElseThrow());
    }

    private static Optional<Path> program() {
        return Optional.ofNullable(System.getProperty("gridbolt.root"))
                .map(root -> Path.of(root, "scripts", "get-chromium"))
                .filter(Files::isExecutable)
                .flatMap(Chromium::outputOf)
                .map(Path::of)
                .filter(Files::isExecutable);
    }

    private static Optional<String> outputOf(Path script) {
        try {
            Process process = new ProcessBuilder(script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser. */
    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
