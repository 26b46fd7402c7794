package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.RegtestMiner.Funded;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the traffic, the embedded chain and bitcoind answer alike and wait for the same transactions. */
@OnBitcoind
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficTest {

    private static final int COINS = 3;
    private static final Coin AMOUNT = Coin.valueOf(1_000_000);

    private TwoJudges judges;

    @BeforeAll
    void start(@TempDir Path folder) {
        judges = new TwoJudges(Bitcoind.program(), folder);
    }

    @AfterAll
    void stop() {
        judges.close();
    }

    static LongStream few() {
        return LongStream.range(0, 12);
    }

    static LongStream many() {
        return LongStream.range(100, 1_100);
    }

    @ParameterizedTest
    @MethodSource("few")
    void both_answer_alike(long seed) {
        run(seed);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("many")
    void both_answer_alike_for_long(long seed) {
        run(seed);
    }

    private void run(long seed) {
        Puzzle puzzle = Puzzle.next();
        Traffic traffic = new Traffic(seed, puzzle, judges.relayRate());
        for (int i = 0; i < COINS; i++) {
            Funded funded = judges.fund(puzzle.scriptPubKey(), AMOUNT);
            traffic.add(funded.outpoint(), AMOUNT);
        }
        int taken = 0;
        for (int i = 0; i < 60; i++) {
            List<Transaction> offer = traffic.next(judges.height());
            if (judges.submit(offer.toArray(Transaction[]::new)).isThere()) {
                traffic.taken(offer);
                taken++;
            }
            if (i % 20 == 19) {
                judges.mine(1);
            }
        }
        judges.mine(1);
        assertThat(taken).as("some of it is good").isPositive();
    }
}
