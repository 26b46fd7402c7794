package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.multisig.tx.WalletSpend;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel over the wallet {@code sortedmulti(2,A,B,U)}, from its opening to each of its ends. */
@OnBitcoind
class PlainWalletTest {

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind, StreetOnBitcoind.PLAIN).open();
    }

    private List<Ticket> offered(int units) {
        street.moveToOffersOf(new Slot(0));
        List<Ticket> tickets = street.utility().issue(new Slot(0), units, 250);
        street.deliver();
        tickets.forEach(ticket -> street.offer(ticket.unit()));
        return tickets;
    }

    private void measure(Ticket ticket, WattHours injected) {
        street.moveTo(street.schedule().end(new Slot(0)).value());
        street.utility().measure(street.producer().channel().context().ref(), ticket.unit(), injected);
        street.deliver();
    }

    @Test
    void a_delivered_unit_is_paid_and_both_close_together() {
        Ticket ticket = offered(1).get(0);
        measure(ticket, ticket.energy());
        street.producer().handle(new Command.Fold());
        street.deliver();

        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(1);

        Transaction close = spender();
        assertThat(pairOf(close)).isEqualTo(Branch.CONSUMER_AND_PRODUCER);
        assertThat(close.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(2_500)),
                        street.producer().profile().payoutScript()));
    }

    @Test
    void a_default_is_punished_on_the_wallet() {
        Ticket failed = offered(1).get(0);
        measure(failed, WattHours.ZERO);
        street.moveTo(failed.deadlines().deliverBy().value() + 4);
        street.mine(2);

        Transaction penalty = street.utility().published(Purpose.PENALTY).get(0);
        assertThat(street.isConfirmed(penalty)).isTrue();
        assertThat(pairOf(penalty)).isEqualTo(Branch.CONSUMER_AND_UTILITY);
        assertThat(penalty.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(2_500)),
                        street.utility().profile().payoutScript()));
        assertThat(spentAs(street.producer().state())).isEqualTo(SpendKind.PENALTY);
        assertThat(spentAs(street.consumer().state())).isEqualTo(SpendKind.PENALTY);
    }

    @Test
    void a_revoked_state_is_punished_for_a_sleeping_producer() {
        Channel zero = street.consumer().channel();
        offered(2);
        street.fallAsleep(PRODUCER);
        street.fallAsleep(CONSUMER);

        Transaction cheat = street.consumer().cheat(zero);
        street.mine(4);

        Transaction justice = street.utility().published(Purpose.JUSTICE).get(0);
        assertThat(street.isConfirmed(cheat)).isTrue();
        assertThat(street.isConfirmed(justice)).isTrue();
        assertThat(justice.outputs().get(0).script())
                .isEqualTo(street.producer().purse().script());
    }

    /**
     * A's signature on B's version, which should never have left the two, and U's: a valid spend here. A takes B's revoked balance
     * from it, as if B had published it; B, whose point it was, can only look on.
     */
    @Test
    void a_revoked_state_that_the_utility_completed_is_still_punished_by_the_consumer() {
        Channel old = street.producer().channel();
        Signature leaked = old.commitments().own().signature();
        offered(2);
        CommitmentTx revoked = old.ownVersion();
        Transaction completed = completedByTheUtility(revoked, leaked);
        street.fallAsleep(UTILITY);

        street.miner().mineExactly(List.of(completed));
        street.mine(2);

        assertThat(pairOf(completed)).isEqualTo(Branch.CONSUMER_AND_UTILITY);
        assertThat(spentAs(street.consumer().state())).isEqualTo(SpendKind.REVOKED_VERSION);
        assertThat(street.consumer().published())
                .filteredOn(action -> action.purpose() == Purpose.JUSTICE)
                .extracting(Publish::transaction)
                .anyMatch(street::isConfirmed);
    }

    private Transaction completedByTheUtility(CommitmentTx version, Signature leaked) {
        PrivateKey key = version.wallet().scripts().walletKey(street.utility().secrets(), CONSUMER);
        PenaltyTx path = PenaltyTx.build(version.wallet(), CONSUMER, version.balances(), Sha256Hash.ZERO_HASH);
        List<Bytes> witness =
                path.signed(leaked, version.sign(key)).inputs().get(0).witness();
        return version.unsigned().withWitnesses(List.of(witness));
    }

    private Transaction spender() {
        return ((Resolving) street.consumer().state()).spender().transaction();
    }

    private Branch pairOf(Transaction transaction) {
        return WalletSpend.recognise(street.consumer().channel().context().wallet(), transaction)
                .orElseThrow()
                .pair();
    }

    private static SpendKind spentAs(Object state) {
        return ((Resolving) state).spender().kind();
    }
}
