package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Windows;
import org.junit.jupiter.api.Test;

/** A peer and a utility that try to have more signed than they are due, or to lock coins by sound but greedy terms. */
class CraftedOpeningTest {

    private static final CoinFact THERE = new CoinFact(new BlockCount(6), true);

    private final Neighbourhood street = new Neighbourhood();

    private <M> M heldFor(Party to, Class<M> kind) {
        street.post().holdBack(letter -> letter.to() == to && kind.isInstance(letter.message()));
        street.consumer().open(Neighbourhood.CONSUMER_SHARE);
        street.producer().open(Neighbourhood.PRODUCER_SHARE);
        street.deliver();
        return kind.cast(street.post().held().get(0).message());
    }

    private static OpenChannel with(OpenChannel theirs, FundingInput input) {
        FundingContribution old = theirs.contribution();
        return new OpenChannel(
                theirs.termsHash(),
                theirs.keys(),
                theirs.firstPoint(),
                theirs.secondPoint(),
                new FundingContribution(old.party(), old.amount(), List.of(input), old.change()));
    }

    private Transition judged(OpenChannel message, Map<Outpoint, CoinFact> facts) {
        ChannelState asked =
                street.consumer().wouldReceive(Party.PRODUCER, message).next();
        return asked.step(new CoinsFound(facts));
    }

    @Test
    void a_peer_that_brings_a_coin_of_this_household_gets_no_signature() {
        OpenChannel theirs = heldFor(Party.CONSUMER, OpenChannel.class);
        FundingInput coin = theirs.contribution().inputs().get(0);
        TxOutput ours = new TxOutput(coin.value(), street.consumer().purse().script());
        Transaction paid = new Transaction(
                coin.previous().version(),
                coin.previous().inputs(),
                List.of(ours),
                coin.previous().lockTime());
        FundingInput stolen = FundingInput.of(paid, 0);

        Map<Outpoint, CoinFact> facts = new HashMap<>();
        facts.put(stolen.outpoint(), THERE);
        facts.put(street.consumer().purse().coin().outpoint(), THERE);

        assertThatStep(judged(with(theirs, stolen), facts))
                .leadsTo(Aborted.class)
                .refuses(Refusal.ChannelFailed.class, OpeningFlaw.OwnCoin.class)
                .sendsNo(Party.PRODUCER, OpeningSigned.class);
    }

    /** What a flaw quotes may be longer than what a store takes. */
    @Test
    void a_coin_with_an_endless_script_ends_the_opening_and_not_the_process() {
        OpenChannel theirs = heldFor(Party.CONSUMER, OpenChannel.class);
        FundingInput coin = theirs.contribution().inputs().get(0);
        TxOutput endless = new TxOutput(coin.value(), Bytes.of(new byte[9_000]));
        Transaction paid = new Transaction(
                coin.previous().version(),
                coin.previous().inputs(),
                List.of(endless),
                coin.previous().lockTime());

        Transition step = judged(with(theirs, FundingInput.of(paid, 0)), Map.of());

        assertThat(((Aborted) step.next()).why()).hasSizeLessThan(1000);
    }

    @Test
    void coins_are_looked_up_again_right_before_the_inputs_are_signed() {
        OpeningSigned theirs = heldFor(Party.CONSUMER, OpeningSigned.class);

        Transition signed = street.consumer().wouldReceive(Party.PRODUCER, theirs);
        assertThat(signed.actions()).noneMatch(SignInputs.class::isInstance);
        SignedZero waiting = (SignedZero) signed.next();

        Transition gone = waiting.step(new CoinsFound(Map.of()));
        assertThatStep(gone)
                .leadsTo(Aborted.class)
                .refuses(Refusal.ChannelFailed.class, OpeningFlaw.BadFunding.class)
                .sendsNo(Party.PRODUCER, FundingSigned.class);

        Map<Outpoint, CoinFact> facts = new HashMap<>();
        waiting.plan().funding().inputs().forEach(input -> facts.put(input.outpoint(), THERE));
        assertThat(waiting.step(new CoinsFound(facts)).actions())
                .filteredOn(SignInputs.class::isInstance)
                .singleElement()
                .extracting(action -> ((SignInputs) action).own().party())
                .isEqualTo(Party.CONSUMER);
    }

