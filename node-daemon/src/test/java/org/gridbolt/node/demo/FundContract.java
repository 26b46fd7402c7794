package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalGrid;
import org.gridbolt.channel.local.Mined;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.fund.FundAccount;
import org.gridbolt.penalty.fund.FundEntry;
import org.gridbolt.penalty.fund.FundLedger;
import org.gridbolt.penalty.fund.FundPage;
import org.gridbolt.penalty.fund.FundSums;
import org.gridbolt.penalty.fund.MinedBlock;
import org.gridbolt.penalty.fund.Miner;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the ledger of a day with three defaults says, held against the blocks and transactions of any chain. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FundContract {

    private RegtestNode node;
    private LocalGrid grid;
    private FundLedger ledger;
    private Chain chain;

    abstract RegtestNode open();

    @BeforeAll
    void trade() {
        node = open();
        grid = FundDay.of(1).on(node);
        ledger = grid.fund().ledger();
        chain = node.view();
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void every_page_and_the_whole_ledger_sum_to_zero_and_nothing_but_small_change_is_left_to_pay() {
        ledger.pages().forEach(page -> assertThat(sum(page.entries())).isEqualTo(Coin.ZERO));
        assertThat(sum(ledger.entries())).isEqualTo(Coin.ZERO);
        assertThat(grid.fund().isSettled()).isTrue();
        assertThat(ledger.owed().values())
                .allMatch(coins -> coins.isLessThan(ledger.rule().leastPayment()));
        assertThat(ledger.balances()).containsEntry(new FundAccount.Pool(), Coin.ZERO);
    }

    private static Coin sum(List<FundEntry> entries) {
        return entries.stream().map(FundEntry::coins).reduce(Coin.ZERO, Coin::add);
    }

    /** Two of them in one slot: their rulings are carried out in the same. */
    @Test
    void each_of_three_rulings_is_in_the_page_of_the_slot_whose_block_has_its_penalty() {
        List<FundPage> withForfeits = ledger.pages().stream()
                .filter(page -> !page.income().forfeits().isEmpty())
                .toList();
        assertThat(withForfeits)
                .extracting(page -> page.income().forfeits().size())
                .containsExactly(1, 2);
        for (FundPage page : withForfeits) {
            for (Forfeit forfeit : page.income().forfeits()) {
                Mined penalty = penalty(channel(forfeit));
                assertThat(ledger.rule().slotAt(penalty.height())).hasValue(page.slot());
            }
        }
    }

    private LocalChannel channel(Forfeit forfeit) {
        return grid.channels().stream()
                .filter(channel -> channel.id().equals(forfeit.channel()))
                .findFirst()
                .orElseThrow();
    }

    private static Mined penalty(LocalChannel channel) {
        return channel.transactions().stream()
                .filter(mined -> mined.purpose() == Purpose.PENALTY)
                .findFirst()
                .orElseThrow();
    }

    /** What U has more than before is the replaced energy and CP - K; what A has of the forfeit is K. */
    @Test
    void what_a_ruling_brings_in_is_what_its_penalty_pays_the_utility_beside_the_energy_it_supplied() {
        for (LocalChannel channel : grid.channels()) {
            Forfeit forfeit = forfeits().stream()
                    .filter(found -> channel.id().equals(found.channel()))
                    .findFirst()
                    .orElseThrow();
            VerifiedRuling ruling = RulingVerifier.verify(
                            channel.ruling().orElseThrow(),
                            channel.terms().identity().utilityNodeKey())
                    .orElseThrow();
            Coin replacement = ruling.onVersionOf(Party.CONSUMER).forfeiture().replacement();
            Coin more = channel.settlement()
                    .paid()
                    .utility()
                    .subtract(channel.terms().contributions().utility());

            assertThat(forfeit.pool()).isEqualTo(more.subtract(replacement));
            assertThat(forfeit.ruling()).isEqualTo(ruling.hash());
            assertThat(forfeit.forfeited()).isGreaterThan(Coin.ZERO);
        }
        assertThat(forfeits())
                .extracting(Forfeit::consumerShare)
                .filteredOn(Coin::isPositive)
                .hasSize(2);
    }

    private List<Forfeit> forfeits() {
        return ledger.pages().stream()
                .flatMap(page -> page.income().forfeits().stream())
                .toList();
    }

    @Test
    void the_utility_pays_of_every_other_slot_two_per_cent_of_what_its_units_cost() {
        for (FundPage page : ledger.pages()) {
            Coin delivered = grid.channels().stream()
                    .map(channel -> delivered(channel, page))
                    .reduce(Coin.ZERO, Coin::add);
            assertThat(page.income().turnover())
                    .as("turnover of %s", page.slot())
                    .isEqualTo(delivered);
            if (page.income().forfeits().isEmpty()) {
                assertThat(page.pool()).isEqualTo(Coin.valueOf(delivered.value * 20 / 1000));
            }
        }
        assertThat(FundSums.of(ledger).turnover()).isGreaterThan(Coin.ZERO);
    }

    private Coin delivered(LocalChannel channel, FundPage page) {
        int place = grid.channels().indexOf(channel);
        return FundDay.of(1).pairs().get(place).plan().units().stream()
                .filter(unit -> unit.slot().equals(page.slot()))
                .map(channel::traded)
                .filter(unit -> unit.outcome() == org.gridbolt.channel.action.UnitOutcome.SETTLED)
                .map(unit -> unit.coins())
                .reduce(Coin.ZERO, Coin::add);
    }

    @Test
    void who_mined_is_who_the_coinbases_pay() {
        List<MinedBlock> blocks =
                ledger.pages().stream().flatMap(page -> page.blocks().stream()).toList();
        assertThat(blocks).hasSize(6 * ledger.pages().size());
        for (MinedBlock block : blocks) {
            assertThat(chain.coinbase(block.height()).flatMap(Miner::ofCoinbase))
                    .hasValue(block.miner());
        }
        assertThat(blocks).extracting(MinedBlock::miner).containsAll(ledgerMiners());
        assertThat(ledgerMiners()).hasSize(3);
    }

    private List<Miner> ledgerMiners() {
        return ledger.balances().keySet().stream()
                .filter(FundAccount.Owed.class::isInstance)
                .map(account -> ((FundAccount.Owed) account).miner())
                .toList();
    }

    @Test
    void the_payouts_are_confirmed_and_pay_each_miner_to_the_coin_what_the_ledger_says() {
        Map<Sha256Hash, Mined> payouts = new LinkedHashMap<>();
        grid.fund().transactions().stream()
                .filter(mined -> mined.purpose() == Purpose.PAYOUT)
                .forEach(mined -> payouts.put(mined.transaction().txid(), mined));
        assertThat(payouts).hasSizeGreaterThanOrEqualTo(2);
        Coin paid = Coin.ZERO;
        for (FundPage page : ledger.pages()) {
            for (var payment : page.payments()) {
                Transaction payout =
                        Objects.requireNonNull(payouts.get(payment.txid())).transaction();
                TxOutput output = new TxOutput(payment.coins(), payment.miner().script());
                int index = payout.outputs().indexOf(output);
                assertThat(index).isNotNegative();
                assertThat(chain.output(payout.outpoint(index))).hasValueSatisfying(found -> {
                    assertThat(found.output()).isEqualTo(output);
                    assertThat(found.isConfirmed()).isTrue();
                });
                paid = paid.add(payment.coins());
            }
        }
        assertThat(paid).isEqualTo(FundSums.of(ledger).paid()).isGreaterThan(Coin.valueOf(100_000));
        payouts.values()
                .forEach(mined -> assertThat(mined.fee()).as("its child pays").isEqualTo(Coin.ZERO));
    }

    /** Whoever has the signed pages has the ledger. */
    @Test
    void the_ledger_is_read_again_from_the_pages_that_the_utility_signed() {
        FundLedger read = FundLedger.open(ChainId.REGTEST, ledger.rule(), ledger.first());
        for (Signed<FundPage> page : grid.fund().published()) {
            Signed<FundPage> received =
                    Signed.decode(page.encode(), FundPage::readFrom).orElseThrow();
            assertThat(received.isSignedBy(
                            grid.channels().get(0).terms().identity().utilityNodeKey()))
                    .isTrue();
            read = read.with(received.content()).orElseThrow();
        }
        assertThat(read).isEqualTo(ledger);
    }
}
