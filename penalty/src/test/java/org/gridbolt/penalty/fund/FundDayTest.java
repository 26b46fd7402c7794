package org.gridbolt.penalty.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.payoutScript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;
import org.junit.jupiter.api.Test;

/**
 * A day of 24 slots of six blocks, three miners and three defaults: two in different slots and, in the last of these, a second one
 * of another channel. The whole ledger is kept under the test's resources; {@code -Dgolden=rewrite} writes it afresh.
 */
class FundDayTest {

    private static final int SLOTS = 24;
    private static final FundRule RULE = FundRule.of(new PerMille(20), new BlockHeight(1000), new BlockCount(6));
    private static final List<Miner> MINERS = Stream.of("the utility", "a miner", "another miner")
            .map(name -> new Miner(payoutScript(name)))
            .toList();

    /** Everything forfeited: the consumer gets nothing of it. */
    private static final Forfeit FIRST = forfeit("first", 80_000, 0);

    private static final Forfeit SECOND = forfeit("second", 20_000, 8_000);
    private static final Forfeit THIRD = forfeit("third", 40_001, 16_000);

    private final FundLedger day = day();

    private static Forfeit forfeit(String channel, long coins, long consumer) {
        return new Forfeit(
                new ChannelId(hash(channel)),
                hash("ruling on " + channel),
                Coin.valueOf(coins),
                Coin.valueOf(consumer));
    }

    /** Turnover rises to noon and falls again; nothing is traded in the first three slots. */
    private static SlotIncome income(int slot) {
        Coin turnover = Coin.valueOf(slot < 3 ? 0 : 9_001L * (12 - Math.abs(12 - slot)));
        return switch (slot) {
            case 7 -> new SlotIncome(List.of(FIRST), turnover);
            case 19 -> new SlotIncome(List.of(SECOND, THIRD), turnover);
            default -> new SlotIncome(List.of(), turnover);
        };
    }

    /** Who mines turns by the height; in the 15th slot nobody mined who can be paid. */
    private static List<MinedBlock> blocks(Slot slot) {
        List<MinedBlock> blocks = new ArrayList<>();
        for (int height = 1000 + 6 * slot.number(); height < 1006 + 6 * slot.number(); height++) {
            Miner miner = MINERS.get((height * height / 7) % MINERS.size());
            blocks.add(new MinedBlock(new BlockHeight(height), miner));
        }
        return slot.number() == 15 ? List.of() : blocks;
    }

    private static FundLedger day() {
        FundLedger ledger = FundLedger.open(ChainId.REGTEST, RULE, new Slot(0));
        for (int slot = 0; slot < SLOTS; slot++) {
            List<FundPayment> payments = slot % 8 == 0 ? paid(ledger, slot) : List.of();
            ledger = ledger.with(ledger.draft(income(slot), blocks(new Slot(slot + 1)), payments))
                    .orElseThrow();
        }
        return ledger;
    }

    /** One transaction pays all who are owed enough. */
    private static List<FundPayment> paid(FundLedger ledger, int slot) {
        Sha256Hash txid = hash("payment in slot " + slot);
        return ledger.payable().stream()
                .map(output -> FundPayment.of(txid, output))
                .toList();
    }

    @Test
    void every_page_and_the_whole_ledger_sum_to_zero() {
        assertThat(day.pages()).hasSize(SLOTS);
        day.pages().forEach(page -> assertThat(sum(page.entries())).isEqualTo(Coin.ZERO));
        assertThat(sum(day.entries())).isEqualTo(Coin.ZERO);
        assertThat(day.balances().values().stream().reduce(Coin.ZERO, Coin::add))
                .isEqualTo(Coin.ZERO);
    }

    @Test
    void what_was_forfeited_in_a_slot_goes_to_the_miners_of_the_next_one() {
        FundPage page = day.pages().get(7);

        assertThat(page.pool()).isEqualTo(Coin.valueOf(80_000));
        assertThat(page.blocks()).allMatch(block -> RULE.isIn(new Slot(8), block.height()));
        assertThat(coins(page.shares())).isEqualTo(Coin.valueOf(80_000));
        assertThat(page.entries())
                .contains(new FundEntry(
                        new Slot(7), new FundAccount.Producer(FIRST.channel()), Coin.valueOf(-80_000), "forfeit"))
                .noneMatch(entry -> entry.account() instanceof FundAccount.Utility);
    }

    @Test
    void two_defaults_in_one_slot_are_one_pool_without_the_consumers_shares() {
        FundPage page = day.pages().get(19);

        assertThat(page.pool()).isEqualTo(Coin.valueOf(12_000 + 24_001));
        assertThat(coins(page.shares())).isEqualTo(page.pool());
        assertThat(day.balances())
                .containsEntry(new FundAccount.Producer(SECOND.channel()), Coin.valueOf(-20_000))
                .containsEntry(new FundAccount.Consumer(THIRD.channel()), Coin.valueOf(16_000));
    }