    @Test
    void witnesses_are_required_for_each_input_of_the_sender() {
        FundingSigned theirs = heldFor(Party.CONSUMER, FundingSigned.class);

        for (List<List<Bytes>> bad : List.of(
                List.<List<Bytes>>of(),
                List.of(List.<Bytes>of()),
                List.of(theirs.witnesses().get(0), theirs.witnesses().get(0)))) {
            assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new FundingSigned(theirs.fundingTxid(), bad)))
                    .changesNothing(street.consumer().state())
                    .publishesNothing();
        }
    }

    @Test
    void witnesses_of_a_utility_that_brings_nothing_are_refused() {
        FundingSigned theirs = heldFor(Party.CONSUMER, FundingSigned.class);
        List<List<Bytes>> witnesses = theirs.witnesses();

        assertThatStep(street.consumer()
                        .wouldReceive(Party.UTILITY, new UtilityFunded(theirs.fundingTxid(), witnesses)))
                .changesNothing(street.consumer().state())
                .refuses(Refusal.Warned.class, StateFlaw.Unexpected.class);
    }

    private Transition offered(Acceptable acceptable, Limits limits, Clauses clauses, Windows windows) {
        TermsOffered sound = heldFor(Party.CONSUMER, TermsOffered.class);
        Terms old = sound.terms().content();
        Terms greedy =
                new Terms(old.identity(), old.contributions(), windows, old.depths(), old.schedule(), limits, clauses);
        assertThat(greedy.check()).isEmpty();
        AwaitingTerms waiting = (AwaitingTerms) street.consumer().state();
        HouseholdProfile profile = waiting.profile();
        HouseholdProfile wary = new HouseholdProfile(
                profile.role(),
                profile.keys(),
                profile.nodeKey(),
                profile.meterKey(),
                profile.payoutScript(),
                profile.utility(),
                profile.chain(),
                acceptable);
        return new AwaitingTerms(wary, waiting.usedKeyIds(), waiting.keyId(), waiting.contribution(), Optional.empty())
                .onTermsOffered(new TermsOffered(Signed.sign(greedy, ScriptedUtility.NODE), Optional.empty()));
    }

    private static final Coin WALLET = Neighbourhood.CONSUMER_SHARE.add(Neighbourhood.PRODUCER_SHARE);

    private static Limits limits(Coin pending, Coin utility) {
        Coin reserve = WALLET.div(100);
        return new Limits(reserve, reserve, Neighbourhood.PRODUCER_SHARE, 32, pending, 8, utility, Limits.DUST_LIMIT);
    }

    @Test
    void terms_that_leave_the_whole_wallet_pending_are_not_acceptable() {
        assertThatStep(offered(Acceptable.DEFAULT, limits(WALLET, Coin.ZERO), Clauses.DEFAULT, Windows.DEFAULT))
                .leadsTo(AwaitingTerms.class)
                .refuses(Refusal.Warned.class, OpeningFlaw.NotAcceptable.class);
    }

    @Test
    void terms_that_may_give_the_utility_the_wallet_are_not_acceptable() {
        assertThatStep(offered(Acceptable.DEFAULT, limits(WALLET.div(4), WALLET), Clauses.DEFAULT, Windows.DEFAULT))
                .leadsTo(AwaitingTerms.class)
                .refuses(Refusal.Warned.class, OpeningFlaw.NotAcceptable.class);
    }

    @Test
    void a_channel_with_a_stranger_is_not_acceptable_to_a_household_that_wants_another() {
        Acceptable picky = Acceptable.DEFAULT.with(Examples.key("a friend").publicKey());

        assertThatStep(offered(picky, limits(WALLET.div(4), WALLET.div(10)), Clauses.DEFAULT, Windows.DEFAULT))
                .leadsTo(AwaitingTerms.class)
                .refuses(Refusal.Warned.class, OpeningFlaw.NotAcceptable.class);
    }

    private static Clauses plain() {
        Clauses usual = Clauses.DEFAULT;
        return new Clauses(
                usual.policy(), usual.deliveryTolerance(), usual.gridFee(), usual.fundingFee(), WalletTemplate.PLAIN);
    }

    @Test
    void a_plain_wallet_is_not_acceptable_to_a_household_that_did_not_ask_for_it() {
        assertThatStep(offered(Acceptable.DEFAULT, limits(WALLET.div(4), WALLET.div(10)), plain(), Windows.DEFAULT))
                .leadsTo(AwaitingTerms.class)
                .refuses(Refusal.Warned.class, OpeningFlaw.NotAcceptable.class);
    }

    @Test
    void a_plain_wallet_is_acceptable_to_a_household_that_asked_for_it() {
        Acceptable asked = Acceptable.DEFAULT.with(WalletTemplate.PLAIN);

        assertThatStep(offered(asked, limits(WALLET.div(4), WALLET.div(10)), plain(), Windows.DEFAULT))
                .leadsTo(Negotiating.class);
        assertThatStep(offered(asked, limits(WALLET.div(4), WALLET.div(10)), Clauses.DEFAULT, Windows.DEFAULT))
                .leadsTo(Negotiating.class);
    }

    @Test
    void ordinary_terms_are_acceptable() {
        assertThatStep(offered(
                        Acceptable.DEFAULT, limits(WALLET.div(4), WALLET.div(10)), Clauses.DEFAULT, Windows.DEFAULT))
                .leadsTo(Negotiating.class);
    }
}
