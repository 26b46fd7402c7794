package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JusticeTest {

    private final Neighbourhood street = Neighbourhood.withTickets(5, 250);

    @ParameterizedTest
    @EnumSource(value = Party.class, names = "UTILITY", mode = EnumSource.Mode.EXCLUDE)
    void who_publishes_a_revoked_version_loses_all_it_had_in_it(Party cheat) {
        street.offer(1);
        Channel old = street.household(cheat).channel();
        street.reveal(1);
        street.offer(2);
        street.reveal(2);
        street.offer(3);
        HouseholdRig victim = street.household(cheat.peer());

        Transaction revoked = street.household(cheat).cheat(old);
        street.mine(1);

        assertThat(((Resolving) victim.state()).spender().kind()).isEqualTo(SpendKind.REVOKED_VERSION);
        assertThat(victim.refusals()).isEmpty();
        street.mine(1);
        Coin atStake = old.commitments().own().ledger().balances().of(cheat).add(Coin.valueOf(2500));
        Transaction justice = only(victim, Purpose.JUSTICE);
        assertThat(paid(justice, victim)).isGreaterThan(atStake.subtract(Coin.valueOf(1000)));
        assertThat(justice.inputs()).allMatch(input -> input.outpoint().txid().equals(revoked.txid()));
        street.mine(150);
        assertThat(victim.state()).isInstanceOf(Closed.class);
    }

    private static Transaction only(HouseholdRig household, Purpose purpose) {
        return household.published().stream()
                .filter(action -> action.purpose() == purpose)
                .map(Publish::transaction)
                .reduce((one, other) -> {
                    throw new AssertionError("two of " + purpose);
                })
                .orElseThrow();
    }

    private static Coin paid(Transaction transaction, HouseholdRig to) {
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(to.purse().script()))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    @Test
    void version_0_is_punished_like_any_other() {
        Channel zero = Neighbourhood.withChannel().consumer().channel();
        assertThat(zero.commitments().own().number().value()).isZero();
        Channel old = street.consumer().channel();
        street.offer(1);

        street.consumer().cheat(old);
        street.mine(2);

        Transaction justice = only(street.producer(), Purpose.JUSTICE);
        assertThat(paid(justice, street.producer())).isGreaterThan(Coin.valueOf(199_000));
    }

    /** Scenario 24: the peer's newest version is not revoked, whatever anybody knows about its secret. */
    @Test
    void the_newest_version_is_never_treated_as_revoked() {
        street.offer(1);

        street.producer().cheat(street.producer().channel());
        street.mine(1);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
    }

    /** Scenario 24: the peer echoes my own points, so that I know its secrets. Only what it revealed revokes. */
    @Test
    void a_version_whose_secret_i_know_myself_is_not_revoked() {
        Channel channel = street.consumer().channel();
        Commitments mine = channel.commitments();
        PeerPoints echoed = new PeerPoints(mine.points().point(), mine.points().next());
        Channel echoing = channel.with(new Commitments(
                mine.own(),
                mine.peer(),
                mine.signed(),
                mine.log(),
                mine.points(),
                echoed,
                mine.revoked(),
                mine.receipts()));
        CommitmentTx version = channel.context().peerVersion(mine.peer(), echoed.current());
        Transaction published = version.signed(
                version.sign(street.consumer().secrets().walletKeyWith(Party.PRODUCER)),
                version.sign(street.producer().secrets().walletKeyWith(Party.CONSUMER)));

        Transition step =
                new Active(echoing).step(new ChainNews.Spent(channel.context().outpoint(), published, street.tip()));

        assertThat(((Resolving) step.next()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(step.actions())
                .noneMatch(
                        action -> action instanceof PublishSigned<?> publish && publish.purpose() == Purpose.JUSTICE);
    }
}
