package org.gridbolt.channel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.SubmitResult.Rejected;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bad-txns-inputs-missingorspent|INPUTS_MISSING_OR_SPENT",
                "non-BIP68-final|NOT_YET_FINAL",
                "min relay fee not met, 0 < 110|FEE_TOO_LOW",
                "insufficient fee (including sibling eviction), rejecting replacement|CONFLICT",
                "package RBF failed: insufficient anti-DoS fees|CONFLICT",
                "mempool-script-verify-flag-failed (Script failed an OP_EQUALVERIFY operation)|SCRIPT",
                "mandatory-script-verify-flag-failed (x)|SCRIPT",
                "bad-txns-in-belowout|INVALID",
                "bad-txns-nonstandard-inputs|POLICY",
                "bad-witness-nonstandard|POLICY",
                "TRUC-violation|POLICY",
                "dust-nonzero|POLICY"
            })
    void the_words_of_bitcoind_have_a_cause(String words, RejectCause cause) {
        assertThat(RejectCause.of(words)).isEqualTo(cause);
    }

    private static Rejected refusal(String reason) {
        return new Rejected(Sha256Hash.of(reason.getBytes(StandardCharsets.UTF_8)), RejectCause.of(reason), reason);
    }

    @Test
    void the_refusal_that_explains_the_others_is_the_last_that_does_not_follow() {
        Rejected fee = refusal("min relay fee not met, 0 < 110");
        Rejected missing = refusal("bad-txns-inputs-missingorspent");
        Rejected script = refusal("mandatory-script-verify-flag-failed (x)");
        assertThat(Rejected.mostTelling(List.of(fee, script))).isEqualTo(script);
        assertThat(Rejected.mostTelling(List.of(script, missing))).isEqualTo(script);
        assertThat(Rejected.mostTelling(List.of(missing))).isEqualTo(missing);
    }

    @Test
    void only_a_known_estimate_counts() {
        FeeRate otherwise = new FeeRate(5_000);
        FeeRate rate = new FeeRate(7_000);
        assertThat(new FeeEstimate.Known(rate).orElse(otherwise)).isEqualTo(rate);
        assertThat(new FeeEstimate.Absent("quiet").orElse(otherwise)).isEqualTo(otherwise);
        assertThat(new FeeEstimate.Absurd("1").orElse(otherwise)).isEqualTo(otherwise);
    }

    @Test
    void a_coinbase_ripens_and_other_outputs_need_not() {
        TxOutput output = new TxOutput(Coin.COIN, Bytes.EMPTY);
        assertThat(new ChainOutput(output, new BlockCount(99), true).isMature()).isFalse();
        assertThat(new ChainOutput(output, new BlockCount(100), true).isMature())
                .isTrue();
        assertThat(new ChainOutput(output, BlockCount.ZERO, false).isMature()).isTrue();
    }
}
