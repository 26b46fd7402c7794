package org.gridbolt.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

@OnBitcoind
class BitcoindTest {

    private static final String ANYBODY = "0014" + "11".repeat(20);

    @Test
    void it_runs_a_chain_of_its_own(Bitcoind bitcoind) {
        assertThat(bitcoind.call("getblockchaininfo").path("chain").asText()).isEqualTo("regtest");
    }

    @Test
    void it_mines_what_was_asked_for(Bitcoind bitcoind) {
        int before = bitcoind.height();
        assertThat(Set.copyOf(bitcoind.mine(3))).hasSize(3);
        assertThat(bitcoind.height()).isEqualTo(before + 3);
    }

    @Test
    void it_funds_any_script(Bitcoind bitcoind) {
        String outpoint = bitcoind.fund(ANYBODY, 12_345);
        String[] parts = outpoint.split(":", 2);
        assertThat(bitcoind.call("gettxout", parts[0], Integer.valueOf(parts[1]))
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("0.00012345");
        assertThat(bitcoind.fundingTransaction(outpoint)).contains(ANYBODY);
    }

    @Test
    void a_block_mined_after_a_reorg_is_another_one(Bitcoind bitcoind) {
        String first = bitcoind.mine(1).get(0);
        bitcoind.call("invalidateblock", first);
        assertThat(bitcoind.mine(1)).doesNotContain(first);
    }

    @Test
    void its_coins_survive_a_reorg(Bitcoind bitcoind) {
        bitcoind.fund(ANYBODY, 1_000);
        bitcoind.call("invalidateblock", bitcoind.call("getbestblockhash").asText());
        assertThat(bitcoind.fund(ANYBODY, 1_000)).isNotEmpty();
    }

    @Test
    void an_error_carries_its_number(Bitcoind bitcoind) {
        assertThatThrownBy(() -> bitcoind.call("getblockhash", -1))
                .isInstanceOfSatisfying(
                        RpcError.class, error -> assertThat(error.code()).isEqualTo(-8));
    }
}
