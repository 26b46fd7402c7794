package org.gridbolt.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A bitcoind on a regtest chain of its own, in a temporary folder and on a free loopback port, with the policy of Bitcoin
 * Core. It starts with {@link RegtestTill#COINBASES} mature coinbases.
 *
 * <p>All tests of a JVM share one, which starts at first use and ends with the JVM: a test brings its own keys and coins
 * and relies on no height.
 */
public final class Bitcoind {

    private static final int ATTEMPTS = 3;
    private static final int START_SECONDS_MAX = 60;

    private final Process process;
    private final Path folder;
    private final URI url;
    private final BitcoindRpc rpc;
    private final RegtestTill till;

    private Bitcoind(Process process, Path folder, URI url, Function<BitcoindRpc, RegtestTill> till) {
        this.process = process;
        this.folder = folder;
        this.url = url;
        this.rpc = new BitcoindRpc(url, cookie());
        this.till = till.apply(rpc);
    }

    /** The one that all tests of this JVM share; an {@link IllegalStateException} when none can be had. */
    public static Bitcoind shared() {
        return Shared.NODE.orElseThrow(
                () -> new IllegalStateException("no bitcoind: set BITCOIND, or see what scripts/get-bitcoind says"));
    }

    /** Another one, for a test that rewrites the past; it ends with the JVM too. */
    public static Bitcoind another() {
        return opened(program());
    }

    /**
     * A new one that has this one's chain and knows of nothing else: no mempool, and none of the blocks that were ever undone, with
     * which a bitcoind slows down. This one is stopped.
     */
    public Bitcoind renewed() {
        Bitcoind fresh = start(program(), till::copy);
        int tip = height();
        for (int height = 1; height <= tip; height++) {
            String block =
                    call("getblock", call("getblockhash", height).asText(), 0).asText();
            JsonNode refusal = fresh.call("submitblock", block);
            if (!refusal.isNull()) {
                throw new IllegalStateException("block " + height + " is refused: " + refusal);
            }
        }
        stop();
        return fresh;
    }

    /** Whether one can be had; starts it. */
    public static boolean isAvailable() {
        return Shared.NODE.isPresent();
    }

    static boolean isRequired() {
        return "required".equals(System.getProperty("gridbolt.bitcoind"));
    }

    /** The address of its JSON-RPC, without the credentials. */
    public URI url() {
        return url;
    }

    /** The file with its credentials, {@code user:password}. */
    public Path cookie() {
        return folder.resolve("regtest/.cookie");
    }

    /** The program that runs. */
    public static Path program() {
        return Shared.PROGRAM.orElseThrow();
    }

    /** The JSON-RPC. */
    public BitcoindRpc rpc() {
        return rpc;
    }

    /** Calls {@code method}; see {@link BitcoindRpc#call}. */
    public JsonNode call(String method, Object... parameters) {
        return rpc.call(method, parameters);
    }

    /** The height of the newest block. */
    public int height() {
        return call("getblockcount").asInt();
    }

    /** Mines blocks with what the mempool holds; no two coinbases are alike. Returns the hashes, oldest first. */
    public List<String> mine(int blocks) {
        return till.mine(blocks);
    }

    /** Pays {@code satoshis} to an output script (hexadecimal) and mines it. Returns {@code txid:index}. */
    public String fund(String scriptHex, long satoshis) {
        return till.fund(scriptHex, satoshis);
    }

    /** The serialised transaction (hexadecimal) that funded, to build on: the one of {@code outpoint}. */
    public String fundingTransaction(String outpoint) {
        return till.fundingTransaction(outpoint);
    }

    /** Whether the mempool would take the transaction (hexadecimal) alone; empty is yes, else bitcoind's reason. */
    public Optional<String> refusal(String transactionHex) {
        JsonNode verdict = call("testmempoolaccept", List.of(transactionHex)).path(0);
        return verdict.path("allowed").asBoolean()
                ? Optional.empty()
                : Optional.of(verdict.path("reject-reason").asText());
    }

    /** Offers transactions (hexadecimal, parents first) as a package, with no bound on fee or burnt coins. */
    public JsonNode submitPackage(String... transactionHex) {
        return call("submitpackage", List.of(transactionHex), 0, 21_000_000);
    }

    /** The JSON-RPC of an ordinary wallet of that name, made at its first use. */
    public BitcoindRpc wallet(String name) {
        if (!call("listwallets").toString().contains('"' + name + '"')) {
            call("createwallet", name);
        }
        return new BitcoindRpc(url.resolve("/wallet/" + name), cookie());
    }

    private static Bitcoind opened(Path program) {
        Bitcoind node = start(program, RegtestTill::new);
        node.till.open();
        return node;
    }

    private static Bitcoind start(Path program, Function<BitcoindRpc, RegtestTill> till) {
        try {
            for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
                Optional<Bitcoind> node = tryToStart(program, till);
                if (node.isPresent()) {
                    return node.get();
                }
            }
            return tryToStart(program, till).orElseThrow(() -> new IllegalStateException(program + " does not start"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another process may take the port first; hence an {@link Optional}. */
    private static Optional<Bitcoind> tryToStart(Path program, Function<BitcoindRpc, RegtestTill> till)
            throws IOException {
        Path folder = Files.createTempDirectory("gridbolt-bitcoind-");
        int port = freePort();
        Process process = new ProcessBuilder(command(program, folder, port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        Bitcoind node = new Bitcoind(process, folder, URI.create("http://127.0.0.1:" + port), till);
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop));
        if (!node.answers()) {
            System.err.println(Files.readString(folder.resolve("output")));
            node.stop();
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private static List<String> command(Path program, Path folder, int port) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-regtest",
                "-datadir=" + folder,
                "-listen=0",
                "-dnsseed=0",
                "-server=1",
                "-rpcbind=127.0.0.1",
                "-rpcallowip=127.0.0.1",
                "-rpcport=" + port,
                "-par=1",
                // What the mempool takes is mined, at whatever rate.
                "-blockmintxfee=0",
                "-fallbackfee=0.0001",
                "-printtoconsole=0"));
        if (BitcoindProgram.outputOf(program.toString(), "-version").orElse("").contains("Knots")) {
            command.add("-corepolicy=1");
        }
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(cookie()) && answersOnce()) {
                return true;
            }
            waitForProcess(50, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean answersOnce() {
        try {
            return height() >= 0;
        } catch (UncheckedIOException | RpcError e) {
            return false; // not yet listening, or still warming up
        }
    }

    private void stop() {
        if (Files.notExists(folder)) {
            return; // stopped before
        }
        process.destroy();
        if (!waitForProcess(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder + ": " + e);
        }
    }

    private boolean waitForProcess(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Started once, by the class loader. */
    private static final class Shared {
        private static final Optional<Path> PROGRAM = BitcoindProgram.find();
        private static final Optional<Bitcoind> NODE = PROGRAM.map(Bitcoind::opened);

        static {
            if (NODE.isEmpty()) {
                System.err.println("NO BITCOIND: its tests are skipped. Set BITCOIND or run scripts/get-bitcoind.");
            }
        }
    }
}
