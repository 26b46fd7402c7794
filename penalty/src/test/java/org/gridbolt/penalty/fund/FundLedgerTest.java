package org.gridbolt.penalty.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.payoutScript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.VectorFile;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Slot;
import org.junit.jupiter.api.Test;

/** What a page must be to continue the ledger, and who is a miner. */
class FundLedgerTest {

    private static final FundRule RULE = FundRule.of(new PerMille(10), new BlockHeight(100), new BlockCount(2));
    private static final Miner ONE = new Miner(payoutScript("one"));
    private static final Miner OTHER = new Miner(payoutScript("other"));
    private static final List<MinedBlock> BOTH =
            List.of(new MinedBlock(new BlockHeight(102), ONE), new MinedBlock(new BlockHeight(103), OTHER));
    private static final SlotIncome INCOME = new SlotIncome(List.of(forfeit(2001)), Coin.ZERO);
    private static final FundLedger EMPTY = FundLedger.open(ChainId.REGTEST, RULE, new Slot(0));
    private static final FundLedger LEDGER =
            EMPTY.with(EMPTY.draft(INCOME, BOTH, List.of())).orElseThrow();

    private static Forfeit forfeit(long coins) {
        return new Forfeit(new ChannelId(hash("channel")), hash("ruling"), Coin.valueOf(coins), Coin.ZERO);
    }

    @Test
    void a_page_is_encoded_hashed_and_signed_as_published() {
        FundPayment payment = new FundPayment(hash("tx"), ONE, Coin.valueOf(1001));
        FundPage page = LEDGER.draft(new SlotIncome(List.of(), Coin.valueOf(50_000)), List.of(), List.of(payment));
        Signed<FundPage> signed = Signed.sign(page, UTILITY_NODE);
        JsonNode content = VectorFile.content(page, UTILITY_NODE, signed.signature());

        assertThat(VectorFile.of("fund/page").rewrittenWith(content).read()).isEqualTo(content);
        assertThat(FundPage.decode(Bytes.ofHex(content.get("encoding").asText()))
                        .value())
                .contains(page);
    }

    @Test
    void the_odd_coin_goes_to_whoever_mined_first() {
        assertThat(LEDGER.owed()).containsEntry(ONE, Coin.valueOf(1001)).containsEntry(OTHER, Coin.valueOf(1000));
    }

    @Test
    void less_than_an_output_can_hold_stays_owed_until_it_is_more() {
        FundLedger small = EMPTY.with(EMPTY.draft(new SlotIncome(List.of(forfeit(1091)), Coin.ZERO), BOTH, List.of()))
                .orElseThrow();

        assertThat(small.owed()).containsEntry(ONE, Coin.valueOf(546)).containsEntry(OTHER, Coin.valueOf(545));
        assertThat(small.payable()).containsExactly(new TxOutput(Coin.valueOf(546), ONE.script()));
    }

    @Test
    void nobody_is_paid_more_than_is_owed_nor_twice() {
        FundPayment all = new FundPayment(hash("tx"), ONE, Coin.valueOf(1001));
        FundPage paying = LEDGER.draft(SlotIncome.NONE, List.of(), List.of(all));
        FundLedger paid = LEDGER.with(paying).orElseThrow();

        assertThat(paid.owed()).doesNotContainKey(ONE);
        assertThat(LEDGER.with(LEDGER.draft(SlotIncome.NONE, List.of(), List.of(all, all)))
                        .flaw())
                .contains(new FundFlaw.Overpaid(ONE, Coin.valueOf(2002), Coin.valueOf(1001)));
        assertThat(paid.with(paid.draft(SlotIncome.NONE, List.of(), List.of(all)))
                        .flaw())
                .contains(new FundFlaw.Overpaid(ONE, Coin.valueOf(1001), Coin.ZERO));
    }

