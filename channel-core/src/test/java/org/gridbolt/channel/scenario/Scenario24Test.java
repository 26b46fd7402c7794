package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.PeerPoints;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The peer echoes my own points. */
@OnBitcoind
class Scenario24Test {

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
    }

    /** The consumer in the state in which it is when the producer has given it back its own points. */
    private Channel echoed() {
        Channel channel = street.consumer().channel();
        Commitments commitments = channel.commitments();
        PeerPoints echo = new PeerPoints(
                commitments.points().point(), commitments.points().next());
        return channel.with(new Commitments(
                commitments.own(),
                commitments.peer(),
                commitments.signed(),
                commitments.log(),
                commitments.points(),
                echo,
                commitments.revoked(),
                commitments.receipts()));
    }

    @Test
    void a_version_whose_secret_the_consumer_knows_is_not_revoked_before_the_record_says_so() {
        Channel echoed = echoed();
        street.consumer().replaceState(new Active(echoed));
        CommitmentTx theirs = echoed.context()
                .peerVersion(
                        echoed.commitments().peer(),
                        echoed.commitments().peerPoints().current());
        PublicKey point = theirs.version().point();
        assertThat(echoed.commitments().points().point()).isEqualTo(point);
        Transaction published = theirs.signed(
                theirs.sign(street.consumer().secrets().walletKeyWith(Party.PRODUCER)),
                theirs.sign(street.producer().secrets().walletKeyWith(Party.CONSUMER)));

        assertThat(street.submit(published, street.producer()).isThere()).isTrue();
        street.mine(3);

        assertThat(street.isConfirmed(published)).isTrue();
        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(street.consumer().published()).extracting(Publish::purpose).doesNotContain(Purpose.JUSTICE);
        assertThat(street.utility().published(Purpose.JUSTICE)).isEmpty();
    }

    @Test
    void the_newest_version_is_never_treated_as_revoked() {
        street.moveToOffersOf(new Slot(0));
        Ticket ticket = street.utility().issue(new Slot(0), 1, 250).get(0);
        street.deliver();
        street.offer(ticket.unit());

        street.producer().handle(new Command.CloseAlone());
        street.deliver();
        street.mine(4);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(street.consumer().published()).extracting(Publish::purpose).doesNotContain(Purpose.JUSTICE);
        assertThat(street.utility().published(Purpose.JUSTICE)).isEmpty();
    }

    /** Points that another knows give away nothing but one's own version: they need no proof, only a record. */
    @Test
    void in_a_genuine_channel_no_point_of_the_one_is_the_others() {
        List<OpenChannel> sides = List.of(
                street.post().sent(OpenChannel.class, Party.CONSUMER).get(0),
                street.post().sent(OpenChannel.class, Party.PRODUCER).get(0));

        assertThat(sides)
                .flatExtracting(OpenChannel::firstPoint, OpenChannel::secondPoint)
                .doesNotHaveDuplicates();
    }
}
