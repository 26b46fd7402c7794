package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.WalletEvent.InputsSigned;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.FundingTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Windows;
import org.junit.jupiter.api.Test;

class FundedByUtilityTest {

    private static final Coin OWN = Coin.valueOf(20_000);

    private final Households households = new Households(1);
    private final UtilityProfile profile = new UtilityProfile(
            new UtilitySigner(
                    PrivateKey.of(Households.filled(22)).publicKey(),
                    FeeRate.RELAY,
                    Households.filled(9),
                    new InMemoryMarks()),
            PreimageKey.derive(Households.filled(9)),
            PrivateKey.of(Households.filled(22)),
            Households.payout(UTILITY),
            ChainId.REGTEST,
            FeeRate.RELAY);
    private final OpeningPlan plan = new OpeningPlan(
            Households.filled(51),
            Households.registration(CONSUMER),
            Households.registration(PRODUCER),
            SlotSchedule.of(new BlockHeight(200), new BlockCount(6), new BlockHeight(400), Windows.DEFAULT),
            Conditions.DEFAULT,
            Optional.of(brought(UTILITY, OWN)));
    private final UtilityCodec codec = new UtilityCodec(profile, plan);
    private UtilityState state = UtilityState.of(profile, plan);

    @Test
    void the_terms_say_what_the_utility_brings() {
        TermsOffered offer = offered();

        assertThat(offer.terms().content().contributions().utility()).isEqualTo(OWN);
        assertThat(offer.contribution()).isEqualTo(plan.contribution());
    }

    @Test
    void the_utility_signs_what_both_report_and_says_so_again_to_who_comes_back() {
        OpeningReported opening = opening(offered().terms());
        assertThat(step(Households.says(CONSUMER, opening))).isEmpty();

        FundingTx funding = signInputs(step(Households.says(PRODUCER, opening)));
        assertThat(funding.wallet().outpoint()).isEqualTo(opening.wallet());
        List<ChannelAction> signed = step(new InputsSigned(funding.txid(), List.of(List.of())));
        UtilityFunded said = new UtilityFunded(funding.txid(), List.of(List.of()));
        assertThat(signed).containsExactlyInAnyOrder(new Send(CONSUMER, said), new Send(PRODUCER, said));
        assertThat(step(new InputsSigned(Sha256Hash.ZERO_HASH, List.of(List.of()))))
                .isEmpty();

        assertThat(signInputs(step(new Connected(CONSUMER))).txid()).isEqualTo(funding.txid());
        assertThat(signInputs(state.resume().actions()).txid()).isEqualTo(funding.txid());
    }

    @Test
    void contributions_that_do_not_make_the_wallet_are_not_signed() {
        OpeningReported opening = opening(offered().terms());
        List<FundingContribution> right = opening.contributions();

        assertRefused(opening, List.of());
        assertRefused(opening, right.subList(1, 3));
        assertRefused(opening, reversed(right));
        assertRefused(opening, with(right, 2, brought(UTILITY, Coin.valueOf(19_999))));
        assertRefused(opening, with(right, 0, brought(CONSUMER, Coin.valueOf(199_999))));
        assertRefused(
                new OpeningReported(
                        opening.termsHash(),
                        opening.consumer(),
                        opening.producer(),
                        opening.consumerPoint(),
                        opening.producerPoint(),
                        Households.WALLET),
                right);
    }

    private void assertRefused(OpeningReported opening, List<FundingContribution> contributions) {
        UtilityState before = state;
        OpeningReported wrong = new OpeningReported(
                opening.termsHash(),
                opening.consumer(),
                opening.producer(),
                opening.consumerPoint(),
                opening.producerPoint(),
                opening.wallet(),
                contributions);
        assertThat(step(Households.says(CONSUMER, wrong))).isEmpty();
        List<ChannelAction> answer = step(Households.says(PRODUCER, wrong));

        assertThat(UtilityBench.refusals(answer)).hasOnlyElementsOfType(ReportFlaw.BadOpening.class);
        assertThat(answer).noneMatch(action -> action instanceof SignInputs);
        state = before;
    }

    private static <T> List<T> with(List<T> list, int place, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(place, element);
        return changed;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static FundingTx signInputs(List<ChannelAction> actions) {
        return actions.stream()
                .filter(SignInputs.class::isInstance)
                .map(action -> ((SignInputs) action).funding())
                .findFirst()
                .orElseThrow();
    }

    private TermsOffered offered() {
        assertThat(step(Households.says(CONSUMER, households.request(CONSUMER))))
                .isEmpty();
        return step(Households.says(PRODUCER, households.request(PRODUCER))).stream()
                .map(action -> (TermsOffered) ((Send) action).message())
                .findFirst()
                .orElseThrow();
    }

    private OpeningReported opening(Signed<Terms> terms) {
        OpeningReported bare = households.opening(terms);
        ChannelKeyRing keys = new ChannelKeyRing(
                bare.consumer(), bare.producer(), terms.content().identity().utilityKeys());
        List<FundingContribution> contributions = List.of(
                brought(CONSUMER, terms.content().contributions().consumer()),
                brought(PRODUCER, terms.content().contributions().producer()),
                brought(UTILITY, OWN));
        FundingTx funding = FundingTx.build(
                UtilityContext.of(profile, terms, keys, bare.wallet()).wallet().scripts(), contributions);
        return new OpeningReported(
                bare.termsHash(),
                bare.consumer(),
                bare.producer(),
                bare.consumerPoint(),
                bare.producerPoint(),
                funding.wallet().outpoint(),
                contributions);
    }

    private List<ChannelAction> step(ChannelEvent event) {
        UtilityTransition transition = state.step(event);
        state = transition.next();
        assertThat(codec.decode(codec.encode(state)).orElseThrow()).isEqualTo(state);
        return transition.actions();
    }

    /** Out of one coin, a little larger. */
    private static FundingContribution brought(Party party, Coin amount) {
        TxInput somewhere = TxInput.unsigned(new Outpoint(Sha256Hash.of(new byte[] {(byte) party.letter()}), 0), 0);
        TxOutput coin = new TxOutput(amount.add(Coin.valueOf(1_000)), Households.payout(party));
        Transaction previous = new Transaction(2, List.of(somewhere), List.of(coin), 0);
        return new FundingContribution(party, amount, List.of(FundingInput.of(previous, 0)), Optional.empty());
    }
}
