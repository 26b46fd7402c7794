package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** A revealed unit, and B's version confirms long after d1: by then every branch of its height has opened at once. */
@OnBitcoind
class Scenario07Test {

    @Test
    void the_producers_claim_wins_however_late_its_version_confirms(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind).open();
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        int window = street.schedule().grace().value() / 3;
        // The consumer is told of no preimage, so the unit stays in both versions.
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER);
        StreetOnBitcoind.measure(street, ticket, 250);
        assertThat(street.post().held()).anyMatch(letter -> letter.message() instanceof UnitFulfil);
        CommitmentTx version = street.producer().channel().ownVersion();
        street.fallAsleep(Party.CONSUMER);
        street.fallAsleep(Party.PRODUCER);
        street.moveTo(ticket.deadlines().claimableFrom().value() + 3 * window);

        Transaction late = street.producer().cheat(street.producer().channel());
        street.mine(1);
        assertThat(street.isConfirmed(late)).isTrue();
        street.wakeUp(Party.PRODUCER);
        street.wakeUp(Party.CONSUMER);
        street.mine(version.wallet().scripts().csv().value() + 1);

        Outpoint unit = version.unsigned()
                .outpoint(version.outputOf(ticket.pendingUnit()).orElseThrow().index());
        Transaction claim = street.spenderOf(unit).orElseThrow();
        assertThat(claim.outputs()).hasSize(1);
        assertThat(claim.outputs().get(0).script())
                .isEqualTo(street.producer().profile().payoutScript());
        assertThat(claim.outputs().get(0).value()).isBetween(Coin.valueOf(2_000), Coin.valueOf(2_500));
        assertThat(street.producer().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.SETTLED);
    }
}
