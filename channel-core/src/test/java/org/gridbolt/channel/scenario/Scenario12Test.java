package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.RejectCause;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anchors, dust, many units, a prioritised parent: accepted or refused exactly as policy says. */
@OnBitcoind
class Scenario12Test {

    private static final Coin FEE = Coin.valueOf(60_000);

    private Bitcoind bitcoind;
    private BitcoindChain chain;
    private ExampleVersions versions;

    @BeforeEach
    void connect(Bitcoind started) {
        bitcoind = started;
        chain = BitcoindChain.connect(
                new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie())),
                BitcoinNetwork.REGTEST);
        versions = new ExampleVersions(chain.miner());
    }

    @AfterEach
    void settle() {
        chain.miner().mine(new BlockCount(1));
    }

    private FatChild child() {
        return FatChild.funded(chain.miner(), Coin.valueOf(100_000));
    }

    private static Allocation allOf(FundedWallet wallet, long producer, long utility) {
        return new Allocation(
                wallet.value().subtract(Coin.valueOf(producer + utility)),
                Coin.valueOf(producer),
                Coin.valueOf(utility));
    }

    /** What is too little for an output is in the anchor, which is dust below 240 coins: policy lets it pass without a fee only. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 239, 240, 329})
    void whatever_the_anchor_holds_the_version_comes_in_with_its_child_and_not_alone(int trimmed) {
        FatChild child = child();
        FundedWallet wallet = versions.wallet(300_000);
        Transaction version = versions.version(wallet, Party.CONSUMER, allOf(wallet, 80_000, trimmed), List.of());

        assertThat(chain.submit(List.of(version)).isThere()).isFalse();
        assertThat(chain.submit(List.of(version, child.of(version, FEE, 1))).isThere())
                .isTrue();
    }

    @Test
    void a_unit_of_329_coins_is_never_built_and_one_of_330_is_taken() {
        FatChild child = child();
        FundedWallet wallet = versions.wallet(300_000 + 330);
        Transaction version = versions.version(
                wallet, Party.PRODUCER, Allocation.of(220_000, 80_000, 0), ExampleVersions.units(1, 330));

        assertThat(chain.submit(List.of(version, child.of(version, FEE, 1))).isThere())
                .isTrue();
        assertThatThrownBy(() -> versions.version(
                        wallet, Party.PRODUCER, Allocation.of(220_001, 80_000, 0), ExampleVersions.units(1, 329)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A version 3 transaction may have ten thousand virtual bytes. */
    @ParameterizedTest
    @CsvSource({"CONSUMER, 226, true", "CONSUMER, 227, false", "PRODUCER, 226, true", "PRODUCER, 227, false"})
    void relay_ends_at_226_units(Party owner, int units, boolean taken) {
        FatChild child = child();
        FundedWallet wallet = versions.wallet(300_000 + 330L * units);
        Transaction version = versions.version(
                wallet, owner, Allocation.of(200_000, 80_000, 20_000), ExampleVersions.units(units, 330));

        SubmitResult result = chain.submit(List.of(version, child.of(version, FEE, 1)));

        assertThat(result.isThere()).isEqualTo(taken);
        assertThat(version.vsize() <= 10_000).isEqualTo(taken);
    }

    /** A dust output is for transactions without any fee, so an operator that means well keeps the version out. */
    @ParameterizedTest
    @ValueSource(ints = {0, 239})
    void a_prioritised_version_with_a_small_anchor_is_refused_until_it_is_not_prioritised(int trimmed) {
        FatChild child = child();
        FundedWallet wallet = versions.wallet(300_000);
        Transaction version = versions.version(wallet, Party.CONSUMER, allOf(wallet, 80_000, trimmed), List.of());
        List<Transaction> both = List.of(version, child.of(version, FEE, 1));
        prioritise(version, 10_000);

        assertThat(chain.submit(both))
                .isInstanceOfSatisfying(
                        SubmitResult.Rejected.class,
                        rejected -> assertThat(rejected.cause()).isEqualTo(RejectCause.POLICY));

        prioritise(version, -10_000);
        assertThat(chain.submit(both).isThere()).isTrue();
    }

    private void prioritise(Transaction transaction, int coins) {
        var unused = bitcoind.call("prioritisetransaction", transaction.txid().toString(), 0, coins);
    }
}
