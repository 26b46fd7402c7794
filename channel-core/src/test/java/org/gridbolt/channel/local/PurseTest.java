package org.gridbolt.channel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;

class PurseTest {

    private static final Coin DUST = Coin.valueOf(330);
    private static final Coin COST = Coin.valueOf(10_000);
    private static final FundingFees FEES = new FundingFees(FeeRate.RELAY, DUST);

    private final Purse purse = new Purse(PrivateKey.of(Bytes.ofHex("07".repeat(32))));

    @Test
    void it_funds_from_the_smallest_coin_that_is_large_enough() {
        purse.receive(paying(50_000));
        purse.receive(paying(20_000));
        purse.receive(paying(5_000));

        FundingContribution contribution = purse.contribution(Party.CONSUMER, Coin.valueOf(10_000), FEES, true)
                .orElseThrow();

        assertThat(contribution.inputTotal()).isEqualTo(Coin.valueOf(20_000));
        assertThat(contribution.amount()).isEqualTo(Coin.valueOf(10_000));
    }

    @Test
    void it_brings_nothing_when_no_coin_is_large_enough() {
        purse.receive(paying(10_000));

        assertThat(purse.contribution(Party.CONSUMER, Coin.valueOf(10_000), FEES, true))
                .isEmpty();
    }

    @Test
    void a_coin_counts_once_and_until_it_is_spent() {
        Transaction paying = paying(50_000);
        purse.receive(paying);
        purse.receive(paying);
        assertThat(purse.total()).isEqualTo(Coin.valueOf(50_000));

        purse.receive(new Transaction(
                2,
                List.of(TxInput.unsigned(paying.outpoint(0), 0)),
                List.of(new TxOutput(Coin.valueOf(700), purse.script())),
                0));
        assertThat(purse.total()).isEqualTo(Coin.valueOf(700));
    }

    @Test
    void it_pays_for_a_parent_without_fee_up_to_a_cap() {
        purse.receive(paying(50_000));

        Transaction child =
                purse.child(parent(9), FeeRate.RELAY, Coin.valueOf(1_000)).orElseThrow();

        Coin fee = Coin.valueOf(50_000).subtract(child.outputTotal());
        assertThat(child.inputSpending(parent(9).outpoint(0))).isPresent();
        assertThat(fee.getValue()).isGreaterThanOrEqualTo(parent(9).vsize() + child.vsize());
        assertThat(purse.child(parent(9), FeeRate.RELAY, fee.subtract(Coin.SATOSHI)))
                .isEmpty();
    }

    @Test
    void a_later_child_of_a_parent_spends_what_the_earlier_one_does_and_no_other_parents_does() {
        Transaction coin = paying(50_000);
        purse.receive(coin);
        purse.sent(purse.child(parent(9), FeeRate.RELAY, COST).orElseThrow());

        assertThat(purse.child(parent(8), FeeRate.RELAY, COST)).isEmpty();
        assertThat(purse.child(parent(9), new FeeRate(5_000), COST))
                .hasValueSatisfying(child ->
                        assertThat(child.inputSpending(coin.outpoint(0))).isPresent());
    }

    @Test
    void what_a_child_spent_that_is_nowhere_any_more_is_taken_back() {
        Transaction coin = paying(50_000);
        purse.receive(coin);
        purse.sent(purse.child(parent(9), FeeRate.RELAY, COST).orElseThrow());
        purse.takeBack(outpoint -> false);
        assertThat(purse.child(parent(8), FeeRate.RELAY, COST)).isEmpty();

        purse.takeBack(coin.outpoint(0)::equals);
        assertThat(purse.child(parent(8), FeeRate.RELAY, COST)).isPresent();
    }

    private static Transaction parent(long number) {
        return new Transaction(
                Transaction.TRUC,
                List.of(TxInput.unsigned(outpoint(number), 0)),
                List.of(new TxOutput(Coin.ZERO, AnchorScript.ANCHOR.scriptPubKey())),
                0);
    }

    private Transaction paying(long coins) {
        return new Transaction(
                2,
                List.of(TxInput.unsigned(outpoint(coins), 0)),
                List.of(new TxOutput(Coin.valueOf(coins), purse.script())),
                0);
    }

    private static Outpoint outpoint(long number) {
        return new Outpoint(
                Sha256Hash.of(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 0);
    }
}
