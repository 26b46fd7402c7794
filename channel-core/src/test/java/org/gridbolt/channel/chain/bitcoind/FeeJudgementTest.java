package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.multisig.tx.FeeRate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeJudgementTest {

    @ParameterizedTest
    @CsvSource({"0.00001, 1000", "0.00000001, 1", "0.000010001, 1001", "0.1, 10000000"})
    void a_rate_is_rounded_up(BigDecimal said, int coinsPerKvb) {
        assertThat(BitcoindChain.judge(said)).isEqualTo(new FeeEstimate.Known(new FeeRate(coinsPerKvb)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.10000001", "21000000", "1000000000000000"})
    void an_absurd_rate_is_not_believed(BigDecimal said) {
        assertThat(BitcoindChain.judge(said)).isInstanceOf(FeeEstimate.Absurd.class);
    }
}
