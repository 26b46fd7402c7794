package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded chain takes what bitcoind takes, and nothing else, each rule at its edge. */
@OnBitcoind
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {

    private static final Coin AMOUNT = Coin.valueOf(1_000_000);
    private static final Coin FEE = Coin.valueOf(5_000);
    private static final Bytes KEY_HASH = Bytes.ofHex("0014" + "11".repeat(20));

    private TwoJudges judges;
    private Puzzle puzzle;

    @BeforeAll
    void start(@TempDir Path folder) {
        judges = new TwoJudges(Bitcoind.program(), folder);
    }

    @AfterAll
    void stop() {
        judges.close();
    }

    @BeforeEach
    void nextPuzzle() {
        puzzle = Puzzle.next();
    }

    /** What one test leaves waiting is mined, and then both wait for nothing. */
    @AfterEach
    void settle() {
        judges.mine(1);
    }

    private Outpoint coin() {
        return judges.fund(puzzle.scriptPubKey(), AMOUNT).outpoint();
    }

    private static TxOutput output(long coins, Bytes script) {
        return new TxOutput(Coin.valueOf(coins), script);
    }

    private void taken(Transaction... transactions) {
        assertThat(judges.submit(transactions)).isEqualTo(new SubmitResult.Accepted());
    }

    private void refused(Transaction... transactions) {
        assertThat(judges.submit(transactions)).isInstanceOf(SubmitResult.Rejected.class);
    }

    private Transaction withFirstOutput(Transaction transaction, TxOutput first) {
        List<TxOutput> outputs = new ArrayList<>(transaction.outputs());
        outputs.set(0, first);
        return new Transaction(transaction.version(), transaction.inputs(), outputs, transaction.lockTime());
    }

    private Transaction spend() {
        return puzzle.spend(coin(), AMOUNT, FEE);
    }

    private Transaction parent() {
        return puzzle.zeroFeeParent(coin(), AMOUNT);
    }

    private static Transaction ofVersion(int version, Transaction transaction) {
        return new Transaction(version, transaction.inputs(), transaction.outputs(), transaction.lockTime());
    }

    private static Transaction withSequence(Transaction transaction, long sequence) {
        List<TxInput> inputs = transaction.inputs().stream()
                .map(input -> new TxInput(input.outpoint(), input.scriptSig(), sequence, input.witness()))
                .toList();
        return new Transaction(transaction.version(), inputs, transaction.outputs(), transaction.lockTime());
    }

    private static Transaction withMoreOutputs(Transaction transaction, int more) {
        List<TxOutput> outputs = new ArrayList<>(Collections.nCopies(more, output(330, KEY_HASH)));
        TxOutput first = transaction.outputs().get(0);
        outputs.add(0, new TxOutput(first.value().subtract(Coin.valueOf(330L * more)), first.script()));
        outputs.addAll(transaction.outputs().subList(1, transaction.outputs().size()));
        return new Transaction(transaction.version(), transaction.inputs(), outputs, transaction.lockTime());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2, 3, 4})
    void versions(int version) {
        assertThat(judges.submit(ofVersion(version, spend()))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"0014, 20, 294", "0020, 32, 330", "5120, 32, 330", "5114, 20, 330", "76a914, 20, 546", "a914, 20, 540"})
    void dust_by_the_kind_of_output(String prefix, int size, int limit) {
        String suffix = prefix.equals("76a914") ? "88ac" : prefix.equals("a914") ? "87" : "";
        Bytes script = Bytes.ofHex(prefix + "22".repeat(size) + suffix);
        for (int coins : new int[] {limit - 40, limit - 1, limit, limit + 40}) {
            Transaction spend = spend();
            List<TxOutput> outputs = List.of(spend.outputs().get(0), output(coins, script));
            Transaction fat = new Transaction(2, spend.inputs(), outputs, 0);
            assertThat(judges.submit(withFirstOutput(fat, output(900_000, puzzle.scriptPubKey()))))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "51",
                "6a",
                "6a00",
                "6a51",
                "6a24",
                "6aac",
                "00",
                "5102abcd",
                "51024e74",
                "6002abcd",
                "610200ab",
                "001511",
                "512011",
                "0014",
                "0020"
            })
    void forms_of_scripts(String script) {
        Transaction spend = spend();
        List<TxOutput> outputs = List.of(output(900_000, puzzle.scriptPubKey()), output(50_000, Bytes.ofHex(script)));
        assertThat(judges.submit(new Transaction(2, spend.inputs(), outputs, 0)))
                .isNotNull();
    }

    /** What may be paid and not be spent, as far as relay goes. */
    @ParameterizedTest
    @ValueSource(strings = {"5114", "6020", "5102abcd"})
    void spending_a_witness_program_of_the_future(String prefix) {
        Bytes script = prefix.length() > 4
                ? Bytes.ofHex(prefix)
                : Bytes.ofHex(prefix + "33".repeat(Integer.parseInt(prefix.substring(2), 16)));
        Outpoint outpoint = judges.fund(script, AMOUNT).outpoint();
        TxInput input = new TxInput(outpoint, Bytes.EMPTY, 0, List.of());
        refused(new Transaction(2, List.of(input), List.of(output(900_000, puzzle.scriptPubKey())), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 36, 40, 75, 76, 79, 80, 81, 100})
    void notes(int size) {
        String push = size == 0 ? "" : size <= 75 ? "%02x".formatted(size) : "4c%02x".formatted(size);
        Bytes note = Bytes.ofHex("6a" + push + "33".repeat(size));
        Transaction spend = spend();
        List<TxOutput> outputs = List.of(spend.outputs().get(0), output(0, note));
        SubmitResult result = judges.submit(new Transaction(2, spend.inputs(), outputs, 0));
        assertThat(result.isThere()).isEqualTo(size <= 80);
    }

    @Test
    void two_notes() {
        Transaction spend = spend();
        TxOutput note = output(0, Bytes.ofHex("6a0142"));
        refused(new Transaction(2, spend.inputs(), List.of(spend.outputs().get(0), note, note), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1, 2})
    void the_least_fee(int more) {
        Outpoint coin = coin();
        int vsize = puzzle.spend(coin, AMOUNT, FEE).vsize();
        Coin fee = judges.relayRate().feeFor(vsize).add(Coin.valueOf(more));
        assertThat(judges.submit(puzzle.spend(coin, AMOUNT, fee)).isThere()).isEqualTo(more >= 0);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {-2, -1, 0, 1, 2, 400_000_000, 499_999_999, 500_000_000, 536_870_912, 1_296_688_602, 4_000_000_000L
            })
    void lock_times(long lockTime) {
        Transaction spend = spend();
        long asked = lockTime < 3 ? judges.height() + lockTime : lockTime;
        Transaction locked = new Transaction(2, spend.inputs(), spend.outputs(), asked);
        assertThat(judges.submit(locked)).isNotNull();
        assertThat(judges.submit(withSequence(locked, 0xffff_ffffL))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 2, 3, 4, 5, 0x400000, 0x400001, 0x400002, 0x400003, 0x400005, 0x10002, 0x10005, 0x1000000})
    void ages(int age) {
        Outpoint coin = coin();
        judges.mine(2); // the coin has three confirmations
        Transaction spend = withSequence(puzzle.spend(coin, AMOUNT, FEE), age);
        assertThat(judges.submit(ofVersion(1, spend))).isNotNull();
        assertThat(judges.submit(ofVersion(3, spend))).isNotNull();
    }

    @Test
    void a_disabled_age() {
        taken(withSequence(spend(), 0x8000_0100L));
    }

    @Test
    void an_age_over_an_output_that_waits() {
        Transaction first = spend();
        taken(first);
        Coin left = first.outputs().get(0).value();
        refused(withSequence(puzzle.spend(first.outpoint(0), left, FEE), 1));
        taken(withSequence(puzzle.spend(first.outpoint(0), left, FEE), 0));
    }

    @Test
    void witnesses_that_do_not_satisfy() {
        Transaction spend = spend();
        refused(puzzle.withWrongWitness(spend));
        refused(spend.withoutWitnesses());
        refused(spend.withWitnesses(List.of(List.of(puzzle.witnessScript()))));
        refused(spend.withWitnesses(List.of(List.of(puzzle.secret(), puzzle.secret(), puzzle.witnessScript()))));
        refused(spend.withWitnesses(List.of(List.of(puzzle.secret()))));
        refused(new Transaction(
                2,
                List.of(new TxInput(spend.inputs().get(0).outpoint(), Bytes.ofHex("51"), 0, puzzle.witness())),
                spend.outputs(),
                0));
        taken(spend);
    }

    @Test
    void amounts() {
        Outpoint coin = coin();
        refused(puzzle.spend(coin, AMOUNT.add(FEE), Coin.valueOf(1)));
        refused(puzzle.spend(coin, Coin.valueOf(2_100_000_000_000_000L), Coin.ZERO));
        taken(puzzle.spend(coin, AMOUNT, Coin.valueOf(900_000)));
    }

    @Test
    void inputs_twice_missing_and_spent() {
        Transaction spend = spend();
        TxInput input = spend.inputs().get(0);
        refused(new Transaction(2, List.of(input, input), spend.outputs(), 0));
        refused(puzzle.spend(new Outpoint(puzzle.nowhere(), 0), AMOUNT, FEE));
        refused(puzzle.spend(new Outpoint(input.outpoint().txid(), 7), AMOUNT, FEE));
        judges.mineExactly(spend);
        refused(puzzle.spend(input.outpoint(), AMOUNT, FEE.add(FEE)));
        assertThat(judges.submit(spend)).isEqualTo(new SubmitResult.AlreadyKnown());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 239, 240, 241, 1000})
    void anchors(int coins) {
        Transaction bare = parent();
        Coin anchored = Coin.valueOf(coins);
        Transaction parent = new Transaction(
                3,
                bare.inputs(),
                List.of(new TxOutput(AMOUNT.subtract(anchored), puzzle.scriptPubKey()), Puzzle.anchor(anchored)),
                0);
        refused(parent);
        refused(parent, withoutAnchor(parent));
        taken(parent, puzzle.childOf(parent, FEE));
        taken(withoutAnchorIfNotDust(parent, coins));
    }

    /** A child of the first output alone; the dust of an anchor would be left. */
    private Transaction withoutAnchor(Transaction parent) {
        Transaction spend =
                puzzle.spend(parent.outpoint(0), parent.outputs().get(0).value(), Coin.valueOf(1_000));
        Coin anchor = parent.outputs().get(1).value();
        return anchor.isLessThan(Coin.valueOf(240)) ? ofVersion(3, spend) : ofVersion(2, spend);
    }

    private Transaction withoutAnchorIfNotDust(Transaction parent, int coins) {
        return coins < 240
                ? puzzle.childOf(parent, FEE.add(FEE))
                : ofVersion(
                        3,
                        puzzle.spend(parent.outpoint(0), parent.outputs().get(0).value(), FEE.add(FEE)));
    }

    @Test
    void an_anchor_with_a_witness() {
        Transaction parent = parent();
        Transaction child = puzzle.childOf(parent, FEE);
        refused(parent, child.withWitnesses(List.of(puzzle.witness(), List.of(Bytes.ofHex("01")))));
        taken(parent, child);
    }

    @Test
    void a_parent_with_dust_that_pays() {
        Transaction spend = spend();
        Transaction parent =
                new Transaction(3, spend.inputs(), List.of(spend.outputs().get(0), Puzzle.anchor(Coin.ZERO)), 0);
        refused(parent);
        refused(parent, puzzle.childOf(parent, FEE));
    }

    @Test
    void a_parent_with_two_dusts() {
        Transaction bare = parent();
        List<TxOutput> outputs =
                List.of(output(999_900, puzzle.scriptPubKey()), output(100, KEY_HASH), Puzzle.anchor(Coin.ZERO));
        Transaction parent = new Transaction(3, bare.inputs(), outputs, 0);
        refused(parent, puzzle.childOf(parent, FEE));
    }

    @Test
    void a_parent_without_fee_of_version_two() {
        Transaction parent = ofVersion(2, parent());
        refused(parent, puzzle.childOf(2, parent, FEE));
        refused(parent, puzzle.childOf(3, parent, FEE));
    }

    @Test
    void a_child_of_another_version() {
        Transaction parent = parent();
        refused(parent, puzzle.childOf(2, parent, FEE));
        Transaction spend = ofVersion(3, spend());
        taken(spend);
        Coin left = spend.outputs().get(0).value();
        refused(puzzle.spend(spend.outpoint(0), left, FEE));
        taken(ofVersion(3, puzzle.spend(spend.outpoint(0), left, FEE)));
    }

    @Test
    void version_three_on_version_two() {
        Transaction spend = spend();
        taken(spend);
        Coin left = spend.outputs().get(0).value();
        refused(ofVersion(3, puzzle.spend(spend.outpoint(0), left, FEE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 27, 28, 29, 30, 31, 40})
    void a_big_child(int more) {
        Transaction parent = parent();
        Transaction child = withMoreOutputs(puzzle.childOf(parent, FEE), more);
        assertThat(judges.submit(parent, child).isThere()).isEqualTo(child.vsize() <= 1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 317, 318, 319, 320, 321, 322, 330})
    void a_big_parent(int more) {
        Transaction parent = withMoreOutputs(parent(), more);
        assertThat(judges.submit(parent, puzzle.childOf(parent, FEE.add(FEE))).isThere())
                .isEqualTo(parent.vsize() <= 10_000);
    }

    @Test
    void a_grandchild() {
        Transaction parent = parent();
        Transaction child = puzzle.childOf(parent, FEE);
        taken(parent, child);
        refused(ofVersion(
                3, puzzle.spend(child.outpoint(0), child.outputs().get(0).value(), FEE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, -1, 0, 1})
    void the_least_fee_of_a_package(int more) {
        Transaction parent = parent();
        int vsize = parent.vsize() + puzzle.childOf(parent, FEE).vsize();
        Coin fee = judges.relayRate().feeFor(vsize).add(Coin.valueOf(more));
        assertThat(judges.submit(parent, puzzle.childOf(parent, fee)).isThere()).isEqualTo(more >= 0);
    }

    @Test
    void packages_in_the_wrong_form() {
        Transaction parent = parent();
        Transaction child = puzzle.childOf(parent, FEE);
        refused(child);
        refused(child, parent);
        refused(parent, spend());
        refused(parent, parent, child);
        refused(parent, puzzle.withWrongWitness(spend()));
    }

    @Test
    void a_package_with_a_wrong_witness() {
        Transaction parent = parent();
        Transaction child = puzzle.childOf(parent, FEE);
        refused(puzzle.withWrongWitness(parent), child);
        refused(
                parent,
                child.withWitnesses(List.of(List.of(puzzle.nowhereBytes(), puzzle.witnessScript()), List.of())));
        taken(parent, child);
    }

    @ParameterizedTest
    @ValueSource(ints = {-6_000, -10, -1, 0, 10, 19, 20, 21, 40, 6_000})
    void a_replacement(int more) {
        Outpoint coin = coin();
        Transaction first = puzzle.spend(coin, AMOUNT, Coin.valueOf(10_000));
        taken(first);
        assertThat(judges.submit(puzzle.spend(coin, AMOUNT, Coin.valueOf(10_000 + more))))
                .isNotNull();
    }

    @Test
    void a_replacement_of_two() {
        Outpoint coin = coin();
        Transaction first = puzzle.spend(coin, AMOUNT, FEE);
        taken(first);
        taken(puzzle.spend(first.outpoint(0), first.outputs().get(0).value(), FEE));
        refused(puzzle.spend(coin, AMOUNT, Coin.valueOf(9_999)));
        refused(puzzle.spend(coin, AMOUNT, Coin.valueOf(10_005)));
        taken(puzzle.spend(coin, AMOUNT, Coin.valueOf(10_200)));
    }

    @Test
    void a_replacement_that_builds_on_something_new() {
        Outpoint one = coin();
        Transaction waiting = puzzle.spend(coin(), AMOUNT, FEE);
        taken(puzzle.spend(one, AMOUNT, FEE));
        taken(waiting);
        List<TxInput> inputs = List.of(puzzle.input(one), puzzle.input(waiting.outpoint(0)));
        refused(new Transaction(2, inputs, List.of(output(1_900_000, puzzle.scriptPubKey())), 0));
    }

    @Test
    void a_spend_of_what_it_replaces() {
        Transaction first = spend();
        taken(first);
        List<TxInput> inputs = List.of(first.inputs().get(0), puzzle.input(first.outpoint(0)));
        refused(new Transaction(2, inputs, List.of(output(1_900_000, puzzle.scriptPubKey())), 0));
    }

    /** Another child takes the place of the first though it spends no output in common with it: sibling eviction. */
    @ParameterizedTest
    @CsvSource({"5000, 4000", "5000, 5000", "5000, 5010", "5000, 5100", "5000, 20000"})
    void another_child(int before, int after) {
        Transaction wide = ofVersion(3, spend());
        List<TxOutput> outputs =
                List.of(output(400_000, puzzle.scriptPubKey()), output(400_000, puzzle.scriptPubKey()));
        Transaction parent = new Transaction(3, wide.inputs(), outputs, 0);
        taken(parent);
        Coin half = Coin.valueOf(400_000);
        taken(ofVersion(3, puzzle.spend(parent.outpoint(0), half, Coin.valueOf(before))));
        assertThat(judges.submit(ofVersion(3, puzzle.spend(parent.outpoint(1), half, Coin.valueOf(after))))
                        .isThere())
                .isEqualTo(after >= 5_100);
    }

    @ParameterizedTest
    @CsvSource({"5000, 4000", "5000, 5000", "5000, 5015", "5000, 5100", "5000, 20000"})
    void another_child_in_a_package(int before, int after) {
        Transaction parent = parent();
        taken(parent, puzzle.childOf(parent, Coin.valueOf(before)));
        assertThat(judges.submit(parent, puzzle.childOf(parent, Coin.valueOf(after))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 4000",
        "5000, 5000",
        "5000, 5010",
        "5000, 5020",
        "5000, 5030",
        "5000, 5040",
        "5000, 5100",
        "5000, 5400",
        "5000, 20000"
    })
    void the_other_version(int before, int after) {
        Outpoint coin = coin();
        Transaction first = puzzle.zeroFeeParent(coin, AMOUNT);
        taken(first, puzzle.childOf(first, Coin.valueOf(before)));
        Transaction second = puzzle.otherZeroFeeParent(coin, AMOUNT);
        assertThat(judges.submit(second, puzzle.childOf(second, Coin.valueOf(after))))
                .isNotNull();
    }

    /** The first one's child is fat and pins it: it pays a lot, and little for a byte. */
    @ParameterizedTest
    @CsvSource({"0, 5100", "20, 5100", "25, 5100", "25, 4000", "25, 30000"})
    void the_other_version_against_a_pin(int fat, int after) {
        Outpoint coin = coin();
        Transaction first = puzzle.zeroFeeParent(coin, AMOUNT);
        taken(first, withMoreOutputs(puzzle.childOf(first, FEE), fat));
        Transaction second = puzzle.otherZeroFeeParent(coin, AMOUNT);
        assertThat(judges.submit(second, puzzle.childOf(second, Coin.valueOf(after))))
                .isNotNull();
    }

    /** A close that pays for itself against a version with its child, and the other way round. */
    @ParameterizedTest
    @CsvSource({"5000, 4000", "5000, 5100", "5000, 30000"})
    void a_close_against_a_version(int before, int after) {
        Outpoint coin = coin();
        Transaction first = puzzle.zeroFeeParent(coin, AMOUNT);
        taken(first, puzzle.childOf(first, Coin.valueOf(before)));
        assertThat(judges.submit(puzzle.spend(coin, AMOUNT, Coin.valueOf(after))))
                .isNotNull();
        Outpoint other = coin();
        taken(puzzle.spend(other, AMOUNT, Coin.valueOf(before)));
        Transaction second = puzzle.zeroFeeParent(other, AMOUNT);
        assertThat(judges.submit(second, puzzle.childOf(second, Coin.valueOf(after))))
                .isNotNull();
    }

    @Test
    void a_fee_beyond_belief() {
        Outpoint coin = judges.fund(puzzle.scriptPubKey(), Coin.COIN).outpoint();
        refused(puzzle.spend(coin, Coin.COIN, Coin.valueOf(5_000_000)));
        Transaction parent = puzzle.zeroFeeParent(coin, Coin.COIN);
        taken(parent, puzzle.childOf(parent, Coin.valueOf(5_000_000)));
    }

    @Test
    void a_long_chain() {
        Transaction last = puzzle.spend(coin(), AMOUNT, FEE);
        taken(last);
        for (int i = 0; i < 24; i++) {
            last = puzzle.spend(last.outpoint(0), last.outputs().get(0).value(), Coin.valueOf(500));
            taken(last);
        }
        refused(puzzle.spend(last.outpoint(0), last.outputs().get(0).value(), Coin.valueOf(500)));
    }

    @Test
    void small_transactions() {
        Outpoint coin = judges.fund(puzzle.scriptPubKey(), Coin.valueOf(1_000)).outpoint();
        List<TxInput> inputs = List.of(puzzle.input(coin));
        Stream.of("", "6a", "6a00", "6a0100", "6a020000", "6a03000000", "6a0400000000")
                .map(Bytes::ofHex)
                .map(script -> new Transaction(2, inputs, List.of(output(0, script)), 0))
                .forEach(small -> assertThat(judges.submit(small)).isNotNull());
    }

    @Test
    void many_outputs_and_blocks_of_them() {
        List<Transaction> all = IntStream.range(0, 20)
                .mapToObj(i -> withMoreOutputs(spend(), i))
                .toList();
        all.forEach(this::taken);
    }
}
