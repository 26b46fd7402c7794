package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.RegtestMiner.Funded;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitcoindProcessTest {

    @TempDir
    private Path folder;

    private static BitcoindProgram program() {
        return BitcoindProgram.at(Bitcoind.program()).orElseThrow();
    }

    private static ChainFlaw flawOfStart(BitcoindProgram program, Path folder) {
        return catchThrowableOfType(ChainUnavailable.class, () -> BitcoindProcess.start(program, folder))
                .flaw();
    }

    @Test
    @OnBitcoind
    void it_keeps_its_chain_from_one_run_to_the_next_and_its_miner_finds_its_coins_again() {
        Puzzle puzzle = Puzzle.next();
        Funded first;
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            first = process.connect().miner().fund(puzzle.scriptPubKey(), Coin.CENT);
        }
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            BitcoindChain chain = process.connect();
            assertThat(chain.tip()).isEqualTo(first.block());
            assertThat(chain.output(first.outpoint())).isPresent();
            ChainTip next = chain.miner().fund(puzzle.scriptPubKey(), Coin.CENT).block();
            assertThat(next.height()).isEqualTo(first.block().height().plus(new BlockCount(1)));
        }
    }

    @Test
    @OnBitcoind
    void coins_can_be_handed_out_after_a_reorg() {
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            RegtestMiner miner = process.connect().miner();
            Funded undone = miner.fund(Puzzle.next().scriptPubKey(), Coin.CENT);
            miner.reorg(new BlockCount(1), List.of());
            Funded funded = miner.fund(Puzzle.next().scriptPubKey(), Coin.CENT);
            assertThat(process.connect().output(funded.outpoint())).isPresent();
            assertThat(process.connect().output(undone.outpoint())).isPresent();
        }
    }

    @Test
    @OnBitcoind
    void more_than_a_reward_cannot_be_handed_out() {
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            RegtestMiner miner = process.connect().miner();
            ChainUnavailable unavailable = catchThrowableOfType(
                    ChainUnavailable.class, () -> miner.fund(Puzzle.next().scriptPubKey(), Coin.valueOf(60, 0)));
            assertThat(unavailable.flaw()).isInstanceOf(ChainFlaw.NoCoins.class);
        }
    }

    @Test
    @OnBitcoind
    void two_do_not_share_a_folder() {
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            ChainFlaw flaw = flawOfStart(program(), folder);
            assertThat(flaw).isInstanceOf(ChainFlaw.DoesNotStart.class);
            assertThat(flaw.line()).contains("lock").doesNotContain("\n");
            assertThat(process.connect().tip().height().value()).isZero();
        }
    }

    /** Knots without Core's policy, as it is by default; Core has no other. */
    @Test
    @OnBitcoind
    void a_policy_that_refuses_our_packages_is_found_out() {
        BitcoindProgram plain = new BitcoindProgram(program().path(), "without our flags");
        try (BitcoindProcess process = BitcoindProcess.start(plain, folder)) {
            if (program().policyFlags().isEmpty()) {
                assertThat(process.connect().tip().height().value()).isZero();
            } else {
                assertThat(catchThrowableOfType(ChainUnavailable.class, process::connect)
                                .flaw())
                        .isInstanceOf(ChainFlaw.PolicyRefuses.class);
            }
        }
    }

    @Test
    @OnBitcoind
    void a_regtest_is_not_the_main_network() {
        try (BitcoindProcess process = BitcoindProcess.start(program(), folder)) {
            assertThat(catchThrowableOfType(
                                    ChainUnavailable.class,
                                    () -> BitcoindChain.connect(process.address(), BitcoinNetwork.MAINNET))
                            .flaw())
                    .isInstanceOf(ChainFlaw.OtherNetwork.class);
        }
    }

    @Test
    void a_program_that_ends_at_once_does_not_start() throws IOException {
        Path script = script("echo Error: no luck; exit 1");
        assertThat(flawOfStart(new BitcoindProgram(script, "fake"), folder))
                .isEqualTo(new ChainFlaw.DoesNotStart(script.toString(), "Error: no luck"));
    }

    @Test
    void a_program_that_cannot_run_does_not_start() {
        BitcoindProgram none = new BitcoindProgram(folder.resolve("none"), "fake");
        assertThat(flawOfStart(none, folder)).isInstanceOf(ChainFlaw.DoesNotStart.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Bitcoin Core daemon version v29.0.0, true",
        "Bitcoin Core version v30.1.0, true",
        "Bitcoin Knots daemon version v29.4.2.knots20260508, true",
        "Bitcoin Core version v28.1.0, false",
        "Litecoin Core version v29.0.0, false",
        "'', false"
    })
    void a_program_is_of_use_by_its_name_and_version(String line, boolean ofUse) throws IOException {
        assertThat(BitcoindProgram.at(script("echo '" + line + "'")).isPresent())
                .isEqualTo(ofUse);
    }

    @Test
    void no_program_is_of_no_use() {
        assertThat(BitcoindProgram.at(folder)).isEmpty();
        assertThat(BitcoindProgram.at(folder.resolve("none"))).isEmpty();
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("bitcoind"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
