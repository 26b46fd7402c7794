package org.gridbolt.node.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.terminal.UnusableInput;

/** Which chain a run uses, and the sentence that says why. */
sealed interface ChainChoice {

    /** One line for a person. */
    String sentence();

    /** A regtest chain inside this process. */
    record Embedded(String sentence) implements ChainChoice {}

    /** A bitcoind that is started for the run and stopped after it. */
    record Started(Path program) implements ChainChoice {
        @Override
        public String sentence() {
            return "chain: bitcoind on a regtest chain of its own, started from " + program;
        }
    }

    /** A bitcoind that runs already, on regtest. */
    record Running(URI url) implements ChainChoice {
        @Override
        public String sentence() {
            return "chain: the bitcoind at " + withoutCredentials(url);
        }
    }

    /**
     * The choice for what was asked: what was named, else a bitcoind when one is found, else the embedded chain.
     *
     * @param kind what {@code --chain} says
     * @param url what {@code --bitcoind-url} says
     * @param search looks for a bitcoind on this machine
     */
    static ChainChoice of(Optional<ChainKind> kind, Optional<URI> url, Supplier<Optional<Path>> search) {
        if (url.isPresent()) {
            return running(kind, url.get());
        }
        if (kind.isPresent() && kind.get() == ChainKind.EMBEDDED) {
            return new Embedded("chain: embedded regtest, inside this process");
        }
        Optional<ChainChoice> found = search.get().map(Started::new);
        return kind.isPresent()
                ? found.orElseThrow(ChainChoice::noBitcoind)
                : found.orElseGet(
                        () -> new Embedded(
                                "chain: embedded regtest, inside this process (no bitcoind found: scripts/get-bitcoind gets one)"));
    }

    private static ChainChoice running(Optional<ChainKind> kind, URI url) {
        if (kind.filter(wanted -> wanted == ChainKind.EMBEDDED).isPresent()) {
            throw new UnusableInput("--bitcoind-url", "it contradicts --chain embedded", "leave out one of the two");
        }
        boolean usable = "http".equals(url.getScheme()) && url.getHost() != null;
        if (!usable) {
            throw new UnusableInput(
                    "--bitcoind-url " + withoutCredentials(url),
                    "it is no address of a bitcoind",
                    "write it as http://user:password@127.0.0.1:18443");
        }
        return new Running(url);
    }

    private static UnusableInput noBitcoind() {
        return new UnusableInput(
                "--chain bitcoind",
                "no bitcoind found",
                "run scripts/get-bitcoind, set BITCOIND to one, or use --chain embedded");
    }

    /** The address as it may be shown. */
    static String withoutCredentials(URI url) {
        return url.toString().replaceFirst("//[^/@]*@", "//");
    }
}
