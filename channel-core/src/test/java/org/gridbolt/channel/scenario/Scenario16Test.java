package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import java.util.function.Predicate;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Post.Letter;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A withholds its last revocation, or U its ack: no unit_accept, so no DEFAULT is co-signed. */
@OnBitcoind
class Scenario16Test {

    private StreetOnBitcoind<UtilityRig> street;
    private Ticket ticket;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        ticket = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
    }

    private void offerWithholding(Predicate<Letter> withheld) {
        street.post().holdBack(withheld);
        street.offer(ticket.unit());
        assertThat(street.post().held()).isNotEmpty();
        street.moveTo(ticket.deadlines().deliverBy().value() + 12);
    }

    private void assertNobodyIsToBlame() {
        assertThat(street.post().sentTo(UTILITY))
                .noneMatch(letter -> letter.message() instanceof UnitAccepted)
                .noneMatch(letter -> letter.message() instanceof PenaltySigned);
        assertThat(street.post().sentTo(CONSUMER))
                .filteredOn(letter -> letter.message() instanceof RulingIssued)
                .allMatch(letter -> ((RulingIssued) letter.message())
                        .file()
                        .ruling()
                        .content()
                        .units(Verdict.DEFAULT)
                        .isEmpty());
        assertThat(street.utility().published(Purpose.PENALTY)).isEmpty();
    }

    @Test
    void without_the_consumers_last_revocation_nobody_defaults_and_each_gets_its_coins_back_on_chain() {
        offerWithholding(letter -> letter.from() == CONSUMER && letter.message() instanceof RevokeAndAck);
        assertNobodyIsToBlame();
        Channel channel = street.producer().channel();
        assertThat(channel.commitments().own().ledger().tickets()).hasSize(1);

        street.producer().handle(new Command.CloseAlone());
        street.deliver();
        street.mine(1);
        street.mine(3 * channel.context().terms().windows().csv().value() + 2);

        assertThat(claimed(street.consumer())).isBetween(Coin.valueOf(199_000), Neighbourhood.CONSUMER_SHARE);
        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(79_000), Neighbourhood.PRODUCER_SHARE);
        assertNobodyIsToBlame();
    }

    @Test
    void without_the_utilitys_acknowledgement_nobody_defaults_and_each_gets_its_coins_back_on_chain() {
        offerWithholding(letter -> letter.to() == PRODUCER && letter.message() instanceof ReceiptsAcknowledged);
        assertNobodyIsToBlame();

        street.consumer().handle(new Command.CloseAlone());
        street.deliver();
        street.mine(1);
        street.mine(
                street.consumer().channel().context().terms().windows().csv().value() + 2);

        assertThat(claimed(street.consumer())).isBetween(Coin.valueOf(199_000), Neighbourhood.CONSUMER_SHARE);
        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(79_000), Neighbourhood.PRODUCER_SHARE);
        assertNobodyIsToBlame();
    }

    /** What the household's claims brought home, of which each stands in the chain. */
    private Coin claimed(HouseholdRig household) {
        List<Transaction> claims = household.published().stream()
                .filter(action -> action.purpose() == Purpose.CLAIM)
                .map(Publish::transaction)
                .filter(street::isConfirmed)
                .toList();
        return claims.stream()
                .flatMap(claim -> claim.outputs().stream())
                .filter(output -> output.script().equals(household.purse().script()))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }
}
