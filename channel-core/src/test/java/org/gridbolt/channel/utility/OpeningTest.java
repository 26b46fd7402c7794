package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelReady;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.pricing.Flaw;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final UtilityBench bench = new UtilityBench();
    private final ChannelRequested byConsumer = bench.households.request(CONSUMER);
    private final ChannelRequested byProducer = bench.households.request(PRODUCER);

    @CanIgnoreReturnValue
    private Signed<Terms> offered() {
        bench.step(Households.says(CONSUMER, byConsumer));
        bench.step(Households.says(PRODUCER, byProducer));
        return bench.sent(CONSUMER, TermsOffered.class).get(0).terms();
    }

    private Flaw refused(Party from, org.gridbolt.channel.message.HouseholdMessage message) {
        var flaws = UtilityBench.refusals(bench.step(Households.says(from, message)));
        assertThat(flaws).isNotEmpty();
        return flaws.get(0);
    }

    @Test
    void the_terms_echo_what_both_drew_and_brought() {
        Terms terms = offered().content();
        assertThat(terms.identity().consumer().keyId()).isEqualTo(byConsumer.keyId());
        assertThat(terms.identity().producer().keyId()).isEqualTo(byProducer.keyId());
        assertThat(terms.contributions()).isEqualTo(Households.CONTRIBUTIONS);
        assertThat(terms.identity().utilityKeys()).isEqualTo(bench.profile.keys(bench.plan.nonce()));
    }

    @Test
    void only_registered_households_are_offered_terms() {
        ChannelRequested stranger = new ChannelRequested(
                CONSUMER,
                Households.node(PRODUCER).publicKey(),
                byConsumer.meterKey(),
                byConsumer.keyId(),
                byConsumer.contribution(),
                byConsumer.payoutScript());
        assertThat(refused(CONSUMER, stranger)).isEqualTo(new ReportFlaw.NotRegistered(CONSUMER));
        assertThat(refused(CONSUMER, byProducer)).isEqualTo(new ReportFlaw.NotRegistered(PRODUCER));
        ChannelRequested odd = new ChannelRequested(
                CONSUMER,
                byConsumer.nodeKey(),
                byConsumer.meterKey(),
                byConsumer.keyId(),
                byConsumer.contribution(),
                Bytes.ofHex("76a914"));
        assertThat(refused(CONSUMER, odd)).isEqualTo(new ReportFlaw.BadPayout(CONSUMER));
    }

    @Test
    void contributions_too_small_for_any_terms_are_refused_and_may_be_made_again() {
        ChannelRequested tiny = new ChannelRequested(
                CONSUMER,
                byConsumer.nodeKey(),
                byConsumer.meterKey(),
                byConsumer.keyId(),
                Coin.ZERO,
                byConsumer.payoutScript());
        bench.step(Households.says(PRODUCER, poor(byProducer)));
        assertThat(refused(CONSUMER, tiny)).isInstanceOf(ReportFlaw.NoTerms.class);
        assertThat(bench.sent(PRODUCER, ProtocolFault.class)).hasSize(1);
        assertThat(offered().content().check()).isEmpty();
    }

    private static ChannelRequested poor(ChannelRequested request) {
        return new ChannelRequested(
                request.role(),
                request.nodeKey(),
                request.meterKey(),
                request.keyId(),
                Coin.ZERO,
                request.payoutScript());
    }

    @Test
    void nothing_is_watched_until_both_report_the_same_wallet() {
        OpeningReported opening = bench.households.opening(offered());
        assertThat(bench.step(Households.says(CONSUMER, opening))).isEmpty();
        OpeningReported other = new OpeningReported(
                opening.termsHash(),
                opening.consumer(),
                opening.producer(),
                opening.consumerPoint(),
                opening.producerPoint(),
                new Outpoint(Sha256Hash.of(new byte[] {1}), 0));

        assertThat(refused(PRODUCER, other)).isInstanceOf(ReportFlaw.BadOpening.class);
        assertThat(bench.state()).isInstanceOf(Offering.class);
        assertThat(bench.step(Households.says(PRODUCER, opening))).contains(new Watch(Households.WALLET));
        assertThat(bench.state()).isInstanceOf(Funding.class);
    }

    @Test
    void a_report_with_repeated_keys_or_of_other_terms_is_refused() {
        OpeningReported opening = bench.households.opening(offered());
        OpeningReported repeated = new OpeningReported(
                opening.termsHash(),
                opening.consumer(),
                new org.gridbolt.multisig.key.PartyKeys(
                        PRODUCER,
                        opening.producer().walletFirst(),
                        opening.producer().walletSecond(),
                        opening.producer().arbitration(),
                        opening.producer().balance(),
                        opening.consumer().justice().negate(),
                        opening.producer().unit()),
                opening.consumerPoint(),
                opening.producerPoint(),
                opening.wallet());
        assertThat(refused(CONSUMER, repeated)).isInstanceOf(ReportFlaw.BadOpening.class);
        OpeningReported swapped = new OpeningReported(
                opening.termsHash(),
                opening.producer(),
                opening.consumer(),
                opening.consumerPoint(),
                opening.producerPoint(),
                opening.wallet());
        assertThat(refused(CONSUMER, swapped)).isInstanceOf(ReportFlaw.BadOpening.class);
        OpeningReported elsewhere = new OpeningReported(
                Sha256Hash.ZERO_HASH,
                opening.consumer(),
                opening.producer(),
                opening.consumerPoint(),
                opening.producerPoint(),
                opening.wallet());
        assertThat(refused(CONSUMER, elsewhere)).isInstanceOf(ReportFlaw.BadOpening.class);
    }

    @Test
    void a_household_that_lost_the_terms_gets_them_again() {
        offered();
        assertThat(bench.step(Households.says(CONSUMER, byConsumer))).hasSize(1);
        assertThat(bench.step(new Connected(PRODUCER))).hasSize(1);
        assertThat(bench.restart()).hasSize(2);
        assertThat(bench.sent(CONSUMER, TermsOffered.class)).hasSize(3);
        assertThat(refused(CONSUMER, poor(byConsumer))).isInstanceOf(ReportFlaw.Unexpected.class);
    }

    @Test
    void the_channel_is_active_at_the_depth_of_the_terms() {
        UtilityBench deep = new UtilityBench(
                3,
                new Conditions(
                        Conditions.DEFAULT.windows(),
                        new org.gridbolt.penalty.contract.Depths(
                                new org.gridbolt.multisig.BlockCount(3),
                                Conditions.DEFAULT.depths().irrevocable(),
                                Conditions.DEFAULT.depths().towerDelay()),
                        Conditions.DEFAULT.limits(),
                        Conditions.DEFAULT.clauses()));
        deep.open();
        assertThat(deep.state()).isInstanceOf(Funding.class);
        deep.tick(111);
        assertThat(deep.state()).isInstanceOf(Funding.class);
        deep.tick(112);
        assertThat(deep.state()).isInstanceOf(Trading.class);
    }

    @Test
    void what_one_household_says_to_the_other_is_refused_here() {
        bench.open();
        ChannelReady misrouted =
                new ChannelReady(bench.households.version(CONSUMER).receipt().orElseThrow());
        assertThat(UtilityBench.refusals(bench.step(new MessageReceived(CONSUMER, misrouted))))
                .hasOnlyElementsOfType(ReportFlaw.Unexpected.class);
    }

    @Test
    void another_outpoint_confirms_nothing() {
        OpeningReported opening = bench.households.opening(offered());
        bench.step(Households.says(CONSUMER, opening));
        bench.step(Households.says(PRODUCER, opening));
        bench.step(new Confirmed(new Outpoint(Sha256Hash.of(new byte[] {1}), 0), new BlockHeight(1)));
        bench.tick(120);
        assertThat(bench.state()).isInstanceOf(Funding.class);
    }
}
