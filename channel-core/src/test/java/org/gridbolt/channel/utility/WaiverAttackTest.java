package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitsReplaced;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.ClosingLocal;
import org.gridbolt.channel.state.Waivable;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anybody could try with a waiver, and what comes of it. */
class WaiverAttackTest {

    /** 10 coins for a watt-hour. */
    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);

    private static final Sha256Hash OTHER = Sha256Hash.of(new byte[] {1});

    private final Town town = Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 0, new PerMille(250))));
    private final HouseholdRig consumer = town.consumer();
    private final HouseholdRig producer = town.producer();

    @BeforeEach
    void a_unit_of_which_nothing_came() {
        UnitNumber failed = town.issue(new Slot(0), PRICE, 250).get(0);
        town.offer(failed);
        town.measure(consumer.channel().context().ref(), new Slot(0), failed, 0);
    }

    private RulingFile ruling() {
        List<RulingIssued> rulings = town.post().delivered(RulingIssued.class, Party.CONSUMER);
        return rulings.get(rulings.size() - 1).file();
    }

    private ChannelDeed deed() {
        return consumer.channel().context().deed();
    }

    private PenaltyTx penalty() {
        return RulingMaker.penalty(((OpenState) town.utility().state()).channel(), ruling());
    }

    private SigningOrder.RuledWallet order() {
        return new SigningOrder.RuledWallet(deed(), penalty(), ruling());
    }

    private Signed<PenaltyWaived> promise(Sha256Hash ruling, String signer) {
        return Signed.sign(new PenaltyWaived(consumer.channel().context().ref(), ruling), Examples.key(signer));
    }

    /** The consumer has waived, and the utility knows; no state has carried the ruling out. */
    private void waived() {
        town.post().holdBack(letter -> letter.message() instanceof UnitsReplaced);
        town.mine(6);
        assertThat(town.utility().state()).isInstanceOf(Waived.class);
    }

    @Test
    void without_a_waiver_nothing_is_replaced_and_the_producer_saves_its_version() {
        town.post().holdBack(letter -> letter.message() instanceof RulingIssued);
        town.mine(6);

        assertThat(producer.wouldReceive(Party.CONSUMER, new UnitsReplaced(OTHER))
                        .next())
                .isInstanceOf(ClosingLocal.class);
    }

    @Test
    void a_producer_that_waits_hears_of_no_waiver_but_the_consumers_of_this_ruling() {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        town.mine(6);
        assertThat(producer.state()).isInstanceOf(Waivable.class);
        Sha256Hash ruling = ruling().ruling().hash();

        for (Signed<PenaltyWaived> wrong : List.of(
                promise(OTHER, "CONSUMER node"), promise(ruling, "PRODUCER node"), promise(ruling, "anybody"))) {
            for (Party from : List.of(Party.CONSUMER, Party.UTILITY)) {
                assertThat(producer.wouldReceive(from, new WaiverGiven(wrong)).next())
                        .isEqualTo(producer.state());
            }
            assertThat(utilityAfter(new WaiverGiven(wrong))).isInstanceOf(Judged.class);
        }
        assertThat(producer.wouldReceive(Party.UTILITY, new WaiverGiven(promise(ruling, "CONSUMER node")))
                        .next())
                .isNotEqualTo(producer.state());
    }

    private UtilityState utilityAfter(WaiverGiven message) {
        return town.utility()
                .state()
                .step(new MessageReceived(Party.CONSUMER, message))
                .next();
    }

    @Test
    void a_concession_of_another_ruling_waives_nothing() {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        town.mine(6);

        assertThat(consumer.wouldReceive(Party.PRODUCER, new RulingConceded(OTHER))
                        .next())
                .isEqualTo(consumer.state());
    }

    @Test
    void after_the_waiver_neither_signer_signs_the_penalty() throws IOException {
        waived();

        assertThat(consumer.signerNow().sign(order()).flaw()).get().isInstanceOf(SigningRefusal.Waived.class);
        assertThat(town.utility().signerNow().sign(order()).flaw()).get().isInstanceOf(SigningRefusal.Waived.class);

        town.post().release();
        town.mine(2);
        assertThat(consumer.state()).isInstanceOf(Active.class);
        assertThat(consumer.signerNow().sign(order()).flaw()).get().isInstanceOf(SigningRefusal.Waived.class);
        assertThat(town.utility().signerNow().sign(order()).flaw()).get().isInstanceOf(SigningRefusal.Waived.class);
    }

    @Test
    void a_consumer_that_signed_the_penalty_waives_nothing() throws IOException {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        town.mine(6);
        var signer = consumer.signerNow();
        assertThat(signer.sign(order()).flaw()).isEmpty();

        SigningOrder.Waiving waiving = new SigningOrder.Waiving(
                deed(), ruling(), promise(ruling().ruling().hash(), "CONSUMER node"));
        assertThat(signer.sign(waiving).flaw()).get().isInstanceOf(SigningRefusal.Terminal.class);
    }

    @Test
    void a_utility_that_signed_the_penalty_knows_of_no_waiver() throws IOException {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        town.mine(6);
        var signer = town.utility().signerNow();
        assertThat(signer.sign(order()).flaw()).isEmpty();

        SigningOrder.Waiving waiving = new SigningOrder.Waiving(
                deed(), ruling(), promise(ruling().ruling().hash(), "CONSUMER node"));
        assertThat(signer.sign(waiving).flaw()).get().isInstanceOf(SigningRefusal.Terminal.class);
    }

    @Test
    void a_penalty_that_the_consumer_signs_after_its_waiver_is_not_carried_out() {
        waived();
        PenaltyTx penalty = penalty();
        PenaltySigned late = new PenaltySigned(
                penalty.ruling(),
                penalty.txid(),
                penalty.sign(deed().wallet().scripts().walletKey(consumer.secrets(), Party.UTILITY)));

        town.utility().handle(new MessageReceived(Party.CONSUMER, late));

        assertThat(town.utility().state()).isInstanceOf(Waived.class);
        assertThat(town.utility().published(Purpose.PENALTY)).isEmpty();
        assertThat(town.utility().notices(Notice.Refused.class))
                .anyMatch(notice -> notice.refusal().reason() instanceof ReportFlaw.PenaltyIsWaived);
    }

    @Test
    void a_penalty_mined_after_its_waiver_convicts_the_consumer() {
        waived();
        PenaltyTx penalty = penalty();
        town.post().release();
        town.mine(2);
        assertThat(producer.state()).isInstanceOf(Active.class);
        var scripts = deed().wallet().scripts();
        Transaction signed = penalty.signed(
                penalty.sign(scripts.walletKey(consumer.secrets(), Party.UTILITY)),
                penalty.sign(scripts.walletKey(town.utility().secrets(), Party.CONSUMER)));
        assertThat(town.view()
                        .submit(List.of(signed, town.utility().purse().bump(signed)))
                        .isThere())
                .isTrue();
        town.mine(1);

        assertThat(producer.notices(Notice.Fraud.class)).singleElement().satisfies(notice -> {
            assertThat(notice.proof()).isInstanceOf(FraudProof.PenaltyAfterWaiver.class);
            assertThat(notice.proof().convicts(Examples.key("CONSUMER node").publicKey()))
                    .isTrue();
        });
        assertThat(town.utility().notices(Notice.NotSignedHere.class)).hasSize(1);
    }

    /** A node that was taken over asks its signer for the next state as it likes it. */
    @Test
    void a_signer_moves_coins_only_as_the_waived_ruling_says() throws IOException {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        town.mine(6);
        Allocation split = Allocation.of(199_500, 72_000, 8_500);
        refused(split);

        town.post().release();
        town.post().holdBack(letter -> letter.message() instanceof UnitsReplaced);
        town.mine(1);
        refused(Allocation.of(199_501, 71_999, 8_500));
        refused(Allocation.of(199_499, 72_000, 8_501));
        refused(Allocation.of(199_501, 72_000, 8_499));
        assertThat(consumer.signerNow().sign(next(consumer, split)).flaw()).isEmpty();
        assertThat(producer.signerNow().sign(next(producer, split)).flaw()).isEmpty();
    }

    private void refused(Allocation balances) throws IOException {
        for (HouseholdRig household : List.of(consumer, producer)) {
            assertThat(household.signerNow().sign(next(household, balances)).flaw())
                    .get()
                    .isInstanceOf(SigningRefusal.OutOfBounds.class);
        }
    }

    /** The peer's next version, with these balances and no unit. */
    private static SigningOrder.PeerVersion next(HouseholdRig household, Allocation balances) {
        var commitments = household.channel().commitments();
        CommitmentNumber number = commitments.peer().number().next();
        CommitmentTx version = CommitmentTx.build(
                household.channel().context().wallet(),
                new CommitmentVersion(
                        household.profile().role().peer(),
                        number,
                        commitments.peerPoints().next()),
                balances,
                List.of());
        return new SigningOrder.PeerVersion(
                household.channel().context().deed(),
                version,
                commitments.revoked().secretAt(number.previous().previous()));
    }

    @Test
    void a_waiver_that_is_said_again_changes_nothing() {
        town.mine(8);
        WaiverGiven waiver =
                town.post().delivered(WaiverGiven.class, Party.PRODUCER).get(0);
        UnitsReplaced update =
                town.post().delivered(UnitsReplaced.class, Party.PRODUCER).get(0);

        assertThat(producer.wouldReceive(Party.CONSUMER, waiver).next()).isEqualTo(producer.state());
        assertThat(producer.wouldReceive(Party.UTILITY, waiver).next()).isEqualTo(producer.state());
        assertThat(utilityAfter(waiver)).isInstanceOf(Trading.class);
        assertThat(town.utility().notices(Notice.Refused.class)).isEmpty();
        assertThat(producer.wouldReceive(Party.CONSUMER, update).next()).isInstanceOf(ClosingLocal.class);
    }

    @Test
    void who_waits_in_vain_for_the_next_state_publishes_its_version_and_the_split_stands() {
        waived();
        town.post().loseHeld();
        town.post().holdBack(letter -> letter.from() == Party.PRODUCER && letter.to() == Party.CONSUMER);
        int reaction = consumer.channel().context().terms().windows().reaction().value();
        town.mine(2 * reaction + 2);

        assertThat(town.utility().state()).isInstanceOf(Settling.class);
        Coin left = Coin.valueOf(72_000);
        assertThat(town.utility().published(Purpose.PENALTY))
                .anyMatch(spend -> spend.outputs().stream()
                        .anyMatch(output -> output.value().equals(left)
                                && output.script().equals(producer.profile().payoutScript())));
    }
}
