package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.BitcoindRpc;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wallets of three funders, of whom some sign by an ordinary bitcoind wallet. */
@OnBitcoind
class FundingOnBitcoindTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(3);
    private static final FundingFees FEES = new FundingFees(new FeeRate(2000), ExampleChannel.DUST);
    private static final Allocation AGREED = allocation(200_000, 80_000, 20_000);
    private static final PrivateKey HOUSEHOLD = ExampleChannel.key("a coin of a household");

    private OnChain chain;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        chain = new OnChain(CHANNEL, bitcoind);
    }

    private FundingInput coin(Bytes script, long coins, Bitcoind bitcoind) {
        Outpoint outpoint = chain.fund(script, coins);
        Transaction previous = Transaction.ofHex(bitcoind.fundingTransaction(outpoint.toString()));
        return FundingInput.of(previous, outpoint.index());
    }

    private FundingInput householdCoin(long coins, Bitcoind bitcoind) {
        return coin(new KeyHashScript(HOUSEHOLD.publicKey()).scriptPubKey(), coins, bitcoind);
    }

    private static FundingContribution brings(Party party, FundingInput input) {
        return FundingContribution.of(
                        party, AGREED.of(party), List.of(input), ExampleChannel.payout(party), FEES, party == CONSUMER)
                .orElseThrow();
    }

    private static Map<Outpoint, CoinFact> allFine(List<FundingContribution> contributions) {
        Map<Outpoint, CoinFact> facts = new HashMap<>();
        contributions.stream()
                .flatMap(contribution -> contribution.inputs().stream())
                .forEach(input -> facts.put(input.outpoint(), new CoinFact(new BlockCount(6), true)));
        return facts;
    }

    @Test
    void three_households_with_keys_of_their_own_fund_a_wallet(Bitcoind bitcoind) {
        List<FundingContribution> contributions = List.of(
                brings(CONSUMER, householdCoin(300_000, bitcoind)),
                brings(PRODUCER, householdCoin(90_000, bitcoind)),
                brings(UTILITY, householdCoin(20_500, bitcoind)));
        assertThat(FundingCheck.flawOf(contributions, AGREED, FEES, allFine(contributions)))
                .isEmpty();
        FundingTx funding = FundingTx.build(CHANNEL.scripts, contributions);
        Map<Outpoint, List<Bytes>> witnesses = new HashMap<>();
        for (FundingInput input : funding.inputs()) {
            List<Bytes> witness = funding.witness(input.outpoint(), HOUSEHOLD);
            assertThat(funding.flawOf(input.outpoint(), witness)).isEmpty();
            witnesses.put(input.outpoint(), witness);
        }
        confirm(funding, funding.signed(witnesses), bitcoind);
    }

    private void confirm(FundingTx funding, Transaction signed, Bitcoind bitcoind) {
        chain.confirmAlone(signed);
        FundedWallet wallet = funding.wallet();
        assertThat(wallet.value()).isEqualTo(AGREED.total());
        JsonNode output = bitcoind.call(
                "gettxout",
                wallet.outpoint().txid().toString(),
                wallet.outpoint().index());
        assertThat(output.path("scriptPubKey").path("hex").asText())
                .isEqualTo(wallet.scriptPubKey().toHex());
        Coin fee = signed.fee(outpoint -> funding.inputs().stream()
                .filter(input -> input.outpoint().equals(outpoint))
                .findFirst()
                .orElseThrow()
                .spent());
        assertThat(fee).isGreaterThanOrEqualTo(FEES.rate().feeFor(signed.vsize()));
    }

    /** The producer's coin lies in bitcoind's own wallet, which gets a PSBT and nothing else. */
    @ParameterizedTest
    @CsvSource({"bech32, true", "bech32, false", "bech32m, true", "bech32m, false"})
    void bitcoinds_own_wallet_signs_the_psbt(String type, boolean finish, Bitcoind bitcoind) {
        BitcoindRpc wallet = bitcoind.wallet("funding");
        String address = wallet.call("getnewaddress", "", type).asText();
        Bytes script = Bytes.ofHex(
                wallet.call("getaddressinfo", address).path("scriptPubKey").asText());
        FundingInput ordinary = coin(script, 100_000, bitcoind);
        FundingInput own = householdCoin(300_000, bitcoind);
        FundingTx funding = FundingTx.build(
                CHANNEL.scripts,
                List.of(
                        brings(PRODUCER, ordinary),
                        brings(CONSUMER, own),
                        new FundingContribution(
                                UTILITY, coins(20_000), List.of(householdCoin(21_000, bitcoind)), Optional.empty())));
        Psbt signed = signedBy(wallet, funding.psbt(), "DEFAULT", finish);
        assertThat(signed.flawFor(funding)).isEmpty();
        assertThat(signed.witnesses()).containsOnlyKeys(ordinary.outpoint());
        Map<Outpoint, List<Bytes>> witnesses = new HashMap<>(signed.witnesses());
        funding.inputs().stream()
                .map(FundingInput::outpoint)
                .filter(outpoint -> !outpoint.equals(ordinary.outpoint()))
                .forEach(outpoint -> witnesses.put(outpoint, funding.witness(outpoint, HOUSEHOLD)));
        confirm(funding, funding.signed(witnesses), bitcoind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bech32", "bech32m"})
    void a_signature_that_covers_less_than_everything_is_refused(String kind, Bitcoind bitcoind) {
        BitcoindRpc wallet = bitcoind.wallet("funding");
        String address = wallet.call("getnewaddress", "", kind).asText();
        Bytes script = Bytes.ofHex(
                wallet.call("getaddressinfo", address).path("scriptPubKey").asText());
        FundingInput ordinary = coin(script, 300_000, bitcoind);
        FundingTx funding = FundingTx.build(CHANNEL.scripts, List.of(brings(CONSUMER, ordinary)));
        Map<String, Integer> types =
                Map.of("NONE", 2, "SINGLE", 3, "ALL|ANYONECANPAY", 0x81, "SINGLE|ANYONECANPAY", 0x83);
        types.forEach((name, type) -> assertThat(signedBy(wallet, withType(funding.psbt(), type), name, true)
                        .flawFor(funding))
                .contains(new FundingFlaw.OtherSigHash(ordinary.outpoint(), type)));
        assertThat(signedBy(wallet, withType(funding.psbt(), 1), "ALL", true).flawFor(funding))
                .isEmpty();
    }

    private static Psbt withType(Psbt psbt, int type) {
        return new Psbt(
                psbt.unsigned(),
                psbt.inputs().stream()
                        .map(input -> new Psbt.Input(input.previous(), Optional.of(type), input.witness()))
                        .toList());
    }

    private static Psbt signedBy(BitcoindRpc wallet, Psbt psbt, String type, boolean finish) {
        String sent = Base64.getEncoder().encodeToString(psbt.serialize().toArray());
        JsonNode answer = wallet.call("walletprocesspsbt", sent, true, type, true, finish);
        return Psbt.parse(
                        Bytes.of(Base64.getDecoder().decode(answer.path("psbt").asText())))
                .orElseThrow();
    }
}
