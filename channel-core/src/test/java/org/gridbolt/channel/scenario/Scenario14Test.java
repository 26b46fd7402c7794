package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.state.Aborted;
import org.gridbolt.channel.state.OpeningFlaw;
import org.gridbolt.channel.state.SignedZero;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.FundingFlaw;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening with inputs that are not what they seem: no honest party has signed. */
@OnBitcoind
class Scenario14Test {

    private static final Coin VALUE = Coin.valueOf(200_000);
    private static final Coin DUST = Coin.valueOf(330);
    private static final KeyHashScript OWN =
            new KeyHashScript(Examples.key("a crafty coin").publicKey());

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void sitDown(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind);
    }

    private FundingInput coin(Bytes script) {
        var funded = street.miner().fund(script, VALUE);
        return FundingInput.of(funded.transaction(), funded.outpoint().index());
    }

    /** A transaction that spends the coin; nobody has it yet. */
    private static Transaction spenderOf(FundingInput coin) {
        Spend spend = new Spend(coin.outpoint(), coin.value(), OWN, Branch.OWNER);
        return ClaimTx.paying(List.of(spend), OWN.scriptPubKey(), FeeRate.RELAY, DUST)
                .orElseThrow()
                .signed(List.of(Examples.key("a crafty coin")), Map.of());
    }

    private void send(Transaction transaction) {
        assertThat(street.view().submit(List.of(transaction)).isThere()).isTrue();
    }

    /** The producer brings {@code input}; the consumer looks at it in the chain and ends the opening. */
    private void assertRefused(FundingInput input, Class<? extends FundingFlaw> why) {
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER && letter.message() instanceof OpenChannel);
        street.ask();
        OpenChannel honest =
                (OpenChannel) street.post().takeHeld().orElseThrow().message();
        FundingContribution brought = FundingContribution.of(
                        Party.PRODUCER,
                        Neighbourhood.PRODUCER_SHARE,
                        List.of(input),
                        OWN.scriptPubKey(),
                        new FundingFees(FeeRate.RELAY, DUST),
                        false)

                // The reward of a late block is too little, and that is not what it is refused for.
                .orElseGet(() -> new FundingContribution(
                        Party.PRODUCER, Neighbourhood.PRODUCER_SHARE, List.of(input), Optional.empty()));
        street.consumer()
                .handle(new MessageReceived(
                        Party.PRODUCER,
                        new OpenChannel(
                                honest.termsHash(),
                                honest.keys(),
                                honest.firstPoint(),
                                honest.secondPoint(),
                                brought)));
        street.deliver();

        assertThat(street.consumer().state()).isInstanceOf(Aborted.class);
        assertThat(street.consumer().notices(Notice.Refused.class))
                .extracting(notice -> notice.refusal().reason())
                .hasAtLeastOneElementOfType(OpeningFlaw.BadFunding.class)
                .filteredOn(OpeningFlaw.BadFunding.class::isInstance)
                .extracting(flaw -> ((OpeningFlaw.BadFunding) flaw).flaw())
                .hasOnlyElementsOfType(why);
        assertThatTheConsumerSignedNothing();
    }

    private void assertThatTheConsumerSignedNothing() {
        assertThat(street.post().sent(OpeningSigned.class, Party.CONSUMER)).isEmpty();
        assertThat(street.post().sent(FundingSigned.class, Party.CONSUMER)).isEmpty();
        assertThat(street.view().output(street.consumer().purse().coin().outpoint()))
                .isPresent();
    }

    @Test
    void a_p2sh_wrapped_input_whose_witness_changes_the_id_is_refused(Bitcoind bitcoind) {
        String program = OWN.scriptPubKey().toHex();
        String wrapped = bitcoind.call("decodescript", program).path("p2sh").asText();
        Bytes script = Bytes.ofHex(
                bitcoind.call("validateaddress", wrapped).path("scriptPubKey").asText());

        assertRefused(coin(script), FundingFlaw.NotNative.class);
    }

    @Test
    void an_unconfirmed_input_is_refused() {
        Transaction unconfirmed = spenderOf(coin(OWN.scriptPubKey()));
        send(unconfirmed);

        assertRefused(FundingInput.of(unconfirmed, 0), FundingFlaw.Unconfirmed.class);
    }

    @Test
    void an_immature_input_is_refused(Bitcoind bitcoind) {
        street.miner().mine(new BlockCount(1));
        String block = bitcoind.call(
                        "generatetodescriptor", 1, "raw(" + OWN.scriptPubKey().toHex() + ")")
                .path(0)
                .asText();
        JsonNode coinbase = bitcoind.call("getblock", block, 2).path("tx").path(0);

        assertRefused(FundingInput.of(Transaction.ofHex(coinbase.path("hex").asText()), 0), FundingFlaw.Immature.class);
    }

    @Test
    void an_input_of_another_value_than_its_transaction_shows_is_refused() {
        FundingInput coin = coin(OWN.scriptPubKey());

        assertRefused(
                new FundingInput(coin.outpoint(), coin.value().add(Coin.SATOSHI), coin.previous()),
                FundingFlaw.OtherValue.class);
    }

    /** Of a coin that is spent a node knows no more than of one that never was. */
    @Test
    void an_input_that_a_block_has_spent_is_refused() {
        FundingInput coin = coin(OWN.scriptPubKey());
        send(spenderOf(coin));
        street.mine(1);

        assertRefused(coin, FundingFlaw.Unconfirmed.class);
    }

    @Test
    void an_input_that_the_mempool_spends_already_is_refused() {
        FundingInput coin = coin(OWN.scriptPubKey());
        send(spenderOf(coin));

        assertRefused(coin, FundingFlaw.Spent.class);
    }

    /** The coin was there when both looked first; a block has spent it when the consumer looks again, before it signs its own. */
    @Test
    void an_input_that_is_spent_between_the_looks_is_refused_as_spent() {
        FundingInput coin = street.producer().purse().coin();
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER && letter.message() instanceof OpeningSigned);
        street.ask();
        send(street.producer().purse().spendElsewhere());
        street.mine(1);
        street.post().release();
        street.deliver();

        assertThat(street.consumer().state()).isInstanceOf(Aborted.class);
        assertThat(street.consumer().notices(Notice.Refused.class))
                .extracting(notice -> notice.refusal().reason())
                .contains(new OpeningFlaw.BadFunding(new FundingFlaw.Spent(coin.outpoint())));
        assertThat(street.post().sent(FundingSigned.class, Party.CONSUMER)).isEmpty();
    }

    @Test
    void sighash_single_leaves_the_outputs_open_and_is_refused() {
        street.post()
                .holdBack(letter -> letter.to() == Party.CONSUMER
                        && (letter.message() instanceof FundingSigned || letter.message() instanceof OpeningSigned));
        street.ask();
        FundingSigned genuine =
                street.post().sent(FundingSigned.class, Party.PRODUCER).get(0);
        List<Bytes> witness = genuine.witnesses().get(0);
        Bytes signature = witness.get(0);
        Bytes single = signature.slice(0, signature.size() - 1).concat(Bytes.of((byte) 3));

        street.consumer()
                .handle(new MessageReceived(
                        Party.PRODUCER,
                        new FundingSigned(genuine.fundingTxid(), List.of(List.of(single, witness.get(1))))));
        street.mine(1);

        assertThat(street.consumer().state()).isInstanceOf(SignedZero.class);
        assertThat(street.consumer().notices(Notice.Refused.class))
                .extracting(notice -> notice.refusal().reason())
                .hasOnlyElementsOfType(OpeningFlaw.BadFunding.class);
        assertThat(street.consumer().published()).isEmpty();
        assertThat(street.post().sent(FundingSigned.class, Party.CONSUMER)).isEmpty();
        assertThat(street.view().output(street.consumer().purse().coin().outpoint()))
                .isPresent();
    }
}
