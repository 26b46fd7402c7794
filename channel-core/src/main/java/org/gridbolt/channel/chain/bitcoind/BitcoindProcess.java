package org.gridbolt.channel.chain.bitcoind;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainUnavailable;

/**
 * A bitcoind of our own: on regtest, in a folder of its own, speaking to nobody but this machine. It ends with
 * {@link #close}, or with this JVM.
 */
public final class BitcoindProcess implements AutoCloseable {

    private static final int START_SECONDS_MAX = 60;
    private static final int STOP_SECONDS_MAX = 30;
    private static final int POLL_MILLIS = 50;

    private final Process process;
    private final BitcoindAddress address;
    private final Thread hook = new Thread(this::stop, "stop-bitcoind");

    private BitcoindProcess(Process process, BitcoindAddress address) {
        this.process = process;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts {@code program} with its data in {@code folder}, which is made when it is not there and stays when it ends.
     * Returns once it answers; a {@link ChainUnavailable} when it does not.
     */
    public static BitcoindProcess start(BitcoindProgram program, Path folder) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            Path output = folder.resolve("bitcoind.out");
            Process process = new ProcessBuilder(command(program, folder, port))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            BitcoindProcess started = new BitcoindProcess(process, address(folder, port));
            started.awaitAnswer(program, output);
            return started;
        } catch (IOException e) {
            throw new ChainUnavailable(doesNotStart(program, String.valueOf(e.getMessage())), e);
        }
    }

    private static List<String> command(BitcoindProgram program, Path folder, int port) {
        List<String> command = new ArrayList<>(List.of(
                program.path().toString(),
                "-regtest",
                "-datadir=" + folder,
                "-listen=0",
                "-dnsseed=0",
                "-server=1",
                "-rpcbind=127.0.0.1",
                "-rpcallowip=127.0.0.1",
                "-rpcport=" + port,
                // What the mempool takes is mined, at whatever rate.
                "-blockmintxfee=0",
                "-printtoconsole=0"));
        command.addAll(program.policyFlags());
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static BitcoindAddress address(Path folder, int port) {
        Path cookie = folder.resolve("regtest").resolve(".cookie");
        return new BitcoindAddress(URI.create("http://127.0.0.1:" + port + "/"), new BitcoindAddress.Cookie(cookie));
    }

    private void awaitAnswer(BitcoindProgram program, Path output) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (!answers()) {
            boolean dead = waitForEnd(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (dead || System.nanoTime() > deadline) {
                close();
                throw new ChainUnavailable(doesNotStart(program, lastWords(output)));
            }
        }
    }

    private boolean answers() {
        try {
            return process.isAlive()
                    && new BitcoindRpc(address).call("getblockcount").isInt();
        } catch (ChainUnavailable e) {
            return false; // not yet listening, without a cookie as yet, or warming up
        }
    }

    private static ChainFlaw doesNotStart(BitcoindProgram program, String cause) {
        return new ChainFlaw.DoesNotStart(program.path().toString(), cause);
    }

    private static String lastWords(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("it says nothing");
    }

    /** Where it answers. */
    public BitcoindAddress address() {
        return address;
    }

    /** A view of its chain. */
    public BitcoindChain connect() {
        return BitcoindChain.connect(address, BitcoinNetwork.REGTEST);
    }

    /** Stops it and waits until it has ended; once is enough. */
    @Override
    public void close() {
        try {
            boolean ignored = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the JVM is ending, and the hook does it
        }
        stop();
    }

    private void stop() {
        process.destroy();
        if (!waitForEnd(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private boolean waitForEnd(long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
