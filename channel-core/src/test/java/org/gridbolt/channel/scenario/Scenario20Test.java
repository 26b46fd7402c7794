package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import java.util.Map;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.state.Aborted;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ClosingLocal;
import org.gridbolt.channel.state.CommitmentFlaw;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.Negotiating;
import org.gridbolt.channel.state.OpeningFlaw;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * A point equal to Uj, -Uj, an own or the peer's static key, off the curve, or repeated: refused before a signature. A secret
 * outside the chain: nothing overwritten, own version published.
 */
class Scenario20Test {

    private static final Bytes OFF_THE_CURVE = Bytes.ofHex("02" + "00".repeat(31) + "05");

    @Nested
    class AtTheOpening {

        private final Neighbourhood street = new Neighbourhood();

        @Test
        void points_that_stand_in_the_scripts_already_are_refused_before_a_signature() {
            OpenChannel theirs = OpeningScenario.heldForConsumer(street, OpenChannel.class);
            Negotiating state = (Negotiating) street.consumer().state();
            PartyKeys own =
                    street.post().sent(OpenChannel.class, Party.CONSUMER).get(0).keys();
            PartyKeys utility = state.opening().terms().content().identity().utilityKeys();

            refuse(theirs, utility.justice().bytes(), theirs.secondPoint());
            refuse(theirs, utility.justice().negate().bytes(), theirs.secondPoint());
            refuse(theirs, own.balance().bytes(), theirs.secondPoint());
            refuse(theirs, theirs.keys().unit().bytes(), theirs.secondPoint());
            refuse(theirs, OFF_THE_CURVE, theirs.secondPoint());
            refuse(theirs, theirs.firstPoint(), theirs.firstPoint());
        }

        private void refuse(OpenChannel theirs, Bytes first, Bytes second) {
            OpenChannel changed =
                    new OpenChannel(theirs.termsHash(), theirs.keys(), first, second, theirs.contribution());

            assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, changed))
                    .leadsTo(Aborted.class)
                    .refuses(Refusal.ChannelFailed.class, OpeningFlaw.BadPoint.class)
                    .sendsNo(Party.PRODUCER, OpeningSigned.class);
        }
    }

    /** The consumer's own version, on which all three outputs are safe, stands in a block after what the producer sent. */
    @Nested
    @OnBitcoind
    class InARound {

        private void assertOwnVersionConfirmsAfter(Map<Integer, Bytes> change, Class<?> why, Bitcoind bitcoind) {
            StreetOnBitcoind<UtilityRig> street =
                    StreetOnBitcoind.withUtility(bitcoind).open();
            RevokeAndAck genuine = revocation(street);
            Channel before = street.consumer().channel();
            RevokeAndAck sent = new RevokeAndAck(
                    genuine.revoked(),
                    change.getOrDefault(0, genuine.secret()),
                    change.getOrDefault(1, genuine.nextPoint()),
                    genuine.receipt());

            street.consumer().handle(new MessageReceived(Party.PRODUCER, sent));
            street.mine(1);

            assertThat(street.consumer().notices(Notice.Refused.class))
                    .extracting(notice -> notice.refusal().reason())
                    .hasAtLeastOneElementOfType(why);
            Transaction own = street.consumer().signed(before);
            assertThat(street.isConfirmed(own)).isTrue();
            assertThat(street.consumer().refusals()).isEmpty();
            assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.OWN_VERSION);
            Channel after = street.consumer().channel();
            assertThat(after.commitments().revoked()).isEqualTo(RevokedSecrets.EMPTY);
            assertThat(after.commitments().own()).isEqualTo(before.commitments().own());
        }

        /** The producer's answer to the first offer, which does not arrive. */
        private RevokeAndAck revocation(StreetOnBitcoind<UtilityRig> street) {
            street.moveToOffersOf(new Slot(0));
            Ticket ticket = street.utility().issue(new Slot(0), 1, 250).get(0);
            street.deliver();
            street.post().holdBack(letter -> letter.from() == Party.PRODUCER && letter.to() == Party.CONSUMER);
            street.offer(ticket.unit());
            return street.post().sent(RevokeAndAck.class, Party.PRODUCER).get(0);
        }

        @Test
        void a_secret_outside_the_chain_overwrites_nothing_and_the_own_version_confirms(Bitcoind bitcoind) {
            assertOwnVersionConfirmsAfter(
                    Map.of(0, Examples.bytes32("another secret")), CommitmentFlaw.BadSecret.class, bitcoind);
        }

        @Test
        void a_point_off_the_curve_overwrites_nothing_and_the_own_version_confirms(Bitcoind bitcoind) {
            assertOwnVersionConfirmsAfter(Map.of(1, OFF_THE_CURVE), CommitmentFlaw.BadPoint.class, bitcoind);
        }
    }

    @Nested
    class OfANextPoint {

        private final Neighbourhood street = Neighbourhood.withTickets(1, 250);

        @Test
        void a_point_that_stands_in_the_scripts_already_is_refused() {
            street.post().holdBack(letter -> letter.from() == Party.PRODUCER && letter.to() == Party.CONSUMER);
            street.offer(1);
            ChannelKeyRing ring = street.consumer().channel().context().ring();
            Bytes other = street.consumer()
                    .channel()
                    .commitments()
                    .peerPoints()
                    .next()
                    .bytes();

            List.of(
                            ring.utility().justice().bytes(),
                            ring.utility().justice().negate().bytes(),
                            ring.consumer().balance().bytes(),
                            ring.producer().unit().bytes(),
                            other,
                            OFF_THE_CURVE,
                            Bytes.of(new byte[33]))
                    .forEach(this::refuse);
        }

        private void refuse(Bytes point) {
            RevokeAndAck genuine =
                    street.post().sent(RevokeAndAck.class, Party.PRODUCER).get(0);
            RevokeAndAck changed = new RevokeAndAck(genuine.revoked(), genuine.secret(), point, genuine.receipt());

            Transition step = street.consumer().wouldReceive(Party.PRODUCER, changed);

            assertThatStep(step)
                    .leadsTo(ClosingLocal.class)
                    .publishes(Purpose.COMMITMENT)
                    .refuses(Refusal.ChannelFailed.class, CommitmentFlaw.BadPoint.class);
            Commitments kept = ((ClosingLocal) step.next()).channel().commitments();
            assertThat(kept.revoked()).isEqualTo(RevokedSecrets.EMPTY);
            assertThat(kept.own())
                    .isEqualTo(street.consumer().channel().commitments().own());
        }
    }
}
