package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import java.util.Map;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.JournalEntry;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** U issues a false DEFAULT, or claims a revealed unit for itself. */
@OnBitcoind
class Scenario06Test {

    private static final UnitNumber UNIT = new UnitNumber(1);
    private static final WattHours ENERGY = new WattHours(250);

    private StreetOnBitcoind<ScriptedUtility> street;
    private RulingFile falseDefault;

    /** A unit that was delivered and revealed, and a ruling that denies it. */
    @BeforeEach
    void lie(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withScript(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        street.utility()
                .announce(
                        new Slot(0),
                        new Price(10_000L * 1_000_000_000L),
                        street.view().tip().height());
        assertThat(street.utility().issue(new Slot(0), List.of(ENERGY))).containsExactly(UNIT);
        street.deliver();
        street.offer(UNIT);
        falseDefault =
                street.utility().rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, ENERGY)), WattHours.ZERO);
        street.utility().deliver(UNIT);
        street.deliver();
    }

    @Test
    void the_consumer_refuses_a_false_default_keeps_the_proof_and_the_wallet_stays_unspent() {
        street.post().send(UTILITY, CONSUMER, new RulingIssued(falseDefault));
        street.deliver();
        street.mine(1);

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.consumer().notices(Notice.Fraud.class)).hasSize(1);
        assertThat(street.utility().others(PenaltyRefused.class)).hasSize(1);
        assertThat(street.post().sentTo(UTILITY)).noneMatch(letter -> letter.message() instanceof PenaltySigned);
        assertThat(street.consumer().channel().journal().since(0).stream().map(JournalEntry::decode))
                .filteredOn(JournalEntry.Proved.class::isInstance)
                .extracting(entry -> ((JournalEntry.Proved) entry).proof())
                .hasSize(1)
                .allMatch(proof -> proof.convicts(ScriptedUtility.NODE.publicKey()));
        assertThat(street.isWalletUnspent()).isTrue();
    }

    @Test
    void a_claim_of_the_revealed_unit_confirms_and_convicts_the_utility() {
        Channel channel = street.consumer().channel();
        Ticket ticket = street.utility().ticket(UNIT);
        street.fallAsleep(PRODUCER);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        int window = channel.context().terms().windows().csv().value();
        street.mine(window);
        street.moveTo(ticket.deadlines().claimableFrom().value());

        Transaction claim = claimForItself(channel.ownVersion(), ticket);
        assertThat(street.view().submit(List.of(claim)).isThere()).isTrue();
        street.mine(1);

        assertThat(street.isConfirmed(claim)).isTrue();
        assertThat(proof(channel, claim).convicts(ScriptedUtility.NODE.publicKey()))
                .isTrue();
        assertThat(street.consumer().notices(Notice.Fraud.class))
                .extracting(Notice.Fraud::proof)
                .containsExactly(proof(channel, claim));
        assertThat(proof(channel, street.consumer().signed(street.consumer().channel()))
                        .convicts(ScriptedUtility.NODE.publicKey()))
                .isFalse();
    }

    private Transaction claimForItself(CommitmentTx version, Ticket ticket) {
        Spend unit = version.spend(version.outputOf(ticket.pendingUnit()).orElseThrow(), Branch.REPLACED);
        return ClaimTx.paying(
                        List.of(unit),
                        version.wallet().scripts().payouts().of(UTILITY),
                        FeeRate.RELAY,
                        version.wallet().scripts().dustLimit())
                .orElseThrow()
                .signed(List.of(street.utility().secrets().unitKey()), Map.of());
    }

    /** What the households hold, and the chain shows. */
    private FraudProof proof(Channel channel, Transaction claim) {
        return new FraudProof.ClaimOfRevealedUnit(
                channel.context().signedTerms(),
                street.utility().books().get(0),
                UNIT,
                street.utility().preimage(UNIT),
                claim.serialize());
    }
}
