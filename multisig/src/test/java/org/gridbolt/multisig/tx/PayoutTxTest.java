package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.junit.jupiter.api.Test;

class PayoutTxTest {

    private static final Coin DUST = Coin.valueOf(330);
    private static final PrivateKey OWNER = PrivateKey.of(Bytes.ofHex("07".repeat(32)));
    private static final KeyHashScript CHANGE = new KeyHashScript(OWNER.publicKey());
    private static final TxOutput ONE = payment("0a", 20_000);
    private static final TxOutput OTHER = payment("0b", 9_000);

    private static TxOutput payment(String key, long coins) {
        KeyHashScript script =
                new KeyHashScript(PrivateKey.of(Bytes.ofHex(key.repeat(32))).publicKey());
        return new TxOutput(Coin.valueOf(coins), script.scriptPubKey());
    }

    private static Spend coin(int number, long coins) {
        Outpoint outpoint = new Outpoint(Sha256Hash.of(new byte[] {(byte) number}), number);
        return new Spend(outpoint, Coin.valueOf(coins), CHANGE, Branch.OWNER);
    }

    private static Transaction payout(Spend... coins) {
        return PayoutTx.build(List.of(coins), List.of(ONE, OTHER), CHANGE.scriptPubKey(), DUST)
                .orElseThrow()
                .unsigned();
    }

    @Test
    void it_pays_each_to_the_coin_and_the_rest_back_without_a_fee() {
        Transaction payout = payout(coin(1, 25_000), coin(2, 5_000));

        assertThat(payout.outputs())
                .containsExactly(
                        new TxOutput(Coin.ZERO, AnchorScript.ANCHOR.scriptPubKey()),
                        new TxOutput(Coin.valueOf(1_000), CHANGE.scriptPubKey()),
                        OTHER,
                        ONE);
        assertThat(payout.version()).isEqualTo(Transaction.TRUC);
    }

    @Test
    void a_rest_that_no_output_may_hold_is_the_anchors() {
        assertThat(payout(coin(1, 29_329)).outputs())
                .containsExactly(new TxOutput(Coin.valueOf(329), AnchorScript.ANCHOR.scriptPubKey()), OTHER, ONE);
    }

    @Test
    void there_is_none_for_nobody_or_when_the_coins_do_not_cover_it() {
        assertThat(PayoutTx.build(List.of(coin(1, 28_999)), List.of(ONE, OTHER), CHANGE.scriptPubKey(), DUST))
                .isEmpty();
        assertThat(PayoutTx.build(List.of(coin(1, 28_999)), List.of(), CHANGE.scriptPubKey(), DUST))
                .isEmpty();
    }

    @Test
    void only_the_owner_of_the_coins_signs_it() {
        PayoutTx payout = PayoutTx.build(List.of(coin(1, 30_000)), List.of(ONE), CHANGE.scriptPubKey(), DUST)
                .orElseThrow();

        assertThat(payout.signed(OWNER).inputs())
                .allMatch(input -> input.witness().size() == 2);
        assertThat(payout.signed(OWNER).txid()).isEqualTo(payout.txid());
        assertThat(payout)
                .isEqualTo(PayoutTx.build(List.of(coin(1, 30_000)), List.of(ONE), CHANGE.scriptPubKey(), DUST)
                        .orElseThrow())
                .hasSameHashCodeAs(PayoutTx.build(List.of(coin(1, 30_000)), List.of(ONE), CHANGE.scriptPubKey(), DUST)
                        .orElseThrow())
                .isNotEqualTo(PayoutTx.build(List.of(coin(2, 30_000)), List.of(ONE), CHANGE.scriptPubKey(), DUST)
                        .orElseThrow());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payout.signed(PrivateKey.of(Bytes.ofHex("08".repeat(32)))));
    }
}
