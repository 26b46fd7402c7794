package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link EveryBranchTest} asks two judges, asked of one of them alone: also where there is no bitcoind. */
class InterpretedBranchTest {

    private static final Coin VALUE = Coin.valueOf(100_000);
    private static final Outpoint OUTPOINT = new Outpoint(Sha256Hash.of(new byte[] {7}), 1);

    static Stream<ScriptCase> cases() {
        return ScriptCase.all(ExampleChannel.withWindow(42), new BlockHeight(700)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_branch_opens_to_its_keys_and_locks_and_to_nothing_else(ScriptCase subject) {
        WrongSpends spends = WrongSpends.of(subject, new Spend(OUTPOINT, VALUE, subject.script(), subject.branch()));
        Map<Outpoint, TxOutput> spent =
                Map.of(OUTPOINT, new TxOutput(VALUE, subject.script().scriptPubKey()));

        assertThat(spends.right())
                .isNotEmpty()
                .allSatisfy(right ->
                        assertThat(ScriptInterpreter.refusal(right, spent)).isEmpty());
        assertThat(spends.wrong())
                .isNotEmpty()
                .allSatisfy((what, wrong) -> assertThat(ScriptInterpreter.refusal(wrong, spent))
                        .as(what)
                        .isPresent());
    }
}
