package org.gridbolt.node.demo;

import java.util.Optional;
import java.util.function.Supplier;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindProgram;
import org.gridbolt.channel.local.BitcoindNode;
import org.gridbolt.channel.local.EmbeddedNode;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.terminal.UnusableInput;

/** Which chain a run uses, and the sentence that says why. */
sealed interface ChainChoice {

    /** One line for a person. */
    String sentence();

    /** The chain; {@code seed} makes the embedded one the same again. */
    RegtestNode open(long seed);

    /** A regtest chain inside this process. */
    record Embedded(String sentence) implements ChainChoice {
        @Override
        public RegtestNode open(long seed) {
            return new EmbeddedNode(seed);
        }
    }

    /** A bitcoind that is started for the run and stopped after it. */
    record Started(BitcoindProgram program) implements ChainChoice {
        @Override
        public String sentence() {
            return "chain: bitcoind, a regtest of its own by " + program.path();
        }

        @Override
        public RegtestNode open(long seed) {
            return BitcoindNode.started(program);
        }
    }

    /** A bitcoind that runs already, on regtest. */
    record Running(BitcoindAddress address) implements ChainChoice {
        @Override
        public String sentence() {
            return "chain: bitcoind, running at " + address.url();
        }

        @Override
        public RegtestNode open(long seed) {
            return BitcoindNode.running(address);
        }
    }

    /**
     * The choice for what was asked: what was named, else a bitcoind when one is found, else the embedded chain.
     *
     * @param kind what {@code --chain} says
     * @param url what {@code --bitcoind-url} says
     * @param search looks for a bitcoind on this machine
     */
    static ChainChoice of(Optional<ChainKind> kind, Optional<String> url, Supplier<Optional<BitcoindProgram>> search) {
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

    private static ChainChoice running(Optional<ChainKind> kind, String url) {
        if (kind.filter(wanted -> wanted == ChainKind.EMBEDDED).isPresent()) {
            throw new UnusableInput("--bitcoind-url", "it contradicts --chain embedded", "leave out one of the two");
        }
        return new Running(BitcoindAddress.parse(url, BitcoinNetwork.REGTEST));
    }

    private static UnusableInput noBitcoind() {
        return new UnusableInput(
                "--chain bitcoind",
                "no bitcoind found",
                "run scripts/get-bitcoind, set BITCOIND to one, or use --chain embedded");
    }
}
