package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.Satisfaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The wallet as Tharun and Parvez (2021) print it: what it does as well as the other, and what it does not. */
@OnBitcoind
class PlainWalletTest {

    private static final int WINDOW = 3;
    private static final Sha256Hash RULING = ExampleChannel.hash("ruling");
    private static final ExampleChannel PLAIN = ExampleChannel.plain(WINDOW);
    private static final ExampleChannel ROLE_KEYS = ExampleChannel.withWindow(WINDOW);

    private OnChain chain;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        chain = new OnChain(PLAIN, bitcoind);
    }

    private static CommitmentTx version(ExampleChannel channel, Party owner, FundedWallet wallet, int units) {
        long balances = wallet.value().value - 1000L * units;
        return CommitmentTx.build(
                wallet,
                channel.version(owner, 6),
                allocation(balances - 60_000, 40_000, 20_000),
                ExampleChannel.units(units, 1000, 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_version_is_published_and_recognised(Party owner) {
        FundedWallet wallet = chain.fundedWallet(300_000);
        Transaction signed = PLAIN.sign(version(PLAIN, owner, wallet, 2));

        chain.confirm(signed);

        WalletSpend spend = WalletSpend.recognise(wallet, signed).orElseThrow();
        assertThat(spend.pair()).isEqualTo(Branch.CONSUMER_AND_PRODUCER);
        assertThat(spend.commitment().orElseThrow().owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"CONSUMER, CONSUMER_AND_UTILITY", "PRODUCER, PRODUCER_AND_UTILITY"})
    void a_ruling_is_carried_out_with_either_household_and_the_signatures_say_which(Party household, Branch pair) {
        FundedWallet wallet = chain.fundedWallet(300_000);
        PenaltyTx penalty = PenaltyTx.build(wallet, household, allocation(170_000, 0, 130_000), RULING);
        Transaction signed = PLAIN.sign(penalty);

        chain.confirm(signed);

        assertThat(WalletSpend.recognise(wallet, signed))
                .contains(new WalletSpend(pair, Optional.empty(), Optional.of(RULING)));
    }

    @Test
    void both_households_close_together() {
        FundedWallet wallet = chain.fundedWallet(300_000);
        CloseTx close = CloseTx.build(
                        wallet, allocation(200_000, 80_000, 20_000), CONSUMER, coins(1000), new BlockHeight(1))
                .orElseThrow();

        chain.confirmAlone(PLAIN.sign(close));

        assertThat(WalletSpend.recognise(wallet, PLAIN.sign(close))
                        .orElseThrow()
                        .commitment())
                .isEmpty();
    }

    /** A's version has one output more behind a script's hash, which weighs 48 more than one behind a key's. */
    @ParameterizedTest
    @CsvSource({"CONSUMER, 226, true", "CONSUMER, 227, false", "PRODUCER, 227, true", "PRODUCER, 228, false"})
    void version_3_ends_at_226_units_or_one_more(Party owner, int units, boolean taken) {
        Transaction signed = PLAIN.sign(version(PLAIN, owner, chain.fundedWallet(400_000), units));

        int most = (owner == CONSUMER ? 980 : 932) + 172 * units;
        assertThat(signed.weight()).isBetween(most - 4, most);
        if (taken) {
            chain.confirm(signed);
        } else {
            assertThat(chain.submit(signed, 5000)).contains("truc-vsize-toobig");
        }
    }

    /**
     * Scenario 1. On PLAIN one leaked signature is enough: U completes what A signed for B, publishes a state that B has revoked, and
     * with the revoked secret, which it has as a watchtower, takes B's balance there to itself.
     */
    @Test
    void on_plain_u_completes_as_signature_on_bs_revoked_version_and_sweeps_b() {
        FundedWallet wallet = chain.fundedWallet(300_000);
        CommitmentTx revoked = version(PLAIN, PRODUCER, wallet, 0);
        Signature leaked = revoked.sign(PLAIN.scripts.walletKey(PLAIN.consumer, PRODUCER));
        Signature own = revoked.sign(PLAIN.scripts.walletKey(PLAIN.utility, CONSUMER));
        Transaction stolen = completed(revoked, CONSUMER, leaked, own);

        chain.confirm(stolen);
        Transaction swept = JusticeTx.build(
                        revoked, revoked.punishable(), ExampleChannel.payout(UTILITY), new FeeRate(3000))
                .orElseThrow()
                .signed(PLAIN.secretOf(PRODUCER, 6), PLAIN.utility.justiceKey());
        chain.confirmAlone(swept);

        assertThat(OnChain.paid(swept, UTILITY)).isGreaterThan(coins(38_000));
        WalletSpend spend = WalletSpend.recognise(wallet, stolen).orElseThrow();
        assertThat(spend.pair()).isEqualTo(Branch.CONSUMER_AND_UTILITY);
        assertThat(spend.commitment())
                .contains(new WalletSpend.State(PRODUCER, revoked.version().number()));
    }

    /** The same signature, on the wallet with a key for each pair: no key of U's completes it, on any branch. */
    @Test
    void with_role_keys_no_key_of_us_completes_what_a_signed_for_b(Bitcoind bitcoind) {
        OnChain roles = new OnChain(ROLE_KEYS, bitcoind);
        CommitmentTx revoked = version(ROLE_KEYS, PRODUCER, roles.fundedWallet(300_000), 0);
        PublicKey consumers = ROLE_KEYS.consumer.walletKeyWith(PRODUCER).publicKey();
        Signature leaked = revoked.sign(ROLE_KEYS.consumer.walletKeyWith(PRODUCER));
        List<PrivateKey> utilitys = Stream.of(CONSUMER, PRODUCER)
                .map(ROLE_KEYS.utility::walletKeyWith)
                .toList();

        for (Branch branch :
                List.of(Branch.CONSUMER_AND_PRODUCER, Branch.CONSUMER_AND_UTILITY, Branch.PRODUCER_AND_UTILITY)) {
            for (PrivateKey own : utilitys) {
                List<Bytes> elements =
                        List.of(leaked.derWithSigHashAll(), revoked.sign(own).derWithSigHashAll());
                Transaction forged = forged(revoked, branch, elements);
                assertThat(ScriptInterpreter.refusal(
                                forged,
                                Map.of(
                                        revoked.wallet().outpoint(),
                                        revoked.wallet().output())))
                        .isPresent();
                assertThat(roles.submit(forged, 5000)).contains("script-verify-flag");
            }
        }
        assertThat(ROLE_KEYS.scripts.wallet().path(Branch.CONSUMER_AND_UTILITY).signers())
                .doesNotContain(consumers);
    }

    private static Transaction forged(CommitmentTx version, Branch branch, List<Bytes> signatures) {
        List<Bytes> witness = version.wallet().scripts().wallet().largestWitness(branch).stream()
                .map(element -> element.size() == 72 ? Bytes.EMPTY : element)
                .collect(Collectors.toList());
        witness.set(1, signatures.get(0));
        witness.set(2, signatures.get(1));
        return version.unsigned().withWitnesses(List.of(witness));
    }

    private static Transaction completed(CommitmentTx version, Party household, Signature leaked, Signature own) {
        ChannelScripts scripts = version.wallet().scripts();
        Satisfaction signatures = Satisfaction.of(Map.of(
                scripts.wallet().key(household, UTILITY),
                leaked,
                scripts.wallet().key(UTILITY, household),
                own));
        return new SpendPlan(List.of(version.wallet().spend(household, UTILITY)), version.unsigned())
                .signed(List.of(signatures));
    }
}
