package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * GRADED with s = 1/4, by the three machines: of a unit of 30000 coins a quarter is lacking. B ends with 82500 of its 80000 and the
 * unit, and the utility with 47500 of its 20000.
 */
@OnBitcoind
class Scenario21Test {

    private static final Coin UTILITY_SHARE = Coin.valueOf(20_000);
    private static final Coin UNIT = Coin.valueOf(30_000);
    private static final WattHours PROMISED = new WattHours(3_000);
    private static final WattHours INJECTED = new WattHours(2_250);

    private StreetOnBitcoind<UtilityRig> street;
    private Ticket failed;
    private Ticket other;

    @BeforeEach
    void a_unit_of_which_a_quarter_is_lacking(Bitcoind bitcoind) {
        Clauses usual = Clauses.DEFAULT;
        Clauses graded = new Clauses(
                Graded.IN_PROPORTION, usual.deliveryTolerance(), usual.gridFee(), usual.fundingFee(), usual.template());
        street = StreetOnBitcoind.withUtility(
                        bitcoind,
                        new Conditions(Windows.DEFAULT, Depths.DEFAULT, Optional.empty(), graded),
                        UTILITY_SHARE)
                .open();
        street.moveToOffersOf(new Slot(0));
        List<Ticket> issued = street.utility().issue(new Slot(0), 2, (int) PROMISED.value());
        failed = issued.get(0);
        other = issued.get(1);
        street.deliver();
        street.offer(failed.unit());
        assertThat(failed.amount()).isEqualTo(UNIT);
    }

    /** A producer that does not concede has the penalty: this is about what it pays. */
    private static boolean isConcession(ChannelMessage message) {
        return message instanceof RulingConceded;
    }

    private void fail() {
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.producer().channel().context().ref(), failed.unit(), INJECTED);
    }

    @Test
    void the_penalty_on_the_wallet_pays_it() {
        street.post().holdBack(letter -> isConcession(letter.message()));
        fail();
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        street.mine(Windows.DEFAULT.reaction().value() + 2);

        Transaction penalty = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(street.isConfirmed(penalty)).isTrue();
        assertThat(penalty.outputs())
                .contains(
                        paying(170_000, street.consumer().profile().payoutScript()),
                        paying(82_500, street.producer().profile().payoutScript()),
                        paying(47_500, street.utility().profile().payoutScript()));
    }

    /** y = -2500: nobody touches B's balance of 80000, and the utility's claim of the unit pays B what is missing. */
    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void after_a_version_confirmed_the_claim_of_the_unit_pays_it(Party owner) {
        street.post().holdBack(letter -> letter.message() instanceof PenaltySigned || isConcession(letter.message()));
        fail();
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        HouseholdRig publisher = owner == Party.CONSUMER ? street.consumer() : street.producer();
        Transaction newest = publisher.cheat(publisher.channel());
        street.mine(2);
        assertThat(street.isConfirmed(newest)).isTrue();
        assertThat(street.post().delivered(ForfeitSigned.class, Party.UTILITY)).isEmpty();

        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        street.mine(2 * window + 2);

        List<Transaction> ruled = street.utility().published(Purpose.PENALTY);
        assertThat(ruled).hasSize(1).allMatch(street::isConfirmed);
        assertThat(ruled.get(0).outputs())
                .contains(
                        paying(2_500, street.producer().profile().payoutScript()),
                        paying(27_500, street.utility().profile().payoutScript()));
        // With the 20000 that its balance of the version pays it at once: 47500.
        assertThat(newest.outputs()).extracting(TxOutput::value).contains(UTILITY_SHARE);
        assertThat(own(street.producer()))
                .anyMatch(claim -> street.isConfirmed(claim)
                        && claim.inputs().get(0).outpoint().txid().equals(newest.txid()));
    }

    /**
     * The owner keeps its revocation and its report to itself, so that the utility was never told the version's point; and nothing
     * is taken from the balance, so that the consumer has nothing to sign. The other household tells.
     */
    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_version_on_the_way_to_the_next_state_whose_owner_told_nobody_pays_it_too(Party owner) {
        street.post()
                .holdBack(letter -> letter.message() instanceof PenaltySigned
                        || isConcession(letter.message())
                        || (letter.from() == owner && isOfTheOwner(letter.message())));
        street.offer(other.unit());
        fail();
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        HouseholdRig publisher = owner == Party.CONSUMER ? street.consumer() : street.producer();
        Transaction half = publisher.cheat(publisher.channel());
        assertThat(publisher.channel().commitments().own().ledger().tickets()).containsExactly(failed, other);
        street.mine(2);
        assertThat(street.isConfirmed(half)).isTrue();

        int window =
                street.consumer().channel().context().terms().windows().csv().value();
        street.mine(2 * window + 2);

        List<Transaction> ruled = street.utility().published(Purpose.PENALTY);
        assertThat(ruled).hasSize(1).allMatch(street::isConfirmed);
        assertThat(ruled.get(0).inputs().get(0).outpoint().txid()).isEqualTo(half.txid());
        assertThat(ruled.get(0).outputs())
                .contains(
                        paying(2_500, street.producer().profile().payoutScript()),
                        paying(27_500, street.utility().profile().payoutScript()));
    }

    private static boolean isOfTheOwner(ChannelMessage message) {
        return message instanceof RevokeAndAck || message instanceof StateReported || message instanceof PointReported;
    }

    private static List<Transaction> own(HouseholdRig household) {
        return household.published().stream()
                .filter(action -> action.purpose() == Purpose.CLAIM)
                .map(Publish::transaction)
                .toList();
    }

    private static TxOutput paying(long coins, Bytes script) {
        return new TxOutput(Coin.valueOf(coins), script);
    }
}
