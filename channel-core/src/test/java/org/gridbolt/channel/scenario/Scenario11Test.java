package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.FundingLost;
import org.gridbolt.channel.state.Pending;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reorganisations of funding, commitment, penalty and claim, with the other version or a revoked one mined instead. */
@OnBitcoind
class Scenario11Test {

    private static final int IRREVOCABLE = 100;

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
    }

    private List<HouseholdRig> households() {
        return List.of(street.consumer(), street.producer());
    }

    private static SpendKind kind(HouseholdRig household) {
        return ((Resolving) household.state()).spender().kind();
    }

    @Test
    void a_funding_that_comes_back_lets_the_channel_go_on() {
        Transaction funding = street.consumer().published(Purpose.FUNDING).get(0);
        street.reorg(1);
        households().forEach(household -> assertThat(household.state()).isInstanceOf(Pending.class));

        street.mine(1);

        assertThat(street.isConfirmed(funding)).isTrue();
        households().forEach(household -> assertThat(household.state()).isInstanceOf(Active.class));
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        assertThat(street.consumer().notices(Notice.Accepted.class)).hasSize(1);
        StreetOnBitcoind.measure(street, ticket, 250);
        street.mine(2);
        assertThat(street.consumer().notices(Notice.UnitEnded.class)).hasSize(1);
    }

    /** The consumer spends its coin elsewhere in the block that takes the funding's place: all get back what they brought. */
    @Test
    void a_funding_whose_coin_was_spent_elsewhere_is_given_up_once_that_is_buried() {
        Outpoint producersCoin = street.producer().purse().coin().outpoint();
        street.reorg(1, street.consumer().purse().spendElsewhere());
        street.mine(IRREVOCABLE - 3);
        households().forEach(household -> assertThat(household.state()).isInstanceOf(Pending.class));

        street.mine(1);

        households().forEach(household -> assertThat(household.state()).isInstanceOf(FundingLost.class));
        assertThat(street.view().output(producersCoin)).isPresent();
    }

    @Test
    void a_spend_elsewhere_that_is_undone_leaves_the_channel_alive() {
        Transaction funding = street.consumer().published(Purpose.FUNDING).get(0);
        street.reorg(1, street.consumer().purse().spendElsewhere());
        street.reorg(2, funding);
        street.mine(IRREVOCABLE);

        households().forEach(household -> assertThat(household.state()).isInstanceOf(Active.class));
    }

    @Test
    void the_other_version_mined_instead_is_resolved_in_its_place() {
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        Transaction producers = street.producer().signed(street.producer().channel());
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        assertThat(kind(street.consumer())).isEqualTo(SpendKind.OWN_VERSION);

        street.reorg(1, producers);

        assertThat(kind(street.consumer())).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(kind(street.producer())).isEqualTo(SpendKind.OWN_VERSION);
        StreetOnBitcoind.measure(street, ticket, 250);
        street.mine(50);
        assertThat(street.settlement().open()).isEqualTo(Coin.ZERO);
        // At once to the consumer; the rest, less what the claims pay, is the producer's.
        Coin consumers = Neighbourhood.CONSUMER_SHARE.subtract(ticket.amount());
        assertThat(street.settlement().paid().consumer()).isBetween(consumers.subtract(Coin.valueOf(300)), consumers);
        assertThat(street.settlement().paid().producer())
                .isGreaterThan(Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(1_500)));
    }

    @Test
    void a_revoked_version_mined_instead_is_punished() {
        Channel old = street.producer().channel();
        StreetOnBitcoind.offerOne(street, 250);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);

        street.reorg(1, street.producer().signed(old));

        assertThat(kind(street.consumer())).isEqualTo(SpendKind.REVOKED_VERSION);
        street.mine(2);
        assertThat(street.consumer().published(Purpose.JUSTICE)).anyMatch(street::isConfirmed);
        assertThat(street.settlement().paid().producer()).isEqualTo(Coin.ZERO);
    }

    /** A default, ruled and carried out on the wallet. */
    private Transaction penalty() {
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        StreetOnBitcoind.measure(street, ticket, 0);
        street.moveTo(ticket.deadlines().deliverBy().value() + 5);
        assertThat(street.post().sent(PenaltySigned.class, Party.CONSUMER)).isNotEmpty();
        Transaction penalty = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(street.isConfirmed(penalty)).isTrue();
        return penalty;
    }

    /** The penalty's block is undone and the producer's newest version is in its place: its bond is taken there. */
    @Test
    void a_version_mined_instead_of_the_penalty_does_not_save_the_bond() {
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        CommitmentTx newest = street.producer().channel().ownVersion();
        Transaction saving = street.producer().signed(street.producer().channel());
        StreetOnBitcoind.measure(street, ticket, 0);
        street.moveTo(ticket.deadlines().deliverBy().value() + 5);
        Transaction penalty = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(street.isConfirmed(penalty)).isTrue();

        street.reorg(depthOf(penalty), saving);
        street.mine(3);

        Outpoint bond = newest.unsigned()
                .outpoint(newest.balanceOf(Party.PRODUCER).orElseThrow().index());
        Transaction forfeit = street.spenderOf(bond).orElseThrow();
        assertThat(forfeit.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE, street.utility().profile().payoutScript()));
    }

    private int depthOf(Transaction transaction) {
        return street.view()
                .output(transaction.outpoint(0))
                .or(() -> street.view()
                        .output(transaction.outpoint(transaction.outputs().size() - 1)))
                .orElseThrow()
                .confirmations()
                .value();
    }

    @Test
    void a_revoked_version_mined_instead_of_the_penalty_is_punished() {
        Transaction revoked = street.producer().signed(street.producer().channel());
        Transaction penalty = penalty();

        street.reorg(depthOf(penalty), revoked);
        street.mine(3);

        assertThat(kind(street.consumer())).isEqualTo(SpendKind.REVOKED_VERSION);
        assertThat(street.consumer().published(Purpose.JUSTICE)).anyMatch(street::isConfirmed);
        assertThat(street.settlement().paid().producer()).isEqualTo(Coin.ZERO);
    }

    /** A claim that a reorganisation took back is made again, at every block until it stands. */
    @Test
    void a_claim_that_is_undone_is_made_again() {
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER);
        StreetOnBitcoind.measure(street, ticket, 250);
        CommitmentTx version = street.consumer().channel().ownVersion();
        street.consumer().handle(new Command.CloseAlone());
        street.mine(2);
        Outpoint unit = version.unsigned()
                .outpoint(version.outputOf(ticket.pendingUnit()).orElseThrow().index());
        Transaction claim = street.spenderOf(unit).orElseThrow();
        assertThat(claim.outputs().get(0).script())
                .isEqualTo(street.producer().profile().payoutScript());

        street.reorg(1);
        assertThat(street.spenderOf(unit)).isEmpty();
        street.mine(1);

        assertThat(street.spenderOf(unit).map(Transaction::txid)).isEqualTo(Optional.of(claim.txid()));
    }

    /** With the version itself undone too, its claims are void and not offered; the version is published again. */
    @Test
    void a_claim_whose_version_is_undone_waits_for_the_version() {
        StreetOnBitcoind.offerOne(street, 250);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(3);
        Transaction version = street.consumer().published(Purpose.COMMITMENT).get(0);

        street.reorg(3);
        assertThat(street.consumer().state()).isNotInstanceOf(Resolving.class);
        street.mine(2);

        assertThat(kind(street.consumer())).isEqualTo(SpendKind.OWN_VERSION);
        assertThat(street.view().submit(List.of(version))).isInstanceOf(SubmitResult.AlreadyKnown.class);
        assertThat(street.consumer().refusals()).isEmpty();
    }
}