    @Test
    void a_slot_without_forfeits_is_paid_of_its_turnover_by_the_utility() {
        FundPage page = day.pages().get(12);

        assertThat(page.pool()).isEqualTo(Coin.valueOf(108_012 * 20 / 1000));
        assertThat(page.entries())
                .contains(new FundEntry(
                        new Slot(12), new FundAccount.Utility(), Coin.valueOf(-2_160), "share of the turnover"));
    }

    @Test
    void a_pool_that_nobody_can_be_paid_of_is_carried_on() {
        FundPage without = day.pages().get(14);
        FundPage next = day.pages().get(15);

        assertThat(without.shares()).isEmpty();
        assertThat(without.left()).isGreaterThan(Coin.ZERO).isEqualTo(without.pool());
        assertThat(next.carried()).isEqualTo(without.left());
        assertThat(coins(next.shares())).isEqualTo(next.pool());
    }

    @Test
    void what_is_owed_and_what_was_paid_is_all_that_came_in() {
        Coin received = Coin.valueOf(80_000 + 12_000 + 24_001).add(turnoverPaid());
        Coin paid = day.balances().entrySet().stream()
                .filter(entry -> entry.getKey() instanceof FundAccount.Payment)
                .map(Map.Entry::getValue)
                .reduce(Coin.ZERO, Coin::add);
        Coin owed = day.owed().values().stream().reduce(Coin.ZERO, Coin::add);

        assertThat(paid).isGreaterThan(Coin.ZERO);
        assertThat(paid.add(owed)).isEqualTo(received);
        assertThat(day.balances()).containsEntry(new FundAccount.Pool(), Coin.ZERO);
    }

    @Test
    void its_sums_are_those_of_its_accounts() {
        FundSums sums = FundSums.of(day);

        assertThat(sums.forfeited()).isEqualTo(Coin.valueOf(80_000 + 12_000 + 24_001));
        assertThat(sums.turnover()).isEqualTo(turnoverPaid());
        assertThat(sums.held()).isEqualTo(Coin.ZERO);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new FundSums(sums.forfeited(), sums.turnover(), sums.paid(), sums.owed(), Coin.SATOSHI))
                .withMessageContaining("conserved");
    }

    @Test
    void a_block_belongs_to_the_slot_in_which_it_stands() {
        assertThat(RULE.start(new Slot(2))).isEqualTo(new BlockHeight(1012));
        assertThat(RULE.slotAt(new BlockHeight(999))).isEmpty();
        assertThat(RULE.slotAt(new BlockHeight(1000))).hasValue(new Slot(0));
        assertThat(RULE.slotAt(new BlockHeight(1011))).hasValue(new Slot(1));
    }

    private Coin turnoverPaid() {
        return day.balances().getOrDefault(new FundAccount.Utility(), Coin.ZERO).negate();
    }

    @Test
    void payments_are_outputs_that_any_node_relays() {
        assertThat(day.payable()).hasSize(MINERS.size());
        for (TxOutput output : day.payable()) {
            assertThat(output.value()).isGreaterThanOrEqualTo(Coin.valueOf(546));
            assertThat(day.owed()).containsEntry(new Miner(output.script()), output.value());
        }
    }

    /** Whoever has the signed pages has the ledger, and needs to trust nobody for it. */
    @Test
    void anybody_can_read_the_ledger_again_from_the_signed_pages() {
        FundLedger read = FundLedger.open(ChainId.REGTEST, RULE, new Slot(0));
        for (FundPage page : day.pages()) {
            Signed<FundPage> published = Signed.sign(page, UTILITY_NODE);
            Signed<FundPage> received =
                    Signed.decode(published.encode(), FundPage::readFrom).orElseThrow();
            assertThat(received.isSignedBy(UTILITY_NODE.publicKey())).isTrue();
            read = read.with(received.content()).orElseThrow();
        }
        assertThat(read).isEqualTo(day);
    }

    @Test
    void the_ledger_of_the_day_is_as_published() throws IOException {
        assertPublished("day.txt", new FundText(day).table());
        assertPublished("day.csv", new FundText(day).commaSeparated());
    }

    private static void assertPublished(String name, List<String> lines) throws IOException {
        Path file = Path.of(System.getProperty("gridbolt.root", ".."), "penalty/src/test/resources/fund", name);
        String text = String.join("\n", lines) + "\n";
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    private static Coin sum(List<FundEntry> entries) {
        return entries.stream().map(FundEntry::coins).reduce(Coin.ZERO, Coin::add);
    }

    private static Coin coins(List<MinerShare> shares) {
        return shares.stream().map(MinerShare::coins).reduce(Coin.ZERO, Coin::add);
    }
}
