package org.gridbolt.channel.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.channel.chain.bitcoind.BitcoindProcess;
import org.gridbolt.channel.chain.bitcoind.BitcoindProgram;

/** The regtest chain of a bitcoind, found running or started for the purpose. */
public final class BitcoindNode implements RegtestNode {

    private final BitcoindAddress address;
    private final RegtestMiner miner;
    private final Runnable end;

    private BitcoindNode(BitcoindAddress address, Runnable end) {
        this.address = address;
        this.miner = connect(address).miner();
        this.end = end;
    }

    /** The one that answers at {@code address}; it goes on when this is closed. */
    public static BitcoindNode running(BitcoindAddress address) {
        return new BitcoindNode(address, () -> {});
    }

    /** One on a chain of its own, in a temporary folder; it ends, and the folder goes, when this is closed. */
    public static BitcoindNode started(BitcoindProgram program) {
        Path folder = temporaryFolder();
        BitcoindProcess process;
        try {
            process = BitcoindProcess.start(program, folder);
        } catch (RuntimeException e) {
            delete(folder);
            throw e;
        }
        return new BitcoindNode(process.address(), () -> {
            process.close();
            delete(folder);
        });
    }

    @Override
    public Chain view() {
        return connect(address);
    }

    private static BitcoindChain connect(BitcoindAddress address) {
        return BitcoindChain.connect(address, BitcoinNetwork.REGTEST);
    }

    @Override
    public RegtestMiner miner() {
        return miner;
    }

    @Override
    public void close() {
        end.run();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gridbolt-bitcoind-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
