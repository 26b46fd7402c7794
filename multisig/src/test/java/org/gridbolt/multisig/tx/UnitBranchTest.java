package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.UnitScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which branch of a unit's output was taken, as the witness of whoever took it tells. */
class UnitBranchTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);
    private static final Outpoint OUTPOINT = new Outpoint(Sha256Hash.of(new byte[] {7}), 1);
    private static final Bytes SCRIPT = Bytes.ofHex("51");

    static Stream<ScriptCase> units() {
        return ScriptCase.all(CHANNEL, new BlockHeight(700)).stream()
                .filter(subject -> subject.script() instanceof UnitScript);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void a_spend_tells_its_branch(ScriptCase unit) {
        Spend spend = new Spend(OUTPOINT, Coin.valueOf(100_000), unit.script(), unit.branch());

        assertThat(WrongSpends.of(unit, spend).right())
                .isNotEmpty()
                .allSatisfy(right -> assertThat(
                                UnitScript.branchTaken(right.inputs().get(0).witness()))
                        .isEqualTo(unit.branch()));
    }

    /** A block may hold what no node relays: zeros of any length and sign are no, all else is yes. */
    @ParameterizedTest
    @CsvSource({
        "'',   REFUNDED",
        "00, REFUNDED",
        "80,   REFUNDED",
        "0000, REFUNDED",
        "0080, REFUNDED",
        "01,   JUSTICE",
        "81,  JUSTICE",
        "8000, JUSTICE",
        "0001, JUSTICE",
        "0081, JUSTICE",
        "8080, JUSTICE"
    })
    void a_choice_is_read_as_the_interpreter_reads_it(String choice, Branch branch) {
        assertThat(UnitScript.branchTaken(List.of(Bytes.EMPTY, Bytes.ofHex(choice), SCRIPT)))
                .isEqualTo(branch);
    }

    @Test
    void the_choice_nearest_to_the_script_comes_first() {
        Bytes yes = Bytes.ofHex("01");

        assertThat(UnitScript.branchTaken(List.of(yes, yes, yes, SCRIPT))).isEqualTo(Branch.JUSTICE);
        assertThat(UnitScript.branchTaken(List.of(yes, yes, Bytes.EMPTY, SCRIPT)))
                .isEqualTo(Branch.DELIVERED);
        assertThat(UnitScript.branchTaken(List.of(yes, Bytes.EMPTY, Bytes.EMPTY, SCRIPT)))
                .isEqualTo(Branch.REPLACED);
        assertThat(UnitScript.branchTaken(List.of(SCRIPT))).isEqualTo(Branch.REFUNDED);
    }
}