    @Test
    void a_forfeit_counts_once() {
        assertThat(LEDGER.with(LEDGER.draft(INCOME, List.of(), List.of())).flaw())
                .contains(new FundFlaw.CountedAgain(hash("ruling")));
        assertThatThrownBy(() -> new SlotIncome(List.of(forfeit(1), forfeit(2)), Coin.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_page_of_another_fund_slot_or_past_is_refused() {
        FundPage next = LEDGER.draft(SlotIncome.NONE, List.of(), List.of());

        assertThat(LEDGER.with(page(new Slot(2), Coin.ZERO, next.previous())).flaw())
                .contains(new FundFlaw.OutOfOrder(new Slot(2), new Slot(1)));
        assertThat(LEDGER.with(page(new Slot(1), Coin.ZERO, hash("another"))).flaw())
                .contains(new FundFlaw.OtherPrevious(hash("another")));
        assertThat(LEDGER.with(page(new Slot(1), Coin.SATOSHI, next.previous())).flaw())
                .contains(new FundFlaw.OtherCarry(Coin.SATOSHI, Coin.ZERO));
        FundRule more = FundRule.of(new PerMille(11), new BlockHeight(100), new BlockCount(2));
        assertThat(LEDGER.with(FundLedger.open(ChainId.REGTEST, more, new Slot(1))
                                .draft(SlotIncome.NONE, List.of(), List.of()))
                        .flaw())
                .contains(new FundFlaw.OtherFund());
    }

    private static FundPage page(Slot slot, Coin carried, Sha256Hash previous) {
        return new FundPage(ChainId.REGTEST, RULE, slot, carried, SlotIncome.NONE, List.of(), List.of(), previous);
    }

    @Test
    void only_the_next_slots_blocks_count_each_once() {
        List<MinedBlock> early = List.of(new MinedBlock(new BlockHeight(101), ONE));
        List<MinedBlock> late = List.of(new MinedBlock(new BlockHeight(104), ONE));
        List<MinedBlock> twice = List.of(BOTH.get(0), BOTH.get(0));

        for (List<MinedBlock> blocks : List.of(early, late, twice)) {
            assertThatThrownBy(() -> EMPTY.draft(INCOME, blocks, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_consumer_share_is_a_part_of_the_forfeit() {
        assertThatThrownBy(() ->
                        new Forfeit(new ChannelId(hash("channel")), hash("ruling"), Coin.valueOf(10), Coin.valueOf(11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_block_is_by_whom_its_coinbase_pays_most() {
        TxOutput witnessCommitment = new TxOutput(Coin.ZERO, Bytes.ofHex("6a24aa21a9ed" + "00".repeat(32)));
        TxOutput small = new TxOutput(Coin.valueOf(10), OTHER.script());
        TxOutput large = new TxOutput(Coin.valueOf(20), ONE.script());

        assertThat(Miner.ofCoinbase(coinbase(small, large, witnessCommitment))).contains(ONE);
        assertThat(Miner.ofCoinbase(coinbase(small, new TxOutput(Coin.valueOf(10), ONE.script()))))
                .contains(OTHER);
        assertThat(Miner.ofCoinbase(coinbase(witnessCommitment))).isEmpty();
        assertThat(Miner.ofCoinbase(new Transaction(
                        2, List.of(TxInput.unsigned(new Outpoint(hash("a coin"), 0), 0)), List.of(large), 0)))
                .isEmpty();
    }

    private static Transaction coinbase(TxOutput... outputs) {
        Outpoint nothing = new Outpoint(Sha256Hash.ZERO_HASH, -1);
        return new Transaction(
                2, List.of(new TxInput(nothing, Bytes.ofHex("5151"), 0xffff_ffffL, List.of())), List.of(outputs), 0);
    }

    @Test
    void nobody_is_a_script_that_burns_or_is_none() {
        for (Bytes script : List.of(Bytes.EMPTY, Bytes.ofHex("6a01ff"), Bytes.of(new byte[521]))) {
            assertThatThrownBy(() -> new Miner(script)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_rule_pays_no_dust_and_has_slots_of_blocks() {
        BlockHeight zero = new BlockHeight(0);
        assertThatThrownBy(() -> new FundRule(PerMille.ZERO, Coin.valueOf(545), zero, new BlockCount(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FundRule.of(PerMille.ZERO, zero, new BlockCount(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_flaw_says_why() {
        assertThat(new FundFlaw.OtherFund().message()).contains("fund");
        assertThat(new FundFlaw.OutOfOrder(new Slot(2), new Slot(1)).message()).contains("slot 1");
        assertThat(new FundFlaw.OtherPrevious(hash("x")).message())
                .contains(hash("x").toString());
        assertThat(new FundFlaw.OtherCarry(Coin.SATOSHI, Coin.ZERO).message()).contains("carries 1");
        assertThat(new FundFlaw.CountedAgain(hash("x")).message()).contains("before");
        assertThat(new FundFlaw.Overpaid(ONE, Coin.SATOSHI, Coin.ZERO).message())
                .contains("owed");
    }
}
