package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every branch of every output is spent, and every wrong combination refused, by bitcoind and by bitcoin-kmp alike. */
@OnBitcoind
class EveryBranchTest {

    private static final int WINDOW = 2;
    private static final int UNTIL_CLAIMABLE = 4;
    private static final Coin VALUE = Coin.valueOf(100_000);
    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(WINDOW);
    private static final AtomicInteger JUDGED = new AtomicInteger();

    /** A refusal for the script or its locks, and not for something else that happens to be wrong. */
    private static final Pattern OF_THE_SCRIPT =
            Pattern.compile(".*script-verify-flag.*|bad-witness-nonstandard|non-BIP68-final|non-final");

    static Stream<ScriptCase> cases() {
        return ScriptCase.all(CHANNEL, new BlockHeight(1)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_branch_opens_in_its_time_to_its_keys_and_to_nothing_else(ScriptCase named, Bitcoind bitcoind) {
        int claimableFrom = bitcoind.height() + 1 + UNTIL_CLAIMABLE;
        ScriptCase subject = named.at(new BlockHeight(claimableFrom));
        Outpoint outpoint = fund(subject, bitcoind);
        WrongSpends spends = WrongSpends.of(subject, new Spend(outpoint, VALUE, subject.script(), subject.branch()));
        Map<Outpoint, TxOutput> spent =
                Map.of(outpoint, new TxOutput(VALUE, subject.script().scriptPubKey()));
        waitUntilOpen(subject, spends, claimableFrom, bitcoind);
        spends.right().forEach(right -> assertAccepted(right, spent, bitcoind));
        spends.wrong().forEach((what, wrong) -> assertRefused(what, wrong, spent, bitcoind));
        assertMined(spends.right().get(0), bitcoind);
    }

    @AfterAll
    static void enough_was_judged() {
        assertThat(JUDGED.get()).isGreaterThan(1500);
    }

    private static Outpoint fund(ScriptCase subject, Bitcoind bitcoind) {
        String[] parts = bitcoind.fund(subject.script().scriptPubKey().toHex(), VALUE.value)
                .split(":", 2);
        return new Outpoint(Sha256Hash.wrap(parts[0]), Integer.parseInt(parts[1]));
    }

    private static void waitUntilOpen(ScriptCase subject, WrongSpends spends, int claimableFrom, Bitcoind bitcoind) {
        int age = subject.script().path(subject.branch()).age().value();
        boolean late = subject.script().path(subject.branch()).height().isPresent();
        int confirmations = 1;
        while (confirmations < age || (late && bitcoind.height() < claimableFrom)) {
            assertThat(bitcoind.refusal(spends.right().get(0).toHex()))
                    .as("after %d blocks", confirmations)
                    .hasValueSatisfying(reason -> assertThat(reason).containsPattern("non-BIP68-final|non-final"));
            bitcoind.mine(1);
            confirmations++;
        }
    }

    private static void assertAccepted(Transaction right, Map<Outpoint, TxOutput> spent, Bitcoind bitcoind) {
        JUDGED.incrementAndGet();
        assertThat(ScriptInterpreter.refusal(right, spent)).isEmpty();
        assertThat(bitcoind.refusal(right.toHex())).isEmpty();
    }

    private static void assertRefused(
            String what, Transaction wrong, Map<Outpoint, TxOutput> spent, Bitcoind bitcoind) {
        JUDGED.incrementAndGet();
        assertThat(ScriptInterpreter.refusal(wrong, spent)).as(what).isPresent();
        Optional<String> refusal = bitcoind.refusal(wrong.toHex());
        assertThat(refusal).as(what).isPresent();
        assertThat(refusal.orElseThrow()).as(what).matches(OF_THE_SCRIPT);
    }

    private static void assertMined(Transaction right, Bitcoind bitcoind) {
        bitcoind.call("sendrawtransaction", right.toHex());
        String block = bitcoind.mine(1).get(0);
        assertThat(bitcoind.call("getblock", block).path("tx").toString())
                .contains(right.txid().toString());
    }
}
