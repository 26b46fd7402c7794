package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Neighbourhood street = new Neighbourhood();

    private void ask() {
        street.consumer().open(Neighbourhood.CONSUMER_SHARE);
        street.producer().open(Neighbourhood.PRODUCER_SHARE);
    }

    /** Holds back what {@code kind} says to the consumer, and returns it. */
    private <M> M heldFor(Party to, Class<M> kind) {
        street.post().holdBack(letter -> letter.to() == to && kind.isInstance(letter.message()));
        ask();
        street.deliver();
        return kind.cast(street.post().held().get(0).message());
    }

    @Test
    void terms_that_somebody_else_signed_are_refused() {
        TermsOffered offered = heldFor(Party.CONSUMER, TermsOffered.class);
        Signed<Terms> forged = Signed.sign(
                offered.terms().content(), street.producer().profile().nodeKey());

        assertThatStep(street.consumer().wouldReceive(Party.UTILITY, new TermsOffered(forged, offered.contribution())))
                .refuses(Refusal.Warned.class, OpeningFlaw.TermsNotSigned.class);
    }

    @Test
    void terms_that_pay_this_household_elsewhere_are_refused() {
        TermsOffered offered = heldFor(Party.CONSUMER, TermsOffered.class);
        Terms old = offered.terms().content();
        Household asked = old.identity().consumer();
        Identity elsewhere = new Identity(
                old.identity().nonce(),
                old.identity().chain(),
                new Household(asked.nodeKey(), asked.meterKey(), asked.keyId(), Examples.script("somebody's purse")),
                old.identity().producer(),
                old.identity().utilityNodeKey(),
                old.identity().utilityKeys(),
                old.identity().utilityPayoutScript());
        Terms others = new Terms(
                elsewhere,
                old.contributions(),
                old.windows(),
                old.depths(),
                old.schedule(),
                old.limits(),
                old.clauses());

        assertThatStep(street.consumer()
                        .wouldReceive(
                                Party.UTILITY,
                                new TermsOffered(Signed.sign(others, ScriptedUtility.NODE), offered.contribution())))
                .leadsTo(AwaitingTerms.class)
                .refuses(Refusal.Warned.class, OpeningFlaw.OtherTerms.class);
    }

    @Test
    void keys_that_another_party_has_are_refused_before_a_signature() {
        OpenChannel theirs = heldFor(Party.CONSUMER, OpenChannel.class);
        var keys = theirs.keys();
        var own = ((Negotiating) street.consumer().state()).opening().keys().keys();
        var stolen = new PartyKeys(
                keys.party(),
                keys.walletFirst(),
                keys.walletSecond(),
                keys.arbitration(),
                own.balance(),
                keys.justice(),
                keys.unit());

        assertThatStep(street.consumer()
                        .wouldReceive(
                                Party.PRODUCER,
                                new OpenChannel(
                                        theirs.termsHash(),
                                        stolen,
                                        theirs.firstPoint(),
                                        theirs.secondPoint(),
                                        theirs.contribution())))
                .leadsTo(Aborted.class)
                .refuses(Refusal.ChannelFailed.class, OpeningFlaw.RepeatedKey.class);
    }

    /** Scenario 14: no honest party signs for inputs that are not what they seem. */
    @Test
    void inputs_that_are_unconfirmed_spent_immature_or_wrongly_valued_are_refused_before_a_signature() {
        OpenChannel theirs = heldFor(Party.CONSUMER, OpenChannel.class);

        refuseFunding(theirs, theirs.contribution(), new CoinFact(BlockCount.ZERO, true));
        refuseFunding(theirs, theirs.contribution(), new CoinFact(new BlockCount(1), false));
        refuseFunding(theirs, theirs.contribution(), CoinFact.UNKNOWN);
        FundingInput coin = theirs.contribution().inputs().get(0);
        refuseFunding(
                theirs,
                withInput(theirs, new FundingInput(coin.outpoint(), coin.value().add(Coin.SATOSHI), coin.previous())),
                new CoinFact(new BlockCount(1), true));
        refuseFunding(theirs, withInput(theirs, p2sh(coin)), new CoinFact(new BlockCount(1), true));
    }

    /** A coin like this one behind a script hash: P2SH-wrapped, so that its witness changes the transaction's id. */
    private static FundingInput p2sh(FundingInput coin) {
        List<TxOutput> outputs = new ArrayList<>(coin.previous().outputs());
        Bytes wrapped = Bytes.ofHex("a914" + "11".repeat(20) + "87");
        outputs.set(coin.outpoint().index(), new TxOutput(coin.value(), wrapped));
        Transaction previous = coin.previous();
        return FundingInput.of(
                new Transaction(previous.version(), previous.inputs(), outputs, previous.lockTime()),
                coin.outpoint().index());
    }

    private static FundingContribution withInput(OpenChannel theirs, FundingInput input) {
        FundingContribution contribution = theirs.contribution();
        return new FundingContribution(
                contribution.party(), contribution.amount(), List.of(input), contribution.change());
    }

    private void refuseFunding(OpenChannel theirs, FundingContribution contribution, CoinFact fact) {
        OpenChannel changed = new OpenChannel(
                theirs.termsHash(), theirs.keys(), theirs.firstPoint(), theirs.secondPoint(), contribution);
        ChannelState asked =
                street.consumer().wouldReceive(Party.PRODUCER, changed).next();
        FundingInput own = street.consumer().purse().coin();
        FundingInput other = contribution.inputs().get(0);
        var facts = Map.of(own.outpoint(), new CoinFact(new BlockCount(6), true), other.outpoint(), fact);

        assertThatStep(asked.step(new ChainNews.CoinsFound(facts)))
                .leadsTo(Aborted.class)
                .refuses(Refusal.ChannelFailed.class, OpeningFlaw.BadFunding.class)
                .sendsNo(Party.PRODUCER, OpeningSigned.class);
    }

    /** Scenario 14: SIGHASH_SINGLE leaves the outputs open. */
    @Test
    void a_witness_that_does_not_sign_everything_is_refused() {
        FundingSigned theirs = heldFor(Party.CONSUMER, FundingSigned.class);
        Bytes signature = theirs.witnesses().get(0).get(0);
        Bytes single = signature.slice(0, signature.size() - 1).concat(Bytes.of((byte) 3));
        List<List<Bytes>> changed =
                List.of(List.of(single, theirs.witnesses().get(0).get(1)));

        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new FundingSigned(theirs.fundingTxid(), changed)))
                .refuses(Refusal.Warned.class, OpeningFlaw.BadFunding.class)
                .publishesNothing();
    }

    @Test
    void nobody_signs_an_input_before_holding_the_others_signature_on_version_0() {
        OpeningSigned theirs = heldFor(Party.CONSUMER, OpeningSigned.class);
        HouseholdRig consumer = street.consumer();

        assertThat(consumer.state()).isInstanceOf(SignedZero.class);
        assertThat(street.post().delivered(FundingSigned.class, Party.PRODUCER)).isEmpty();
        OpeningSigned forged = new OpeningSigned(
                theirs.fundingTxid(), Secp256k1.active().sign(Sha256Hash.ZERO_HASH, Examples.key("forger")));
        assertThatStep(consumer.wouldReceive(Party.PRODUCER, forged))
                .leadsTo(Aborted.class)
                .refuses(Refusal.ChannelFailed.class, OpeningFlaw.BadSignature.class);
    }

    @Test
    void the_channel_is_pending_until_the_funding_is_deep_enough_and_again_after_a_reorg() {
        ask();
        street.deliver();
        assertThat(street.consumer().state()).isInstanceOf(Pending.class);
        street.mine(1);
        assertThat(street.consumer().state()).isInstanceOf(Active.class);

        street.regtest().reorg(new BlockCount(1), List.of());
        street.follow();
        assertThat(street.consumer().state()).isInstanceOf(Pending.class);
        street.mine(1);

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.producer().state()).isInstanceOf(Active.class);
    }

    @Test
    void an_opening_survives_a_restart_of_each_household_at_every_letter() {
        ask();
        for (int i = 0; i < 60; i++) {
            street.post().deliverOne();
            street.consumer().restart();
            street.producer().restart();
            street.consumer().connect(Party.PRODUCER);
            street.producer().connect(Party.CONSUMER);
        }
        street.deliver();
        street.mine(1);
        street.deliver();

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.producer().state()).isInstanceOf(Active.class);
    }
}
